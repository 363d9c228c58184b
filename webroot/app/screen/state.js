/**
 * What the screen shows of what it knows.
 *
 * @typedef {import('../poll/types.js').Poll} Poll
 * @typedef {import('../plan/read.js').Plan} Plan
 * @typedef {import('../told.js').Told & {plan: Plan | null, online: boolean}} State
 * @typedef {{room: import('../told.js').Room | null, polls: Map<string, Poll>, plan: {steps: {id: string}[]} | null}} Known
 * @typedef {{kind: 'wait'} | {kind: 'plan'} | {kind: 'step', id: string} | {kind: 'poll', id: string}} Stage
 */

/** A result stays on the screen for this long when nobody has said what comes next. Milliseconds. */
const RESULT_STAYS = 3 * 60_000
/** A poll without a result for anybody leaves the wall sooner. Milliseconds. */
const NOTHING_STAYS = 30_000

/** As a spotlight: the plan, whatever is opened and closed. */
export const PINNED_PLAN = 'plan'

/**
 * What is to be seen: what the moderator put into the spotlight; without one an open poll, a fresh result, else the plan.
 *
 * @param {Known} known
 * @param {number} now milliseconds, by the server's clock
 * @returns {Stage}
 */
export function stageOf({ room, plan, polls }, now) {
  if (!room || !plan) return { kind: 'wait' }
  const { spotlight } = room
  const chosen = polls.get(spotlight ?? '')
  if (chosen && chosen.state !== 'cancelled') return { kind: 'poll', id: chosen.id }
  if (spotlight && plan.steps.some(({ id }) => id === spotlight)) return { kind: 'step', id: spotlight }
  if (spotlight) return { kind: 'plan' }
  const all = [...polls.values()]
  const open = latest(all.filter(({ state }) => state === 'open'))
  if (open) return { kind: 'poll', id: open.id }
  const closed = latest(all.filter(({ state }) => state === 'closed'))
  if (!closed) return { kind: 'plan' }
  const empty = closed.cast === 0 || Boolean(closed.withheld)
  const fresh = now - Date.parse(closed.closedAt ?? '') < (empty ? NOTHING_STAYS : RESULT_STAYS)
  return fresh || (room.phase === 'results' && !empty) ? { kind: 'poll', id: closed.id } : { kind: 'plan' }
}

/**
 * @param {Poll[]} polls
 * @returns {Poll | undefined} the one opened last; ids sort by time
 */
function latest(polls) {
  const when = (/** @type {Poll} */ poll) => poll.closedAt ?? poll.openedAt ?? ''
  return [...polls].sort((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : a.id < b.id ? 1 : -1))[0]
}
