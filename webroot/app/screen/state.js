/**
 * What the screen shows of what it knows.
 *
 * @typedef {import('../poll/types.js').Poll} Poll
 * @typedef {import('../plan/read.js').Plan} Plan
 * @typedef {import('../told.js').Told & {plan: Plan | null, online: boolean}} State
 * @typedef {{kind: 'wait'} | {kind: 'plan'} | {kind: 'step', id: string} | {kind: 'poll', id: string}} Stage
 */

/** A result stays on the screen for this long when nobody has said what comes next. Milliseconds. */
const RESULT_STAYS = 3 * 60_000

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
