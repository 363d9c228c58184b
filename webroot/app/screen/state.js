/**
 * What the screen shows of what it knows.
 *
 * @typedef {import('../poll/types.js').Poll} Poll
 * @typedef {import('../plan/read.js').Plan} Plan
 * @typedef {import('../told.js').Told & {plan: Plan | null, online: boolean, cards: import('../cards/told.js').Cards}} State
 * @typedef {{room: import('../told.js').Room | null, polls: Map<string, Poll>, plan: {steps: {id: string}[]} | null, cards?: import('../cards/told.js').Cards}} Known
 * @typedef {{kind: 'wait'} | {kind: 'plan'} | {kind: 'step', id: string} | {kind: 'poll', id: string} | {kind: 'ideas'} | {kind: 'questions'}} Stage
 */

/** A result stays on the screen for this long when nobody has said what comes next. Milliseconds. */
const RESULT_STAYS = 3 * 60_000
/** A poll without a result for anybody leaves the wall sooner. Milliseconds. */
const NOTHING_STAYS = 30_000

/** As a spotlight: the plan, whatever is opened and closed. */
export const PINNED_PLAN = 'plan'
/** As spotlights: what people contribute beside the plan. */
export const IDEAS = 'ideas'
export const QUESTIONS = 'questions'

/**
 * What is to be seen: what the moderator put into the spotlight; without one an open poll, a fresh result, else the plan.
 *
 * @param {Known} known
 * @param {number} now milliseconds, by the server's clock
 * @returns {Stage}
 */
export function stageOf({ room, plan, polls, cards }, now) {
  if (!room || !plan) return { kind: 'wait' }
  const { spotlight } = room
  if (spotlight === IDEAS) return { kind: 'ideas' }
  if (spotlight === QUESTIONS) return { kind: 'questions' }
  const chosen = polls.get(spotlight ?? '')
  if (chosen && chosen.state !== 'cancelled') return { kind: 'poll', id: chosen.id }
  if (spotlight && plan.steps.some(({ id }) => id === spotlight)) return { kind: 'step', id: spotlight }
  if (spotlight && !chosen) return { kind: 'plan' }
  const all = [...polls.values()]
  const on = latest(all.filter(({ state }) => state === 'open')) ?? fresh(all, now) ?? (room.phase === 'results' ? lastResult(all) : null)
  if (on) return { kind: 'poll', id: on.id }
  return room.phase === 'collect' && cards && cards.ideas !== 'off' ? { kind: 'ideas' } : { kind: 'plan' }
}

/** @param {Poll} poll @returns {boolean} whether it has nothing to show */
const isEmpty = (poll) => poll.state === 'cancelled' || poll.cast === 0 || Boolean(poll.withheld)

/** @param {Poll[]} all @param {number} now @returns {Poll | null} what ended last, while it is news */
function fresh(all, now) {
  const ended = latest(all.filter(({ state }) => state === 'closed' || state === 'cancelled'))
  if (!ended) return null
  return now - Date.parse(ended.closedAt ?? '') < (isEmpty(ended) ? NOTHING_STAYS : RESULT_STAYS) ? ended : null
}

/** @param {Poll[]} all @returns {Poll | undefined} */
const lastResult = (all) => latest(all.filter((poll) => poll.state === 'closed' && !isEmpty(poll)))

/**
 * @param {Poll[]} polls
 * @returns {Poll | undefined} the one opened last; ids sort by time
 */
function latest(polls) {
  const when = (/** @type {Poll} */ poll) => poll.closedAt ?? poll.openedAt ?? ''
  return [...polls].sort((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : a.id < b.id ? 1 : -1))[0]
}
