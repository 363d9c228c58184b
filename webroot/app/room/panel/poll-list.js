// Polls beside the plan: what is open first, then a moderator's drafts, then what was decided.
import { h, icon, patch, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { pollCard } from '../../poll/card.js'
import { draftHolders } from './draft-holders.js'
import { pollActs } from './poll-acts.js'

/** Past polls shown at once; older ones are one click away. */
const RECENT = 3

/** @typedef {import('../state.js').Poll} Poll */
/** @typedef {ReturnType<typeof pollCard>} Card */

/**
 * @param {import('./poll-acts.js').Context & {element: HTMLElement, picked: {ids(): string[], clear(): void}}} context `element` is the section they
 *     are shown in, `picked` are the steps ticked in the plan
 */
export function pollList({ element, picked, ...context }) {
  const { state } = context
  const holders = draftHolders(context.connection.awareness)
  const acts = pollActs({ ...context, holders })
  const cards = cardsOf(state, acts)
  const prepareNow = () => acts.prepare(picked.ids(), picked.clear)
  const now = h('div', { class: 'stack' })
  const past = h('div', { class: 'stack' })
  const older = h('div', { class: 'stack' })
  const summary = h('summary', { class: 'label' })
  const more = h('details', { class: 'older' }, summary, older)
  const nothing = h('p', { class: 'hint' })
  const prepare = h('button', { type: 'button', onclick: prepareNow }, icon('plus'), t('room.polls.prepare'))
  element.append(now, prepare, nothing, past, more)

  function draw() {
    const list = state.pollList.reverse()
    const held = focusedPoll(element)
    const running = cards.beganFirst(list.filter((poll) => poll.state === 'open'))
    const drafts = state.moderates ? list.filter((poll) => poll.state === 'draft') : []
    const done = list.filter((poll) => poll.state === 'closed' || poll.state === 'cancelled')
    cards.draw(now, [...running, ...drafts])
    for (const { id } of drafts) showHolder(now, id, holders.of(id))
    cards.draw(past, done.slice(0, RECENT))
    cards.draw(older, done.slice(RECENT))
    more.hidden = done.length <= RECENT
    setText(summary, t('room.polls.older', { n: Math.max(0, done.length - RECENT) }))
    prepare.hidden = !state.moderates || state.closed
    nothing.hidden = running.length + drafts.length + done.length > 0
    setText(nothing, t(state.moderates ? 'room.polls.none.moderator' : 'room.polls.none'))
    cards.forget()
    if (held && !element.contains(document.activeElement)) cards.focus(held)
  }

  /** Brings a poll into view; without one, what there is to vote on. @param {string} [id] */
  function show(id) {
    const wanted = id ?? state.openPoll?.id
    if (!wanted) return
    more.open ||= older.querySelector(`[data-key="${wanted}"]`) !== null
    cards.focus(wanted)
  }

  whenConnected(state, () => void acts.askDrafts())
  state.on(['polls', 'room'], draw)
  holders.watch(() => state.changed('polls'))
  draw()
  return { prepare: prepareNow, show }
}

/** The poll somebody works in: when it closes its card goes elsewhere, and focus is to go with it. @param {HTMLElement} element */
function focusedPoll(element) {
  const card = element.contains(document.activeElement) ? document.activeElement?.closest('article.poll') : null
  return card instanceof HTMLElement ? card.dataset['key'] : undefined
}

/** Says at a draft who else is working on it. @param {HTMLElement} list @param {string} id of the draft @param {string | null} name */
function showHolder(list, id, name) {
  const card = [...list.children].find((element) => element instanceof HTMLElement && element.dataset['key'] === id)
  const said = card?.querySelector(':scope > .held')
  if (name === null) return said?.remove()
  const line = said ?? h('p', { class: 'held hint', role: 'status' })
  setText(line, t('room.polls.held', { name }))
  if (!said) card?.append(line)
}

/**
 * A card for each poll, kept while the reader's role stays.
 *
 * @param {import('../state.js').State} state
 * @param {ReturnType<typeof pollActs>} acts
 */
function cardsOf(state, { cast, act, read, voters }) {
  /** @type {Map<string, {card: Card, role: string}>} */
  const cards = new Map()

  /** @param {Poll} poll @returns {Card} */
  function cardOf(poll) {
    const role = state.moderates ? 'moderator' : state.role === 'viewer' ? 'viewer' : 'participant'
    const known = cards.get(poll.id)
    if (known?.role === role) {
      known.card.update(poll)
      return known.card
    }
    known?.card.element.remove()
    const card = pollCard(poll, {
      role,
      cast: (choices, kept) => cast(poll.id, choices, kept),
      act: (name, body) => act(poll.id, name, body),
      read: () => read(poll.id),
      voters
    })
    cards.set(poll.id, { card, role })
    return card
  }

  return {
    /** @param {HTMLElement} parent @param {Poll[]} list */
    draw(parent, list) {
      patch(
        parent,
        list,
        (poll) => poll.id,
        (poll) => cardOf(poll).element,
        (_element, poll) => void cardOf(poll)
      )
      parent.hidden = list.length === 0
    },
    /** What somebody has begun to fill in stays where it is: a new poll comes below it. @param {Poll[]} polls @returns {Poll[]} */
    beganFirst(polls) {
      const began = (/** @type {Poll} */ { id }) => Number(cards.get(id)?.card.isHalfFilled() ?? false)
      return [...polls].sort((a, b) => began(b) - began(a))
    },
    /** @param {string} id */
    focus: (id) => cards.get(id)?.card.focus(),
    forget() {
      for (const id of cards.keys()) if (!state.polls.has(id)) cards.delete(id)
    }
  }
}

/** @param {import('../state.js').State} state @param {() => void} act at once if there is a connection, and with each new one */
function whenConnected(state, act) {
  let connected = false
  const look = () => {
    const is = state.saving.state !== 'offline'
    if (is && !connected) act()
    connected = is
  }
  state.on(['saving'], look)
  look()
}
