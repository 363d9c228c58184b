// The plan as the contract lays it into a Y.Doc (section 5), with the edits people make. Values of a wrong type count as absent.
import { Y } from '/vendor/yjs.js'
import * as read from '../../plan/read.js'
import { place } from './ranks.js'
import { uuid7 } from './uuid.js'

/** Origin of every edit made on this page, and what undo takes back. */
export const LOCAL = Symbol('local')

export { OBSTACLES, STATUSES } from '../../plan/read.js'

/** @typedef {import('../../plan/read.js').Comment} Comment */
/**
 * What changed: `order` if steps came, went or moved; per step the keys that changed; `byOthers` if it was no edit of this page.
 * @typedef {{order: boolean, added: string[], removed: string[], steps: Map<string, Set<string>>, byOthers: boolean}} Changes
 */

export class PlanDocument {
  /** @type {Set<(changes: Changes) => void>} */ #watchers = new Set()
  /** @type {string[] | null} */ #order = null

  /**
   * @param {Y.Doc} doc
   * @param {() => boolean} editable whether this member may edit now
   */
  constructor(doc, editable) {
    this.doc = doc
    this.editable = editable
    this.title = doc.getText('title')
    this.goal = doc.getText('goal')
    this.minutes = doc.getXmlFragment('minutes')
    /** @type {Y.Map<any>} */
    this.steps = doc.getMap('steps')
    this.undoer = new Y.UndoManager([this.title, this.goal, this.minutes, this.steps], {
      trackedOrigins: new Set([LOCAL])
    })
    this.steps.observeDeep((events, transaction) => this.#observed(events, transaction))
  }

  /** @param {(changes: Changes) => void} watcher called after every transaction that touched the steps */
  watch(watcher) {
    this.#watchers.add(watcher)
  }

  /** One edit of this page. @param {() => void} change */
  edit(change) {
    this.doc.transact(change, LOCAL)
  }

  undo() {
    return this.undoer.undo() !== null
  }

  /** @returns {string[]} ids in order: rank by code unit, then id */
  order() {
    this.#order ??= read.orderOf(this.steps)
    return this.#order
  }

  /** @param {string} id @returns {Y.Map<any> | null} */
  step(id) {
    const step = this.steps.get(id)
    return step instanceof Y.Map ? step : null
  }

  /** @param {string} id @param {string} key @returns {string} '' if absent */
  text(id, key) {
    return read.text(this.step(id)?.get(key))
  }

  /** @param {string} id @returns {string} */
  titleOf(id) {
    return this.text(id, 'title')
  }

  /** @param {string} id @returns {string} */
  status(id) {
    return read.status(this.step(id)?.get('status'))
  }

  /** @param {string} id @param {string} key @returns {string} a date `2026-11-27`, or '' */
  date(id, key) {
    return read.date(this.step(id)?.get(key)) ?? ''
  }

  /** @param {string} id @returns {number | null} person-days */
  effort(id) {
    return read.effort(this.step(id)?.get('effort'))
  }

  /** @param {string} id @returns {Comment[]} */
  comments(id) {
    return read.comments(this.step(id)?.get('comments'))
  }

  /** The step's rich text, made where it is missing. @param {string} id @returns {Y.XmlFragment | null} */
  details(id) {
    return this.#child(id, 'details', Y.XmlFragment)
  }

  /** The step's title to type into, made where it is missing. @param {string} id @returns {Y.Text | null} */
  titleText(id) {
    return this.#child(id, 'title', Y.Text)
  }

  /**
   * Adds a step.
   *
   * @param {string} title
   * @param {string | null} [after] id of the step it follows; null for the end
   * @returns {string} its id
   */
  add(title, after = null) {
    const id = uuid7()
    const others = this.#ranked(id)
    const index = after === null ? others.length : others.findIndex((step) => step.id === after) + 1
    this.undoer.stopCapturing()
    this.edit(() => {
      const ranks = place(id, others, index)
      const step = new Y.Map()
      step.set('id', id)
      step.set('rank', ranks.get(id))
      step.set('title', new Y.Text(title))
      step.set('details', new Y.XmlFragment())
      step.set('status', 'idea')
      step.set('createdAt', new Date().toISOString().replace(/\.\d+Z$/, 'Z'))
      step.set('comments', new Y.Array())
      this.steps.set(id, step)
      ranks.delete(id)
      this.#rank(ranks)
    })
    return id
  }

  /** Moves a step. @param {string} id @param {number} index its place among the others */
  move(id, index) {
    const others = this.#ranked(id)
    this.undoer.stopCapturing()
    this.edit(() => this.#rank(place(id, others, Math.max(0, Math.min(index, others.length)))))
  }

  /** Takes a step out for good; undo brings it back. @param {string} id */
  remove(id) {
    this.undoer.stopCapturing()
    this.edit(() => this.steps.delete(id))
  }

  /** Whether nobody has written anything into a step. @param {string} id */
  isEmpty(id) {
    const step = this.step(id)
    if (!step) return true
    const details = step.get('details')
    const written = ['result', 'responsible', 'contributors', 'start', 'due', 'followUp'].some((key) =>
      this.text(id, key)
    )
    const rich = details instanceof Y.XmlFragment && details.toString().replace(/<[^>]*>/g, '') !== ''
    return !written && !rich && this.titleOf(id).trim() === '' && this.comments(id).length === 0
  }

  /**
   * Sets a plain value; undefined takes it away.
   *
   * @param {string} id
   * @param {string} key
   * @param {string | number | undefined} value
   */
  set(id, key, value) {
    const step = this.step(id)
    if (!step || step.get(key) === value) return
    this.edit(() => (value === undefined ? step.delete(key) : step.set(key, value)))
  }

  /** @param {string} id @param {Comment} comment */
  comment(id, comment) {
    const list = this.#child(id, 'comments', Y.Array)
    this.edit(() => list?.push([comment]))
  }

  /** Ticks a comment off or on again. @param {string} id @param {string} comment its id @param {boolean} done */
  settle(id, comment, done) {
    const list = this.step(id)?.get('comments')
    if (!(list instanceof Y.Array)) return
    const index = list
      .toArray()
      .findIndex((entry) => (entry instanceof Y.Map ? entry.get('id') : entry?.id) === comment)
    if (index < 0) return
    this.edit(() => {
      const known = list.get(index)
      if (known instanceof Y.Map) return known.set('done', done)
      const changed = { ...known, done }
      list.delete(index)
      list.insert(index, [changed])
    })
  }

  /**
   * @template T
   * @param {string} id
   * @param {string} key
   * @param {new () => T} type
   * @returns {T | null}
   */
  #child(id, key, type) {
    const step = this.step(id)
    if (!step) return null
    if (step.get(key) instanceof type) return step.get(key)
    if (!this.editable()) return null
    this.edit(() => step.set(key, new type()))
    return step.get(key)
  }

  /** @param {string} without @returns {{id: string, rank: string}[]} */
  #ranked(without) {
    return this.order()
      .filter((id) => id !== without)
      .map((id) => ({ id, rank: this.text(id, 'rank') }))
  }

  /** @param {Map<string, string>} ranks */
  #rank(ranks) {
    for (const [id, rank] of ranks) this.step(id)?.set('rank', rank)
  }

  /** @param {Y.YEvent<any>[]} events @param {Y.Transaction} transaction */
  #observed(events, transaction) {
    /** @type {Changes} */
    const changes = { order: false, added: [], removed: [], steps: new Map(), byOthers: !transaction.local }
    for (const event of events) {
      if (event.target === this.steps) {
        changes.order = true
        for (const [id, { action }] of event.changes.keys) changes[action === 'delete' ? 'removed' : 'added'].push(id)
        continue
      }
      const [id, key] = /** @type {string[]} */ (event.path)
      const keys = changes.steps.get(id) ?? new Set()
      changes.steps.set(id, keys)
      if (key !== undefined) keys.add(key)
      else for (const changed of event.changes.keys.keys()) keys.add(changed)
      if (keys.has('rank')) changes.order = true
    }
    if (changes.order) this.#order = null
    for (const watcher of this.#watchers) watcher(changes)
  }
}
