/** Who has joined the event: found by name, taken out, let in again. */
import { api } from '../api.js'
import { fill, h } from '../dom.js'
import { t } from '../i18n.js'
import { check, field } from '../poll/fields.js'
import { ask } from './ask.js'

/** @import {Means} from './types.js' */
/** @typedef {{id: string, name: string, role: string, organisation: string | null}} Person */

/** Names drawn at a time: more are found by typing. */
const SHOWN = 50

/** Asked for when it is opened: an event may have thousands. @param {Means} means */
export function people(means) {
  const { path, token } = means
  const find = h('input', { type: 'search', autocomplete: 'off' })
  const list = h('ul', { class: 'members', role: 'list' })
  const more = h('p', { class: 'hint', role: 'status' })
  const out = h('ul', { class: 'members', role: 'list' })
  const removed = h('div', { class: 'stack', hidden: true }, h('h3', null, t('programme.out')), h('p', { class: 'hint' }, t('programme.outHint')), out)
  const walls = h('ul', { class: 'members', role: 'list' })
  const screens = h('div', { class: 'stack', hidden: true }, h('h3', null, t('programme.screens')), walls)
  /** @type {Person[]} */
  let all = []

  const load = () =>
    means.attempt(async () => {
      const [inside, outside] = await Promise.all([api.get(`${path}/members`, { token }), api.get(`${path}/removed`, { token })])
      const isScreen = (/** @type {Person} */ { role }) => role === 'viewer'
      const watching = inside.filter(isScreen)
      all = inside.filter((/** @type {Person} */ person) => !isScreen(person))
      draw()
      screens.hidden = watching.length === 0
      fill(walls, ...watching.map(takeOutLine))
      removed.hidden = outside.length === 0
      fill(out, ...outside.map((/** @type {Person} */ person) => line(person, t('programme.letIn'), () => letIn(person))))
    })

  const takeOutLine = (/** @type {Person} */ person) => line(person, t('programme.takeAway'), () => takeOutDialog(person, means, load))

  function draw() {
    const sought = find.value.trim().toLocaleLowerCase()
    const found = all.filter(({ name, organisation }) => `${name} ${organisation ?? ''}`.toLocaleLowerCase().includes(sought))
    fill(list, ...found.slice(0, SHOWN).map(takeOutLine))
    more.textContent = found.length > SHOWN ? t('programme.morePeople', { n: found.length - SHOWN }) : t('programme.peopleFound', { n: found.length })
  }

  /** @param {Person} person */
  async function letIn({ id, name }) {
    if (!(await means.attempt(() => api.del(`${path}/removed/${id}`, { token })))) return
    means.tell(t('programme.mayCome', { name }))
    await load()
  }

  find.addEventListener('input', draw)
  const element = h(
    'details',
    { class: 'card' },
    h('summary', { class: 'label' }, t('programme.people')),
    h('div', { class: 'stack' }, h('p', { class: 'hint' }, t('programme.peopleHint')), field(t('programme.findPeople'), find), list, more, screens, removed)
  )
  element.addEventListener('toggle', () => {
    if (element.open) void load()
  })
  return element
}

/** @param {Person} person @param {string} verb @param {() => void} act */
function line({ name, organisation, role }, verb, act) {
  const facts = [organisation ?? '', role === 'participant' ? '' : t(`programme.code.${role}`)].filter(Boolean).join(' · ')
  return h(
    'li',
    { class: 'row' },
    h('span', { class: 'who' }, h('b', null, name), facts !== '' && h('span', { class: 'hint' }, ` ${facts}`)),
    h('button', { type: 'button', class: 'end', 'aria-label': `${verb}: ${name}`, onclick: act }, verb)
  )
}

/** Says what becomes of places and ballots. @param {Person} person @param {Means} means @param {() => Promise<unknown>} load */
function takeOutDialog({ id, name }, means, load) {
  const erase = check(t('programme.erasePerson'), false, t('programme.erasePersonHint'))
  ask(t('programme.takeOutTitle', { name }), [h('p', null, t('programme.takeOutText')), erase.element], t('programme.takeAway'), async () => {
    const query = erase.input.checked ? '?erase=true' : ''
    if (!(await means.attempt(() => api.del(`${means.path}/members/${id}${query}`, { token: means.token })))) return
    means.tell(t('programme.isOut', { name }))
    await load()
  })
}
