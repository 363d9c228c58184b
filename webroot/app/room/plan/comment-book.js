// Writing comments: entries are shared maps, so that two who tick one off at the same time change one entry. What an older client left as a plain
// value is made one first.
import { Y } from '/vendor/yjs.js'
import { beginIn } from './begin.js'

/** @typedef {import('../../plan/read.js').Comment} Comment */

/** @param {Y.Array<any>} list @param {Comment} comment */
export function addComment(list, comment) {
  list.push([mapOf(comment)])
}

/**
 * The shared entry of a comment, made one where it is a plain value.
 *
 * @param {unknown} list
 * @param {string} id of the comment
 * @returns {Y.Map<any> | null}
 */
export function commentEntry(list, id) {
  if (!(list instanceof Y.Array)) return null
  const entries = list.toArray()
  const shared = entries.find((entry) => entry instanceof Y.Map && entry.get('id') === id)
  if (shared) return shared
  const index = entries.findIndex((entry) => entry && !(entry instanceof Y.AbstractType) && entry.id === id)
  if (index < 0) return null
  beginIn(list, index, mapOf(entries[index]))
  return list.get(index)
}

/** @param {Comment} comment */
function mapOf(comment) {
  /** @type {Y.Map<any>} */
  const map = new Y.Map()
  for (const [key, value] of Object.entries(comment)) map.set(key, value)
  return map
}
