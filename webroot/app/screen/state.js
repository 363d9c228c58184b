/**
 * What the screen knows, and what it shows of it. A screen that heard everything shows the same as one that has just loaded.
 *
 * @typedef {import('../poll/types.js').Poll} Poll
 * @typedef {import('./plan.js').Plan} Plan
 * @typedef {{title: string, language?: string, phase: string, timer: import('../timer.js').Timer | null, spotlight: string | null, joinCode: string,
 *     joinUrl?: string | null}} Room
 * @typedef {{room: Room | null, plan: Plan | null, polls: Map<string, Poll>, present: number, online: boolean}} State
 * @typedef {{kind: 'wait'} | {kind: 'plan'} | {kind: 'step', id: string} | {kind: 'poll', id: string}} Stage
 */

/** A result stays on the screen for this long when nobody has said what comes next. Milliseconds. */
const RESULT_STAYS = 3 * 60_000

/** @type {State} */
export const nothing = { room: null, plan: null, polls: new Map(), present: 0, online: false }

/**
 * The state after an event of the server (contract, section 4).
 *
 * @param {State} state
 * @param {any} event
 * @returns {State}
 */
export function after(state, event) {
  switch (event.type) {
    case 'room': {
      const { title, language, phase, timer, spotlight, joinCode, joinUrl } = event
      return { ...state, room: { title, language, phase, timer, spotlight, joinCode, joinUrl } }
    }
    case 'poll':
      return withPoll(state, event.poll)
    case 'tally': {
      const poll = state.polls.get(event.poll)
      if (!poll) return state
      const { cast, eligible, tally } = event
      return withPoll(state, tally === undefined ? { ...poll, cast, eligible } : { ...poll, cast, eligible, tally })
    }
    case 'presence':
      return { ...state, present: event.participants }
    default:
      return state
  }
}

/**
 * @param {State} state
 * @param {Poll} poll
 * @returns {State}
 */
function withPoll(state, poll) {
  return { ...state, polls: new Map(state.polls).set(poll.id, poll) }
}

/**
 * What is to be seen: what the moderator put into the spotlight; without one an open poll, a fresh result, else the plan.
 *
 * @param {State} state
 * @param {number} now milliseconds, by the server's clock
 * @returns {Stage}
 */
export function stageOf({ room, plan, polls }, now) {
  if (!room || !plan) return { kind: 'wait' }
  const { spotlight } = room
  if (spotlight && polls.has(spotlight)) return { kind: 'poll', id: spotlight }
  if (spotlight && plan.steps.some(({ id }) => id === spotlight)) return { kind: 'step', id: spotlight }
  if (spotlight) return { kind: 'plan' }
  const all = [...polls.values()]
  const open = latest(all.filter(({ state }) => state === 'open'))
  if (open) return { kind: 'poll', id: open.id }
  const closed = latest(all.filter(({ state }) => state === 'closed'))
  const fresh = closed && now - Date.parse(closed.closedAt ?? '') < RESULT_STAYS
  return closed && (fresh || room.phase === 'results') ? { kind: 'poll', id: closed.id } : { kind: 'plan' }
}

/**
 * @param {Poll[]} polls
 * @returns {Poll | undefined} the one opened last; ids sort by time
 */
function latest(polls) {
  const when = (/** @type {Poll} */ poll) => poll.closedAt ?? poll.openedAt ?? ''
  return [...polls].sort((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : a.id < b.id ? 1 : -1))[0]
}
