/**
 * Where a call leads to, for a sentence on it.
 *
 * @param {string | null} spotlight
 * @param {{state: import('./state.js').State, plan: import('./plan/document.js').PlanDocument}} room
 * @returns {{kind: 'poll' | 'step' | 'plan', vars: Record<string, string>}} the end of a text's key, and what the text names
 */
export function calledTo(spotlight, { state, plan }) {
  const poll = spotlight === null ? null : state.polls.get(spotlight)
  if (poll) return { kind: 'poll', vars: { question: poll.question } }
  if (spotlight === null || !plan.step(spotlight)) return { kind: 'plan', vars: {} }
  return { kind: 'step', vars: { number: String(plan.order().indexOf(spotlight) + 1), title: plan.titleOf(spotlight) } }
}
