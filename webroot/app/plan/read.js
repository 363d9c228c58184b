/**
 * The plan as plain values, read from the shared document (contract, section 5) for every page alike. Reading goes by shape: what
 * gives a delta or is a string is text, what gives entries is a map, what gives an array is a list. A value of a wrong type or form
 * counts as absent, as on the server. Reading never changes the document.
 */

/** @typedef {'idea' | 'proposed' | 'agreed' | 'doing' | 'blocked' | 'done' | 'dropped'} Status */
/**
 * @typedef {{id: string, member: string, name: string, text: string, at: string, done: boolean, edited?: string, removed?: string,
 *   removedBy?: string, replyTo?: string}} Comment `replyTo`: id of the one it answers; `removed`: when it was taken back, or away by a moderator (`removedBy`); its place stays
 */
/**
 * @typedef {object} Step
 * @property {string} id
 * @property {number} n place in the plan, from 1
 * @property {string} title
 * @property {Status} status
 * @property {string} responsible
 * @property {string} contributors
 * @property {string} tags words with commas between them
 * @property {string} result when is it done?
 * @property {string | null} start
 * @property {string | null} due
 * @property {string | null} followUp
 * @property {number | null} effort person-days
 * @property {string | null} obstacle
 * @property {import('/vendor/yjs.js').Y.XmlFragment | null} details
 * @property {Comment[]} comments
 *
 * @typedef {{title: string, goal: string, notes: Record<string, string>, steps: Step[]}} Plan `notes`: what is to be done, by phase
 */

/** @type {Status[]} */
export const STATUSES = ['idea', 'proposed', 'agreed', 'doing', 'blocked', 'done', 'dropped']
export const OBSTACLES = ['law', 'money', 'staff', 'technology', 'responsibility', 'vendor']

/** @param {import('/vendor/yjs.js').Y.Doc} doc @returns {Plan} */
export function readPlan(doc) {
  const steps = doc.getMap('steps')
  return {
    title: text(doc.getText('title')),
    goal: text(doc.getText('goal')),
    notes: notesOf(doc.getMap('phases')),
    steps: orderOf(steps).map((id, at) => readStep(id, at + 1, steps.get(id)))
  }
}

/** @param {any} phases @returns {Record<string, string>} */
function notesOf(phases) {
  return Object.fromEntries([...phases.keys()].map((phase) => [phase, phaseNoteOf(phases, phase)]))
}

/** What is to be done in a phase; '' for nothing. @param {any} phases @param {string} phase @returns {string} */
export function phaseNoteOf(phases, phase) {
  return text(phases.get(phase)).trim()
}

/** Ids of the steps in order: rank by code unit, then id. @param {any} steps @returns {string[]} */
export function orderOf(steps) {
  return /** @type {[string, any][]} */ ([...steps.entries()])
    .filter(([, step]) => isMap(step) && removed(step) === null)
    .map(([id, step]) => ({ id, rank: word(step.get('rank')) }))
    .sort((a, b) => compare(a.rank, b.rank) || compare(a.id, b.id))
    .map(({ id }) => id)
}

/** When a step was taken out of the plan: it stays in the document for a while. @param {any} step @returns {string | null} */
export function removed(step) {
  const at = word(step.get('removed'))
  return Number.isNaN(Date.parse(at)) ? null : at
}

/** @param {string} id @param {number} n @param {any} step @returns {Step} */
function readStep(id, n, step) {
  const read = (/** @type {string} */ key) => step.get(key)
  return {
    id,
    n,
    title: text(read('title')),
    status: status(read('status')),
    responsible: text(read('responsible')),
    contributors: text(read('contributors')),
    tags: text(read('tags')),
    result: text(read('result')),
    start: date(read('start')),
    due: date(read('due')),
    followUp: date(read('followUp')),
    effort: effort(read('effort')),
    obstacle: obstacle(read('obstacle')),
    details: isList(read('details')) ? read('details') : null,
    comments: comments(read('comments'))
  }
}

/** @param {any} value */
export const isMap = (value) => typeof value?.entries === 'function' && typeof value.get === 'function'

/** @param {any} value */
const isList = (value) => typeof value?.toArray === 'function'

/** @param {unknown} value @returns {string} a plain string, '' for anything else */
export const word = (value) => (typeof value === 'string' ? value : '')

/**
 * Characters, wherever they lie: a string, a shared text, or what is nested in a fragment.
 *
 * @param {any} value
 * @returns {string} '' where there are none
 */
export function text(value) {
  if (typeof value === 'string') return value
  if (typeof value?.toDelta === 'function') {
    return value.toDelta().reduce((/** @type {string} */ all, /** @type {any} */ run) => all + word(run.insert), '')
  }
  return isList(value) ? value.toArray().map(text).join('') : ''
}

/** @param {unknown} value @returns {Status} an idea, where it is none that we know */
export function status(value) {
  return STATUSES.find((known) => known === value) ?? 'idea'
}

/** @param {unknown} value @returns {string | null} */
export function obstacle(value) {
  return OBSTACLES.find((known) => known === value) ?? null
}

/** @param {unknown} value @returns {string | null} a day that exists, `2026-11-27` */
export function date(value) {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) ? value : null
}

/** @param {unknown} value @returns {number | null} person-days, never below nothing */
export function effort(value) {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null
}

/**
 * Entries with a text; each is an object or a map. Older clients replaced an entry to tick it off, and two of them at once left it twice: each id
 * stands once.
 *
 * @param {any} value
 * @returns {Comment[]}
 */
export function comments(value) {
  const list = isList(value) ? value.toArray() : Array.isArray(value) ? value : []
  /** @type {Map<string, Comment>} */
  const found = new Map()
  for (const entry of list) {
    const comment = isMap(entry) ? entry.toJSON() : entry
    if (typeof comment?.text !== 'string') continue
    const key = word(comment.id) || `#${found.size}`
    const known = found.get(key)
    if (!known) found.set(key, comment)
    else if (isMap(entry) || comment.done) found.set(key, { ...comment, done: Boolean(comment.done || known.done) })
  }
  return [...found.values()]
}

/** By code unit, as the server orders. @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
