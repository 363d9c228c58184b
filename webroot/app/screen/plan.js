/** The plan as plain values, read from the shared document (contract, section 5): what has a wrong type counts as absent. */
import { Y } from '/vendor/yjs.js'

/** @typedef {'idea' | 'proposed' | 'agreed' | 'doing' | 'blocked' | 'done' | 'dropped'} Status */
/**
 * @typedef {object} Step
 * @property {string} id
 * @property {number} n place in the plan, from 1
 * @property {string} title
 * @property {Status} status
 * @property {string} responsible
 * @property {string} contributors
 * @property {string} result when is it done?
 * @property {string | null} due
 * @property {number | null} effort person-days
 * @property {string | null} obstacle
 * @property {Y.XmlFragment | null} details
 *
 * @typedef {{title: string, goal: string, steps: Step[]}} Plan
 */

const STATUS = new Set(['idea', 'proposed', 'agreed', 'doing', 'blocked', 'done', 'dropped'])
const OBSTACLE = new Set(['law', 'money', 'staff', 'technology', 'responsibility', 'vendor'])

/**
 * @param {Y.Doc} doc
 * @returns {Plan}
 */
export function readPlan(doc) {
  const steps = [...doc.getMap('steps').entries()]
    .filter(([, step]) => step instanceof Y.Map)
    .map(([id, step]) => ({ id, rank: text(step.get('rank')), step }))
    .sort((a, b) => compare(a.rank, b.rank) || compare(a.id, b.id))
    .map(({ id, step }, at) => readStep(id, at + 1, step))
  return { title: doc.getText('title').toString(), goal: doc.getText('goal').toString(), steps }
}

/** By code unit, as the server orders. @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** @param {unknown} value @returns {string} */
function text(value) {
  return value instanceof Y.Text ? value.toString() : typeof value === 'string' ? value : ''
}

/**
 * @param {string} id
 * @param {number} n
 * @param {Y.Map<unknown>} step
 * @returns {Step}
 */
function readStep(id, n, step) {
  const status = text(step.get('status'))
  const due = text(step.get('due'))
  const effort = step.get('effort')
  const obstacle = text(step.get('obstacle'))
  const details = step.get('details')
  return {
    id,
    n,
    title: text(step.get('title')),
    status: /** @type {Status} */ (STATUS.has(status) ? status : 'idea'),
    responsible: text(step.get('responsible')),
    contributors: text(step.get('contributors')),
    result: text(step.get('result')),
    due: /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : null,
    effort: typeof effort === 'number' && Number.isFinite(effort) ? effort : null,
    obstacle: OBSTACLE.has(obstacle) ? obstacle : null,
    details: details instanceof Y.XmlFragment ? details : null
  }
}
