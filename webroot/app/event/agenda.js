/** The agenda as it is now, drawn anew with what one is at kept in focus. */
import { fill, h, icon } from '../dom.js'
import { day as shortDay, t } from '../i18n.js'
import { dayOf, dayWords, span } from '../programme/times.js'

/**
 * @typedef {{id: string, title: string, place?: string | null, start?: string | null, end?: string | null, moderators: string[], seats?: number | null,
 *     room?: string | null, mine: boolean, phase?: string, here?: number, free?: number | null, polls?: number, entered?: boolean}} Session
 * @typedef {{event: {id: string, title: string, date?: string | null, venue?: string | null}, member: {name: string, role: string}, sessions: Session[],
 *     plenary?: {room: string, title: string, phase: string, polls: number} | null, votes: {room: string, poll: string, question: string}[]}} Agenda
 * @typedef {{enter(room: string): Promise<void>, wish(session: string, comes: boolean): Promise<void>, forget(): void}} Acts
 */

/** What begins within this is next. Milliseconds. */
const SOON = 90 * 60_000

/** @param {HTMLElement} element @param {Agenda} now @param {Acts} acts */
export function agenda(element, now, acts) {
  const focused = document.activeElement?.id
  const { event, member, sessions, plenary, votes } = now
  const time = Date.now()
  const closed = sessions.filter(isClosed)
  const open = sessions.filter((session) => !isClosed(session))
  const running = open.filter(({ start, end }) => start && Date.parse(start) <= time && (!end || Date.parse(end) > time) && time - Date.parse(start) < 12 * 3_600_000)
  const next = open.filter(({ start }) => start && Date.parse(start) > time && Date.parse(start) - time < SOON)
  const mine = open.filter((session) => session.mine && !running.includes(session) && !next.includes(session))
  const rest = open.filter((session) => !running.includes(session) && !next.includes(session) && !mine.includes(session))
  const facts = [event.date ? dayWords(event.date) : '', event.venue ?? '', t('event.as', { name: member.name })]
  const card = (/** @type {string} */ key, /** @type {Session[]} */ list, live = false) => list.length > 0 && section(key, list, acts, live)
  fill(
    element,
    h('header', { class: 'stack' }, h('h1', null, event.title), h('p', { class: 'hint' }, facts.filter(Boolean).join(' · '))),
    votes.length > 0 && voteCard(votes, acts),
    plenary && plenaryCard(plenary, acts),
    card('event.now', running, true),
    card('event.next', next),
    card('event.mine', mine),
    card(rest.length < sessions.length ? 'event.others' : 'event.all', rest),
    card('event.closed', closed),
    sessions.length === 0 && h('div', { class: 'empty' }, h('p', null, t('event.empty'))),
    h(
      'p',
      { class: 'row' },
      member.role === 'organiser' && h('a', { class: 'button', href: `/programme.html?event=${event.id}` }, icon('list'), t('event.organise')),
      h('button', { type: 'button', class: 'quiet', onclick: acts.forget }, t('event.forget', { name: member.name }))
    )
  )
  if (focused) document.getElementById(focused)?.focus()
}

/** Its room is: however long it was to go on, nobody works in it any more. @param {Session} session */
const isClosed = ({ phase }) => phase === 'closed'

/** @param {Agenda['votes']} votes @param {Acts} acts */
function voteCard(votes, { enter }) {
  return h(
    'section',
    { class: 'card stack live-card', 'aria-labelledby': 'votes' },
    h('h2', { id: 'votes' }, t('event.votes', { n: votes.length })),
    h(
      'ul',
      { class: 'sessions own-votes', role: 'list' },
      votes.map(({ room, poll, question }) =>
        h('li', null, h('h3', null, question), h('button', { type: 'button', class: 'primary', id: `vote-${poll}`, onclick: () => enter(room) }, icon('vote'), t('event.vote')))
      )
    )
  )
}

/** @param {NonNullable<Agenda['plenary']>} plenary @param {Acts} acts */
function plenaryCard({ room, title, phase, polls }, { enter }) {
  return h(
    'section',
    { class: 'card row' },
    h('div', null, h('h2', null, title), h('p', { class: 'hint' }, t(polls > 0 ? 'event.polling' : `phase.${phase}`))),
    h('button', { type: 'button', class: 'primary end', id: 'enter-plenary', onclick: () => enter(room) }, icon('gather'), t('event.plenary'))
  )
}

/** @param {string} key @param {Session[]} sessions @param {Acts} acts @param {boolean} live */
function section(key, sessions, acts, live) {
  let day = ''
  return h(
    'section',
    { class: 'card stack', 'aria-labelledby': key },
    h('h2', { id: key }, t(key)),
    h(
      'ul',
      { class: 'sessions', role: 'list' },
      sessions.map((session) => {
        const its = dayOf(session.start)
        const shown = live || its === day ? '' : its
        day = its
        return row(session, acts, shown)
      })
    )
  )
}

/** @param {Session} session @param {Acts} acts @param {string} day shown above its time */
function row(session, acts, day) {
  const facts = [session.place ?? '', session.moderators.join(', '), seats(session)].filter(Boolean).join(' · ')
  return h(
    'li',
    null,
    h('div', { class: 'time' }, day !== '' && h('p', { class: 'hint' }, shortDay(day)), h('p', { class: 'num' }, span(session))),
    h(
      'div',
      null,
      h('h3', null, session.title),
      facts !== '' && h('p', { class: 'hint' }, facts),
      isClosed(session) && h('p', null, h('span', { class: 'chip' }, icon('lock'), t('phase.closed'))),
      Boolean(session.polls) && h('p', null, h('span', { class: 'chip live' }, t('event.polling')))
    ),
    isClosed(session) ? h('span', null) : wish(session, acts),
    session.room ? door(session, acts) : h('span', { class: 'hint' }, t('event.notOpen'))
  )
}

/** @param {Session} session @param {Acts} acts */
function wish({ id, title, mine }, acts) {
  return h(
    'button',
    {
      type: 'button',
      id: `wish-${id}`,
      'aria-pressed': String(mine),
      'aria-label': t('event.wishFor', { title }),
      onclick: () => acts.wish(id, !mine)
    },
    icon(mine ? 'check' : 'plus'),
    t(mine ? 'event.wished' : 'event.wish')
  )
}

/** @param {Session} session @param {Acts} acts */
function door(session, { enter }) {
  const closed = isClosed(session)
  const full = !closed && session.free === 0 && !session.entered
  const words = closed ? 'event.read' : full ? 'event.watch' : session.entered ? 'event.back' : 'event.enter'
  return h(
    'button',
    {
      type: 'button',
      class: full || closed ? '' : 'primary',
      id: `enter-${session.id}`,
      'aria-label': `${t(words)}: ${session.title}`,
      onclick: () => enter(String(session.room))
    },
    icon(full ? 'screen' : 'next'),
    t(words)
  )
}

/** @param {Session} session */
function seats({ free, seats: all, here, phase }) {
  if (phase === 'closed') return ''
  if (free === 0) return t('event.full')
  if (free !== undefined && free !== null) return t('event.free', { free, n: all ?? 0 })
  return here ? t('event.here', { n: here }) : ''
}
