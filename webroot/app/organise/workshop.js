/** Events and rooms, kept in step with the server: one picture, drawn by key, so that what one is typing stays. */
import { api } from '../api.js'
import { h, icon, patch, setText } from '../dom.js'
import { longDay, t } from '../i18n.js'
import { feeds } from '../outwards/feeds.js'
import { hooks } from '../outwards/hooks.js'
import { keys } from '../outwards/keys.js'
import { attempts } from './attempt.js'
import { eventDialog } from './dialogs.js'
import { roomForm } from './room-form.js'
import { roomRow } from './room-row.js'
import { printSheets } from './sheets.js'
import { signOnSwitch } from './sign-on-switch.js'

/**
 * @typedef {{id: string, title: string, date?: string | null, venue?: string | null}} Event
 * @typedef {{moderator: string, participant: string, viewer: string}} Codes
 * @typedef {{id: string, event: string | null, title: string, phase: string, admission?: string, codes: Codes, connected?: number,
 *     joinUrl?: string | null}} Room
 * @typedef {{id: string, title: {de: string, en: string}, goal?: {de: string, en: string}, steps?: unknown[]}} Template
 * @typedef {{events: Event[], rooms: Room[], templates: Template[]}} Picture
 *
 * @typedef {object} Means
 * @property {string} token
 * @property {(words: string) => void} tell
 * @property {() => Promise<void>} reload
 * @property {(act: () => Promise<unknown>) => Promise<boolean>} attempt does it and says what went wrong; whether it went well
 * @property {boolean} [signOn] whether there is a provider to sign on at
 */

/** How many are in a room changes by itself: asked again this often while the page is seen. Milliseconds. */
const AGAIN = 15_000

/** Stands for the rooms that belong to no event. */
const LOOSE = { id: 'loose', title: '' }

/**
 * @param {{token: string, signOn: boolean, tell(words: string): void, expired(): void}} options
 * @returns {{element: HTMLElement, stop(): void}}
 */
export function workshop({ token, signOn, tell, expired }) {
  const error = h('p', { class: 'error', role: 'alert' })
  const list = h('div', { class: 'stack events' })
  const empty = h('div', { class: 'empty', hidden: true }, h('p', null, t('organise.empty')))
  const heading = head(() => eventDialog(means))
  /** @type {Room[]} */
  let everyRoom = []
  const element = h('div', { class: 'stack events' }, heading, error, list, empty, h('article', { class: 'card' }, hooks({ token, rooms: () => everyRoom })))
  /** @type {Map<string, ReturnType<typeof eventCard>>} */
  const cards = new Map()
  /** @type {Template[]} */
  let templates = []

  const attempt = attempts(error, expired)
  /** @type {Means} */
  const means = { token, tell, reload, attempt, signOn }

  /** @param {{background?: boolean}} [how] */
  async function reload(how) {
    await attempt(async () => {
      const [events, rooms] = await Promise.all([api.get('/events', { token }), api.get('/rooms', { token })])
      draw({ events, rooms, templates })
    }, how)
  }

  /** @param {Picture} picture */
  function draw(picture) {
    const all = eventsOf(picture)
    everyRoom = picture.rooms
    empty.hidden = picture.events.length + picture.rooms.length > 0
    patch(
      list,
      all,
      ({ id }) => id,
      (event) => {
        const card = eventCard(event, means)
        cards.set(event.id, card)
        return card.element
      },
      (_, event) => cards.get(event.id)?.update(event, picture)
    )
  }

  void attempt(async () => (templates = await templatesOf())).then(() => reload())
  const asking = setInterval(() => document.visibilityState === 'visible' && void reload({ background: true }), AGAIN)
  return { element, stop: () => clearInterval(asking) }
}

/** @returns {Promise<Template[]>} */
export async function templatesOf() {
  const answer = await api.get('/templates')
  return Array.isArray(answer) ? answer : (answer?.templates ?? [])
}

/** What other programs are let in to an event by. @param {string} event @param {Means} means */
function outwards(event, { token }) {
  return [feeds({ path: `/events/${event}`, token: () => token, event: true }), keys({ event, token })]
}

/** @param {() => void} makeEvent */
function head(makeEvent) {
  return h(
    'div',
    { class: 'row' },
    h('h1', null, t('organise.title')),
    h('button', { type: 'button', class: 'primary end', onclick: makeEvent }, icon('plus'), t('organise.newEvent'))
  )
}

/** The newest first, at last the rooms of none. @param {Picture} picture @returns {Event[]} */
function eventsOf({ rooms, events }) {
  const newestFirst = [...events].sort((a, b) => (a.id < b.id ? 1 : -1))
  const loose = rooms.some(({ event }) => !event) || events.length === 0
  return loose ? [...newestFirst, LOOSE] : newestFirst
}

/**
 * @param {Event} first
 * @param {Means} means
 * @returns {{element: HTMLElement, update(event: Event, picture: Picture): void}}
 */
function eventCard(first, means) {
  const loose = first.id === LOOSE.id
  const heading = h('h2', { id: `event-${first.id}` })
  const facts = h('p', { class: 'hint' })
  const list = h('ul', { class: 'rooms', role: 'list' })
  const none = h('p', { class: 'hint' }, t('organise.noRooms'))
  const form = roomForm(loose ? null : first.id, means)
  /** @type {Room[]} */
  let rooms = []
  let event = first
  const sheets = h(
    'button',
    { type: 'button', onclick: () => printSheets(rooms, loose ? null : event) },
    icon('print'),
    t('organise.allSheets')
  )
  const programme = !loose && h('a', { class: 'button', href: `/programme.html?event=${first.id}` }, icon('list'), t('organise.programme'))
  /** @type {Map<string, ReturnType<typeof roomRow>>} */
  const rows = new Map()
  const element = h(
    'article',
    { class: 'card stack', 'aria-labelledby': heading.id },
    h('div', { class: 'row' }, h('div', null, heading, facts), h('div', { class: 'row end' }, programme, sheets)),
    list,
    none,
    form.element,
    means.signOn && !loose && signOnSwitch(first.id, means),
    !loose && outwards(first.id, means)
  )
  return {
    element,
    update(now, picture) {
      event = now
      rooms = picture.rooms
        .filter((room) => (room.event ?? LOOSE.id) === now.id)
        .sort((a, b) => a.title.localeCompare(b.title, undefined, { numeric: true }))
      setText(heading, loose ? t('organise.loose') : now.title)
      setText(facts, [now.date ? longDay(now.date) : '', now.venue ?? ''].filter(Boolean).join(', '))
      facts.hidden = facts.textContent === ''
      sheets.hidden = rooms.length === 0
      none.hidden = rooms.length > 0
      form.update(picture.templates)
      patch(
        list,
        rooms,
        ({ id }) => id,
        (room) => {
          const row = roomRow(room, means, () => (loose ? null : event))
          rows.set(room.id, row)
          return row.element
        },
        (_, room) => rows.get(room.id)?.update(room)
      )
    }
  }
}
