// What polls decided about a step, in a few words for its chip. Hidden tallies never reach this page, so what is here may be shown.
import { exact, t } from '../i18n.js'

/** Chips at one step; older decisions stay in the protocol. */
const NEWEST = 2

/** @typedef {import('./plan/facts.js').Decision} Decision */
/** @typedef {import('./state.js').Poll} Poll */

/**
 * Decisions by step, the newest first.
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
      const known = steps.get(option.step) ?? []
      const decision = known.length < NEWEST ? decide(poll, poll.tally.options?.[option.id]) : null
      // The same outcome again says nothing new.
      const news = decision && known.every(({ text }) => text !== decision.text)
      if (news) steps.set(option.step, [...known, decision])
    }
  }
  return steps
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
