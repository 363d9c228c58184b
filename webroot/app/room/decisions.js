// What polls decided about a step, in a few words for its chip. Hidden tallies never reach this page, so what is here may be shown.
import { exact, t } from '../i18n.js'

/** Chips at one step; what is older stays in the protocol. */
const MOST = 2

/** @typedef {import('./plan/facts.js').Decision} Decision */
/** @typedef {import('./state.js').Poll} Poll */

/**
 * What polls say about steps, the newest first; but a binding decision stands first until another one takes its place, however many
 * moods were asked for since.
 *
 * @param {Poll[]} polls in order of their making
 * @returns {Map<string, Decision[]>}
 */
export function decisionsByStep(polls) {
  /** @type {Map<string, Decision[]>} */
  const steps = new Map()
  for (const poll of [...polls].reverse()) {
    if (poll.state !== 'closed' || !poll.tally) continue
    for (const option of poll.options) {
      if (!option.step) continue
      const decision = decide(poll, poll.tally.options?.[option.id])
      if (decision) steps.set(option.step, [...(steps.get(option.step) ?? []), named(poll, decision)])
    }
  }
  return new Map([...steps].map(([step, all]) => [step, pinned(all)]))
}

/** @param {Decision[]} all the newest first @returns {Decision[]} */
function pinned(all) {
  const binding = all.find((one) => one.binding)
  // The same outcome again says nothing new; and a decision takes the place of the ones before it.
  const others = all.filter((one, at) => !one.binding && all.findIndex(({ text }) => text === one.text) === at)
  return [...(binding ? [binding] : []), ...others].slice(0, MOST)
}

/** Only what was decided by a majority is called a decision. @param {Poll} poll @param {Decision} decision @returns {Decision} */
function named({ id, method, tally }, decision) {
  const reached = method === 'consent' || (method === 'approval' && decision.tone === 'good')
  const binding = reached && tally?.valid === true
  return { ...decision, poll: id, binding, text: binding ? t('room.decision.binding', { what: decision.text }) : decision.text }
}

/** @param {Poll} poll @param {any} result @returns {Decision | null} */
function decide(poll, result) {
  const { tally } = poll
  if (!tally || !result) return null
  if (tally.valid === false) {
    return tally.reason === 'quorum' ? { tone: 'warn', sign: 'warn', text: t('room.decision.noQuorum') } : null
  }
  if (poll.method === 'consent') return consent(result)
  if (poll.method === 'fist') return fist(result)
  if (poll.method === 'matrix') return matrix(result)
  return selected(result) ?? ranked(poll, result)
}

/** @param {any} result @returns {Decision | null} */
function consent({ decision, yes, no }) {
  if (decision === 'accepted') return { tone: 'good', sign: 'check', text: t('room.decision.accepted', { yes, no }) }
  if (decision === 'rejected') return { tone: 'bad', sign: 'x', text: t('room.decision.rejected', { yes, no }) }
  return null
}

/** @param {any} result @returns {Decision | null} */
function fist({ verdict }) {
  if (verdict === 'carried') return { tone: 'good', sign: 'check', text: t('room.decision.carried') }
  if (verdict === 'concerns') return { tone: 'warn', sign: 'warn', text: t('room.decision.concerns') }
  return verdict === 'notCarried' ? { tone: 'bad', sign: 'x', text: t('room.decision.notCarried') } : null
}

/** @param {any} result @returns {Decision | null} */
function matrix({ quadrant }) {
  const known = ['doNow', 'planStrategically', 'onTheSide', 'postpone'].includes(quadrant)
  return known ? { tone: 'act', sign: 'vote', text: t(`room.decision.${quadrant}`) } : null
}

/** @param {any} result @returns {Decision | null} */
function selected(result) {
  const how = result.selected
  if (how === 'yes' || how === true)
    return { tone: 'good', sign: 'check', text: chosen(result, 'room.decision.selected') }
  if (how === 'tie') return { tone: 'warn', sign: 'warn', text: t('room.decision.tie') }
  return how === 'no' || how === false
    ? { tone: '', sign: 'x', text: chosen(result, 'room.decision.notSelected') }
    : null
}

/** @param {any} result @param {string} key */
function chosen(result, key) {
  return typeof result.rank === 'number' ? `${t(key)}, ${t('room.decision.rank', { rank: result.rank })}` : t(key)
}

/** @param {Poll} poll @param {any} result @returns {Decision | null} */
function ranked({ method }, result) {
  const rank = typeof result.rank === 'number' ? t('room.decision.rank', { rank: result.rank }) : ''
  /** @type {Record<string, () => string>} */
  const values = {
    dots: () => t('room.decision.dots', { n: result.dots }),
    single: () => t('room.decision.votes', { n: result.votes }),
    approval: () => t('room.decision.votes', { n: result.approvals }),
    score: () => t('room.decision.median', { value: exact(result.median) }),
    ranking: () => t('room.decision.points', { value: exact(result.borda) }),
    resistance: () => t('room.decision.resistance', { value: exact(result.mean) })
  }
  const text = [values[method]?.(), rank].filter(Boolean).join(', ')
  return text ? { tone: 'act', sign: 'vote', text } : null
}
