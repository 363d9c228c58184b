/** The programme of an event: its sessions by day, and what can be made of them. */
import { api } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { attempts } from '../organise/attempt.js'
import { eventDialog } from './event-dialog.js'
import { handOut } from './hand-out.js'
import { importDialog } from './import-dialog.js'
import { onePass } from './one-pass.js'
import { people } from './people.js'
import { plenaryCard } from './plenary-card.js'
import { playlistDialog } from './playlist-dialog.js'
import { sessionDialog } from './session-dialog.js'
import { sessionRow } from './session-row.js'
import { dayOf, dayWords } from './times.js'

/** @import {EventCodes, Means, Offer, Programme, Session} from './types.js' */

/**
 * @param {{event: string, token: string, tell(words: string): void, expired(): void}} options
 * @returns {{element: HTMLElement, load(): Promise<void>}}
 */
export function programmePage({ event, token, tell, expired }) {
  const error = h('p', { class: 'error', role: 'alert' })
  const content = h('div', { class: 'stack events' })
  /** @type {{templates: Offer[], presets: Offer[]}} */
  const offers = { templates: [], presets: [] }

  /** @type {Programme | null} */
  let latest = null
  const attempt = attempts(error, expired, { words })
  /** @type {Means} */
  const means = { path: `/events/${event}`, token, tell, attempt, load, latest: () => /** @type {Programme} */ (latest) }

  /** Where somebody else was quicker, what they made of it is there before it is said. @param {import('../api.js').Problem} refused */
  async function words(refused) {
    if (refused.status !== 412) return refused.sentence
    await load()
    return t('programme.changed')
  }

  async function load() {
    await attempt(async () => {
      if (offers.templates.length === 0) {
        const [templates, presets] = await Promise.all([api.get('/templates'), api.get('/presets')])
        Object.assign(offers, { templates, presets })
      }
      const [programme, { codes }] = await Promise.all([api.get(`${means.path}/programme`, { token }), api.get(`${means.path}/codes`, { token })])
      latest = programme
      draw(programme, codes)
    })
  }

  /** @param {Programme} programme @param {EventCodes} codes */
  function draw(programme, codes) {
    const edit = (/** @type {Session | null} */ session) => sessionDialog(session, programme, offers, means)
    fill(content, head(programme, codes, means, () => edit(null)), ...days(programme, edit), plenaryCard(programme), onePass(programme, codes, means), people(means), programme.sessions.length > 0 && handOut(programme, means))
  }

  return { element: h('div', { class: 'stack events' }, error, content), load }
}

/** @param {Programme} programme @param {EventCodes} codes @param {Means} means @param {() => void} add */
function head(programme, codes, means, add) {
  const { event, sessions } = programme
  const closed = sessions.filter(({ room }) => !room).length
  const facts = [event.date ? dayWords(event.date) : '', event.venue ?? ''].filter(Boolean).join(', ')
  const open = () =>
    means.attempt(async () => {
      await api.post(`${means.path}/open`, {}, { token: means.token })
      await means.load()
      means.tell(t('programme.opened', { n: closed }))
    })
  return h(
    'header',
    { class: 'stack' },
    h('h1', null, event.title),
    facts !== '' && h('p', { class: 'hint' }, facts),
    h(
      'div',
      { class: 'row' },
      h('a', { class: 'button', href: `/board.html?event=${event.id}` }, icon('screen'), t('programme.board')),
      h('a', { class: 'button', href: `/progress.html?event=${event.id}` }, icon('check'), t('programme.results')),
      h('button', { type: 'button', onclick: () => playlistDialog(programme, codes, means) }, icon('full'), t('programme.screens')),
      h('button', { type: 'button', class: 'quiet end', onclick: () => eventDialog(programme, means) }, t('programme.event'))
    ),
    h(
      'div',
      { class: 'row' },
      h('button', { type: 'button', class: sessions.length === 0 ? 'primary' : '', onclick: () => importDialog(means) }, icon('down'), t('programme.import')),
      h('button', { type: 'button', onclick: add }, icon('plus'), t('programme.add')),
      closed > 0 && h('button', { type: 'button', class: 'primary', onclick: open }, t('programme.open', { n: closed }))
    ),
    sessions.length === 0 && h('div', { class: 'empty' }, h('p', null, t('programme.empty')))
  )
}

/** A card for each day; those without a time at last. @param {Programme} programme @param {(session: Session) => void} edit */
function days({ sessions }, edit) {
  const all = [...new Set(sessions.map(({ start }) => dayOf(start)))]
  return all.map((day) => {
    const heading = h('h2', { id: `day-${day || 'none'}` }, day === '' ? t('programme.noTime') : dayWords(day))
    const rows = sessions.filter(({ start }) => dayOf(start) === day)
    return h(
      'section',
      { class: 'card stack', 'aria-labelledby': heading.id },
      heading,
      h('ul', { class: 'sessions', role: 'list' }, rows.map((session) => sessionRow(session, edit)))
    )
  })
}
