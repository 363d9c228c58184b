/** What screens of an event show that is of no single room: the programme, and how all rooms stand. */
import { h, icon, patch, setText } from '../dom.js'
import { t, time } from '../i18n.js'
import { clock, timerView } from '../timer.js'

/**
 * @typedef {{id: string, title: string, place?: string | null, start?: string | null, end?: string | null, room?: string | null}} Session
 * @typedef {{room: string, title: string, phase: string, timer: import('../timer.js').Timer | null, people: number, polls: number, steps?: number, agreed?: number,
 *     place?: string | null, seats?: number | null, start?: string | null, end?: string | null}} Card
 * @typedef {{title: string, code?: string | null, joinUrl?: string | null, since: string, entries: import('./rotation.js').Entry[], sessions: Session[], rooms: Card[],
 *     announcement?: import('../announcement.js').Announcement}} Wall
 * @typedef {{element: HTMLElement, update(wall: Wall): void, title: string}} WallView
 */

/** `09:30–11:00`. @param {{start?: string | null, end?: string | null}} session */
const span = ({ start, end }) => [start, end].flatMap((at) => (at ? [time(at)] : [])).join('–')

/** A session without an end is over after this. Milliseconds. */
const LONG = 3 * 3_600_000

/** @param {Session} session @param {Set<string>} closed rooms @returns {'now' | 'over' | 'next'} */
function when({ start, end, room }, closed) {
  if (room && closed.has(room)) return 'over'
  if (!start) return 'next'
  const now = clock.now()
  const over = end ? Date.parse(end) : Date.parse(start) + LONG
  return over <= now ? 'over' : Date.parse(start) <= now ? 'now' : 'next'
}

/** @returns {WallView} */
export function programmeView() {
  const list = h('ul', { class: 'wall-programme', role: 'list' })
  const empty = h('p', { class: 'lead' }, t('screen.programme.empty'))
  const element = h('section', { 'aria-labelledby': 'stage' }, h('h2', { id: 'stage' }, t('screen.programme')), list, empty)
  return {
    element,
    title: t('screen.programme'),
    update({ sessions, rooms }) {
      const closed = new Set(rooms.filter(({ phase }) => phase === 'closed').map(({ room }) => room))
      // What is over is of no use to anybody who stands before the wall, unless all is over.
      const open = sessions.filter((session) => when(session, closed) !== 'over')
      const shown = open.length > 0 ? open : sessions
      empty.hidden = shown.length > 0
      patch(
        list,
        shown,
        ({ id }) => id,
        () => h('li', null, h('span', { class: 'num time' }), h('b', { dir: 'auto' }), h('span', { class: 'chip live', hidden: true }, t('screen.now')), h('span', { class: 'hint', dir: 'auto' })),
        (row, session) => {
          const [hours, title, chip, place] = /** @type {any} */ (row.children)
          setText(hours, span(session))
          setText(title, session.title)
          chip.hidden = when(session, closed) !== 'now'
          setText(place, session.place ?? '')
        }
      )
    }
  }
}

/** @returns {WallView} */
export function boardView() {
  const list = h('ul', { class: 'wall-board', role: 'list' })
  /** @type {Map<string, ReturnType<typeof boardCard>>} */
  const cards = new Map()
  return {
    element: h('section', { 'aria-labelledby': 'stage' }, h('h2', { id: 'stage' }, t('screen.board')), list),
    title: t('screen.board'),
    update({ rooms }) {
      const sorted = [...rooms].sort((a, b) => (a.start ?? '~').localeCompare(b.start ?? '~'))
      patch(
        list,
        sorted,
        ({ room }) => room,
        (card) => {
          const made = boardCard()
          cards.set(card.room, made)
          return made.element
        },
        (_, card) => cards.get(card.room)?.update(card)
      )
    }
  }
}

function boardCard() {
  const title = h('b', { dir: 'auto' })
  const place = h('span', { class: 'hint', dir: 'auto' })
  const phase = h('span', { class: 'chip' })
  const timer = timerView()
  const people = h('span', null)
  const steps = h('span', null)
  return {
    element: h('li', null, title, place, h('p', { class: 'row' }, phase, timer.element), h('p', { class: 'row hint' }, icon('people'), people, icon('plan'), steps)),
    /** @param {Card} card */
    update(card) {
      setText(title, card.title)
      setText(place, [card.place ?? '', span(card)].filter(Boolean).join(' · '))
      setText(phase, card.polls > 0 ? t('screen.voting') : t(`phase.${card.phase}`))
      phase.className = card.polls > 0 ? 'chip live' : 'chip'
      timer.update(card.timer)
      setText(people, card.seats ? `${card.people}/${card.seats}` : String(card.people))
      setText(steps, card.steps === undefined ? '–' : card.steps === 0 ? t('screen.steps', { n: 0 }) : t('screen.agreed', { n: card.agreed ?? 0, of: card.steps }))
    }
  }
}
