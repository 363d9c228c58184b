// Putting a shared type where there is none, or where an older client left a plain value, so that two people who begin at the same time begin the
// same one. Without this each would make a type of its own under the same key, and what the slower one typed would be gone with it.
import { Y } from '/vendor/yjs.js'

/** Origin of these edits: they only prepare one, so undo leaves them. */
export const BEGINNING = Symbol('beginning')

/** Yjs client ids have 32 bits; FNV-1a, 32 bits. @param {string} text */
function hash(text) {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return sum >>> 0
}

/** @param {{client: number, clock: number} | null | undefined} id */
const named = (id) => (id ? `${id.client}:${id.clock}` : '-')

/**
 * Runs an edit under a client id that follows from what it replaces: whoever does the same to the same makes the very same items, which merge.
 *
 * @param {Y.Doc} doc
 * @param {string} what is replaced, the same on every device that sees the same
 * @param {() => void} edit
 */
function alike(doc, what, edit) {
  doc.transact(() => {
    const own = doc.clientID
    const shared = hash(what)
    // Somebody has done this before, and it was taken out again: from here on ids must be one's own.
    if (Y.getState(doc.store, shared) === 0) doc.clientID = shared
    try {
      edit()
    } finally {
      doc.clientID = own
    }
  }, BEGINNING)
}

/**
 * Puts a type under a key of a map that is in a document.
 *
 * @param {Y.Map<any>} map
 * @param {string} key
 * @param {Y.AbstractType<any>} type may hold what was there before
 */
export function beginAt(map, key, type) {
  const before = /** @type {Y.Item | undefined} */ (map._map.get(key))
  const what = `${named(map._item?.id)}/${key}/${named(before?.lastId)}`
  alike(/** @type {Y.Doc} */ (map.doc), what, () => map.set(key, type))
}

/**
 * Puts a map in place of a plain entry of a list.
 *
 * @param {Y.Array<any>} list
 * @param {number} index
 * @param {Y.Map<any>} map
 */
export function beginIn(list, index, map) {
  const { doc } = list
  if (!doc) return
  doc.transact((transaction) => {
    const before = index > 0 ? lastOf(list, index - 1, transaction) : null
    lastOf(list, index, transaction)
    // The ids of both sides tell where the new entry comes to lie, and what goes: where all are the same it is the same entry.
    const right = before ? before.right : list._start
    const what = `${named(list._item?.id)}[]${named(before?.lastId)},${named(right?.id)}`
    alike(doc, what, () => {
      list.insert(index, [map])
      list.delete(index + 1)
    })
  }, BEGINNING)
}

/**
 * The item that ends with an entry, cut there if it goes on: lists keep neighbours in one item.
 *
 * @param {Y.Array<any>} list
 * @param {number} index
 * @param {Y.Transaction} transaction
 * @returns {Y.Item | null}
 */
function lastOf(list, index, transaction) {
  let at = index
  for (let item = list._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    if (at < item.length) {
      const { client, clock } = item.id
      return Y.getItemCleanEnd(transaction, transaction.doc.store, Y.createID(client, clock + at))
    }
    at -= item.length
  }
  return null
}
