// Other programs that are told what happens, and what they answered.
import { api } from '../api.js'
import { fill, h } from '../dom.js'
import { moment, t } from '../i18n.js'
import { check, field, select } from '../poll/fields.js'
import { list } from './list.js'
import { shownOnce } from './shown-once.js'

/**
 * @typedef {{at: string, event: string, status: number | null, reason: string, millis: number}} Answer
 * @typedef {{id: string, url: string, room: string | null, state: 'working' | 'failing' | 'paused', waiting: number, nextTry: string | null,
 *     pausedAt: string | null, events: string[], secret?: string}} Hook
 * @typedef {{id: string, title: string}} Room
 */

/** What can be told, as one chooses it. @type {Record<string, string[]>} */
const KINDS = {
  rooms: ['roomFounded', 'roomDeleted'],
  leading: ['titled', 'phase', 'locked', 'unlocked', 'timer', 'gathered'],
  plan: ['planPut', 'planRestored', 'imported', 'importUndone'],
  polls: ['pollOpened', 'pollAdmitted', 'pollClosed', 'pollCancelled', 'pollRevealed']
}

/**
 * @param {object} what
 * @param {string} what.token
 * @param {() => Room[]} what.rooms
 */
export function hooks({ token, rooms }) {
  const url = h('input', { type: 'url', required: true, placeholder: 'https://', maxlength: 2000 })
  const room = select([['', t('outwards.hook.allRooms')]], '')
  const kinds = Object.keys(KINDS).map((kind) => ({ kind, ...check(t(`outwards.hook.kind.${kind}`), true) }))
  /** All of it, also what later versions tell, unless something is left out. */
  function events() {
    const some = kinds.filter(({ input }) => input.checked)
    return some.length === kinds.length ? {} : { events: some.flatMap(({ kind }) => KINDS[kind] ?? []) }
  }
  const element = list({
    name: t('outwards.hook'),
    about: t('outwards.hook.what'),
    fields: [h('div', { class: 'fields' }, field(t('outwards.hook.url'), url), field(t('outwards.hook.room'), room)), h('fieldset', { class: 'row' }, h('legend', { class: 'label' }, t('outwards.hook.events')), kinds.map((one) => one.element))],
    make: t('outwards.hook.make'),
    async act() {
      const wish = { url: url.value.trim(), ...(room.value ? { room: room.value } : {}), ...events() }
      const made = await api.post('/hooks', wish, { token })
      url.value = ''
      return shownOnce(t('outwards.hook.secret'), made.secret)
    },
    load: () => api.get('/hooks', { token }),
    row: (/** @type {Hook} */ hook, acts) => row(hook, { token, rooms, ...acts })
  })
  element.addEventListener('change', () => kinds[0]?.input.setCustomValidity(kinds.some(({ input }) => input.checked) ? '' : t('outwards.hook.none')))
  element.addEventListener('toggle', () => {
    const options = rooms().map(({ id, title }) => h('option', { value: id }, title))
    fill(room, h('option', { value: '' }, t('outwards.hook.allRooms')), options)
  })
  return element
}

/**
 * @param {Hook} hook
 * @param {{token: string, rooms: () => Room[]} & import('./list.js').Acts} means
 */
function row(hook, { token, rooms, reload, button }) {
  const path = `/hooks/${hook.id}`
  const answers = h('div', { 'aria-live': 'polite' })
  const where = hook.room && (rooms().find(({ id }) => id === hook.room)?.title ?? t('outwards.hook.goneRoom'))

  async function look() {
    const whole = await api.get(path, { token })
    fill(answers, table(whole.answers))
  }
  const probe = button(t('outwards.hook.probe'), t('outwards.hook.probeOne', { url: hook.url }), async () => {
    await api.post(`${path}/probe`, {}, { token })
    await look()
  })
  const resume = button(t('outwards.hook.resume'), t('outwards.hook.resumeOne', { url: hook.url }), async () => {
    await api.post(`${path}/resume`, {}, { token })
    await reload()
  })
  const revoke = button(t('outwards.hook.delete'), t('outwards.hook.deleteOne', { url: hook.url }), async () => {
    await api.del(path, { token })
    await reload()
  })
  return [
    h('span', null, h('b', null, hook.url), where && h('small', null, ` ${where}`), h('small', null, ` ${kindsOf(hook)}`), h('small', { class: hook.state === 'working' ? '' : 'error' }, ` ${told(hook)}`)),
    h('span', { class: 'row' }, probe, button(t('outwards.hook.answers'), t('outwards.hook.answersOne', { url: hook.url }), look), hook.state !== 'working' && resume, revoke),
    answers
  ]
}

/** What it is told, in the words it was chosen by; nothing where that is all. @param {Hook} hook */
function kindsOf({ events }) {
  const some = Object.entries(KINDS).filter(([, kinds]) => kinds.some((kind) => events.includes(kind)))
  const all = Object.values(KINDS).every((kinds) => kinds.every((kind) => events.includes(kind)))
  return all ? '' : t('outwards.hook.only', { kinds: some.map(([kind]) => t(`outwards.hook.kind.${kind}`)).join(', ') })
}

/** @param {Hook} hook */
function told({ state, waiting, nextTry, pausedAt }) {
  const count = waiting > 0 ? ` ${t('outwards.hook.waiting', { n: waiting })}` : ''
  if (state === 'paused') return t('outwards.hook.paused', { when: moment(pausedAt ?? '') }) + count
  return (state === 'failing' ? t('outwards.hook.failing', { when: moment(nextTry ?? '') }) : t('outwards.hook.working')) + count
}

/** @param {Answer[]} answers */
function table(answers) {
  if (answers.length === 0) return h('p', { class: 'hint' }, t('outwards.hook.noAnswers'))
  const heads = ['when', 'about', 'came'].map((head) => h('th', { scope: 'col' }, t(`outwards.hook.${head}`)))
  const rows = answers.map((answer) =>
    h(
      'tr',
      null,
      h('td', null, moment(answer.at)),
      h('td', null, h('code', null, answer.event)),
      h('td', null, [answer.status, t(`outwards.reason.${answer.reason}`), `${answer.millis} ms`].filter(Boolean).join(' · '))
    )
  )
  return h('div', { class: 'scroll' }, h('table', null, h('thead', null, h('tr', null, heads)), h('tbody', null, rows)))
}
