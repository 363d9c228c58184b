// Undo and redo of what was written on this page, and of nothing else: what others have put into an own insertion stays, and keeps it.
import { Y } from '/vendor/yjs.js'

/** Values that others change in passing; they make no step theirs. */
const IN_PASSING = new Set(['rank'])

export class OwnUndo {
  /** Client ids this page has written under. @type {Set<number>} */ #own = new Set()
  /** What can be undone at the moment something is. @type {readonly any[]} */ #before = []
  /** Whether the last undo left something because of others. */
  kept = false

  /** @param {Y.Doc} doc @param {Y.AbstractType<any>[]} scope @param {symbol} origin of own edits */
  constructor(doc, scope, origin) {
    this.doc = doc
    this.undoer = new Y.UndoManager(scope, {
      trackedOrigins: new Set([origin]),
      deleteFilter: (item) => this.#mayGo(item)
    })
    doc.on('beforeTransaction', () => this.#own.add(doc.clientID))
  }

  undo() {
    return this.#go(this.undoer.undoStack, () => this.undoer.undo())
  }

  redo() {
    return this.#go(this.undoer.redoStack, () => this.undoer.redo())
  }

  /** Whether nobody else has written anything into a shared type. @param {Y.AbstractType<any>} type */
  isOwn(type) {
    return !this.#holdsOthers(type)
  }

  /** @param {any[]} stack @param {() => unknown} act */
  #go(stack, act) {
    this.kept = false
    this.#before = [...stack]
    const done = act() !== null
    this.#before = []
    return done
  }

  /** Called for each own insertion that is to go, inner ones first. @param {Y.Item} item */
  #mayGo(item) {
    const may = item.content instanceof Y.ContentType ? !this.#holdsOthers(item.content.type) : !this.#partOfKept(item)
    if (!may) this.kept = true
    return may
  }

  /** What belongs to an own insertion that stays (a comment's text and author) stays with it. @param {Y.Item} item */
  #partOfKept({ id, parentSub, parent }) {
    if (parentSub === null || !(parent instanceof Y.AbstractType) || !parent._item) return false
    const act = this.#before.find((known) => Y.isDeleted(known.insertions, id))
    return Boolean(act && Y.isDeleted(act.insertions, parent._item.id) && this.#holdsOthers(parent))
  }

  /** @param {Y.AbstractType<any>} type @returns {boolean} */
  #holdsOthers(type) {
    for (const [key, item] of type._map) if (!IN_PASSING.has(key) && this.#isOthers(item)) return true
    for (let item = type._start; item; item = item.right) if (this.#isOthers(item)) return true
    return false
  }

  /** A type that somebody else began counts by what is in it. @param {Y.Item} item @returns {boolean} */
  #isOthers(item) {
    if (item.deleted || item.content instanceof Y.ContentFormat) return false
    if (!(item.content instanceof Y.ContentType)) return !this.#own.has(item.id.client)
    return this.#holdsOthers(item.content.type) || (isElement(item) && !this.#own.has(item.id.client))
  }
}

/** A rule or a picture is something by itself. @param {Y.Item} item */
function isElement(item) {
  const { type } = /** @type {Y.ContentType} */ (item.content)
  return type instanceof Y.XmlElement && type.length === 0 && type.nodeName !== 'paragraph'
}
