// The plan as the contract lays it into a Y.Doc (section 5), with the edits people make. Values of a wrong type count as absent, and reading
// never changes any.
import { Y } from '/vendor/yjs.js'
import * as read from '../../plan/read.js'
import { beginAt } from './begin.js'
import { addComment, commentEntry } from './comment-book.js'
import { copied } from './copy-step.js'
import { OwnUndo } from './own-undo.js'
import { plainText } from './plain.js'
import { place } from './ranks.js'
import { wordsOf } from './rich-words.js'
import { uuid7 } from './uuid.js'

/** Origin of every edit made on this page, and what undo takes back. */
export const LOCAL = Symbol('local')
/** Origin of taking back, and bringing again, a whole step. */
const STEPWISE = Symbol('stepwise')

export { OBSTACLES, STATUSES } from '../../plan/read.js'

/** Keys of shared texts in a step. */
const TEXTS = ['title', 'result', 'responsible', 'contributors']
/** Keys that every step has from its beginning. */
const GIVEN = new Set(['id', 'rank', 'createdAt'])
/**
 * How long a removed step stays in the document, in milliseconds, before whoever removes another one takes it out: a week, since what people
 * wrote in it without a connection must find it, and be found.
 */
const REMOVED_MS = 7 * 24 * 3600 * 1000

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
   * @param {() => number} [clock] the server's, in milliseconds since 1970
   */
  constructor(doc, editable, clock = Date.now) {
    this.doc = doc
    this.clock = clock
    this.editable = editable
    this.title = doc.getText('title')
    this.goal = doc.getText('goal')
    this.minutes = doc.getXmlFragment('minutes')
    /** @type {Y.Map<any>} */
    this.steps = doc.getMap('steps')
    /** What is to be done in each phase. @type {Y.Map<any>} */
    this.phases = doc.getMap('phases')
    this.own = new OwnUndo(doc, [this.title, this.goal, this.minutes, this.phases, this.steps], LOCAL)
    this.undoer = this.own.undoer
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

  /** Takes back the last own act. @returns {boolean} whether there was one */
  undo() {
    const act = this.undoer.undoStack.at(-1)
    const id = act?.meta.get('step')
    if (!act || id === undefined) return this.own.undo()
    this.undoer.undoStack.pop()
    const step = this.steps.get(id)
    if (!(step instanceof Y.Map) || read.removed(step)) return this.undo()
    this.own.kept = !this.own.isOwn(step)
    if (!this.own.kept) {
      // Only marked: somebody may be typing in it at this very moment.
      this.doc.transact(() => step.set('removed', this.#now()), STEPWISE)
      this.undoer.redoStack.push(act)
    }
    this.#stacked()
    return true
  }

  /** Does again what was taken back. @returns {boolean} whether there was anything */
  redo() {
    const act = this.undoer.redoStack.at(-1)
    const id = act?.meta.get('step')
    if (!act || id === undefined) return this.own.redo()
    this.undoer.redoStack.pop()
    this.doc.transact(() => this.steps.get(id)?.delete('removed'), STEPWISE)
    this.undoer.undoStack.push(act)
    this.#stacked()
    return true
  }

  /** Whether the last undo left something because others have written in it. */
  get kept() {
    return this.own.kept
  }

  /** An instant to the second, as the contract has it. */
  #now() {
    return new Date(this.clock()).toISOString().replace(/\.\d+Z$/, 'Z')
  }

  #stacked() {
    this.undoer.stopCapturing()
    this.undoer.emit('stack-cleared', [{ undoStackCleared: false, redoStackCleared: false }])
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

  /** The step's rich text, if it has one. @param {string} id @returns {Y.XmlFragment | null} */
  details(id) {
    const details = this.step(id)?.get('details')
    return details instanceof Y.XmlFragment && !(details instanceof Y.XmlElement) ? details : null
  }

  /** The step's rich text, begun where there is none. @param {string} id @returns {Y.XmlFragment | null} */
  beginDetails(id) {
    return this.details(id) ?? this.#begin(id, 'details', new Y.XmlFragment())
  }

  /** Puts a paragraph at the end of a step's rich text. @param {string} id @param {string} text */
  appendDetails(id, text) {
    const details = this.beginDetails(id)
    if (!details || text === '') return
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    this.edit(() => details.push([paragraph]))
  }

  /** A shared text of a step, if it is one. @param {string} id @param {string} key @returns {Y.Text | null} */
  shared(id, key) {
    const value = this.step(id)?.get(key)
    return isText(value) ? value : null
  }

  /** The same, begun where there is none, with what an older client left there. @param {string} id @param {string} key @returns {Y.Text | null} */
  beginShared(id, key) {
    return this.shared(id, key) ?? this.#begin(id, key, new Y.Text(this.text(id, key)))
  }

  /** Whose words the rich texts of this plan are written in; null if none tells. */
  words() {
    for (const fragment of [this.minutes, ...this.order().map((id) => this.details(id))]) {
      const words = fragment && wordsOf(fragment)
      if (words) return words
    }
    return null
  }

  /**
   * Adds a step.
   *
   * @param {string} title
   * @param {string | null} [after] id of the step it follows; null for the end
   * @returns {string} its id
   */
  add(title, after = null) {
    return this.#insert(after, TEXTS.map((key) => [key, new Y.Text(key === 'title' ? title : '')]))
  }

  /**
   * Adds a copy of a step below it, without what was said about it.
   *
   * @param {string} id
   * @param {string} title of the copy
   * @returns {string | null} its id
   */
  copy(id, title) {
    const step = this.step(id)
    if (!step) return null
    const values = copied(step, (key) => TEXTS.includes(key)).filter(([key]) => key !== 'title')
    return this.#insert(id, [['title', new Y.Text(title)], ...values])
  }

  /** @param {string | null} after @param {[key: string, value: unknown][]} values @returns {string} the new step's id */
  #insert(after, values) {
    const id = uuid7()
    const others = this.#ranked(id)
    const index = after === null ? others.length : others.findIndex((step) => step.id === after) + 1
    this.undoer.stopCapturing()
    this.edit(() => {
      const ranks = place(id, others, index)
      const step = new Y.Map()
      step.set('id', id)
      step.set('rank', ranks.get(id))
      step.set('details', new Y.XmlFragment())
      step.set('status', 'idea')
      for (const [key, value] of values) step.set(key, value)
      step.set('createdAt', this.#now())
      step.set('comments', new Y.Array())
      this.steps.set(id, step)
      ranks.delete(id)
      this.#rank(ranks)
    })
    this.undoer.undoStack.at(-1)?.meta.set('step', id)
    this.undoer.stopCapturing()
    return id
  }

  /** Moves a step. @param {string} id @param {number} index its place among the others */
  move(id, index) {
    const others = this.#ranked(id)
    this.undoer.stopCapturing()
    this.edit(() => this.#rank(place(id, others, Math.max(0, Math.min(index, others.length)))))
  }

  /** Takes a step out of the plan: it is marked, so that nobody who is typing in it loses a word, and undo only takes the mark away. @param {string} id */
  remove(id) {
    const limit = this.clock() - REMOVED_MS
    this.undoer.stopCapturing()
    this.edit(() => this.step(id)?.set('removed', this.#now()))
    this.undoer.stopCapturing()
    const old = [...this.steps].filter(([, step]) => step instanceof Y.Map && Date.parse(read.removed(step) ?? '') < limit)
    if (old.length > 0) this.doc.transact(() => old.forEach(([other]) => this.steps.delete(other)), STEPWISE)
  }

  /** Brings a removed step back. @param {string} id */
  bringBack(id) {
    this.undoer.stopCapturing()
    this.edit(() => this.step(id)?.delete('removed'))
  }

  /** Whether nothing at all is set in a step. @param {string} id */
  isEmpty(id) {
    const step = this.step(id)
    if (!step) return true
    for (const [key, value] of step.entries()) {
      if (GIVEN.has(key) || (key === 'status' && value === 'idea')) continue
      if (value instanceof Y.Array ? value.length > 0 : !isBlank(value)) return false
    }
    return true
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

  /** Puts a shared text in place of what a step has there. @param {string} id @param {string} key @param {string} words */
  write(id, key, words) {
    if (this.text(id, key) === words) return
    const text = this.beginShared(id, key)
    if (text) this.edit(() => (text.delete(0, text.length), text.insert(0, words)))
  }

  /** @param {string} id @param {Comment} comment */
  comment(id, comment) {
    const known = this.step(id)?.get('comments')
    const list = known instanceof Y.Array ? known : this.#begin(id, 'comments', new Y.Array())
    this.undoer.stopCapturing()
    if (list) this.edit(() => addComment(list, comment))
    this.undoer.stopCapturing()
  }

  /** Changes one comment. @param {string} id @param {string} comment its id @param {Partial<Comment>} values */
  changeComment(id, comment, values) {
    const entry = commentEntry(this.step(id)?.get('comments'), comment)
    if (!entry) return
    this.undoer.stopCapturing()
    this.edit(() => {
      for (const [key, value] of Object.entries(values)) entry.set(key, value)
    })
    this.undoer.stopCapturing()
  }

  /** @template {Y.AbstractType<any>} T @param {string} id @param {string} key @param {T} type @returns {T | null} */
  #begin(id, key, type) {
    const step = this.step(id)
    if (!step || !this.editable()) return null
    beginAt(step, key, type)
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
      if (keys.has('rank') || keys.has('removed')) changes.order = true
    }
    if (changes.order) this.#order = null
    for (const watcher of this.#watchers) watcher(changes)
  }
}

/** An XML text is markup, and no text. @param {unknown} value @returns {value is Y.Text} */
function isText(value) {
  return value instanceof Y.Text && !(value instanceof Y.XmlText)
}

/** @param {unknown} value */
function isBlank(value) {
  if (value === null || value === undefined || value === '') return true
  if (isText(value)) return value.toString().trim() === ''
  if (!(value instanceof Y.XmlFragment)) return false
  return value.toArray().every((node) => node instanceof Y.XmlElement && node.nodeName === 'paragraph' && !plainText(node))
}
