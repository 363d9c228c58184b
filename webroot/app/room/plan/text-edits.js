// What typing did to a text, and where places go when others edit. Pure functions on strings.

/** @typedef {{at: number, remove: number, insert: string}} Edit */
/** An edit as Yjs tells it. @typedef {{retain?: number, insert?: unknown, delete?: number}[]} Delta */

/**
 * The one edit between two texts, placed where the caret says it happened: in "aa|a" the deleted "a" could be any of three.
 *
 * @param {string} before
 * @param {string} after
 * @param {number} caret in `after`
 * @returns {Edit | null}
 */
export function difference(before, after, caret) {
  if (before === after) return null
  const grown = after.length - before.length
  let start = 0
  const limit = Math.min(before.length, after.length, Math.max(0, grown > 0 ? caret - grown : caret))
  while (start < limit && before[start] === after[start]) start++
  let end = 0
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++
  // Never cut a surrogate pair in two.
  if (start > 0 && isHigh(after, start - 1)) start--
  if (end > 0 && isLow(after, after.length - end)) end--
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) }
}

/** An edit as Yjs would tell it. @param {Edit} edit @returns {Delta} */
export function delta({ at, remove, insert }) {
  return [{ retain: at }, { insert }, { delete: remove }]
}

/** @param {string} text @param {number} at */
const isHigh = (text, at) => /[\ud800-\udbff]/.test(text[at] ?? '')
/** @param {string} text @param {number} at */
const isLow = (text, at) => /[\udc00-\udfff]/.test(text[at] ?? '')

/**
 * Where a place lies after an edit; at the edit's own place it stays before what was put in.
 *
 * @param {number} place
 * @param {Delta} delta
 * @returns {number}
 */
export function follow(place, delta) {
  let at = 0
  for (const part of delta) {
    if (part.retain) at += part.retain
    if (at >= place) break
    if (typeof part.insert === 'string') {
      place += part.insert.length
      at += part.insert.length
    }
    if (part.delete) place -= Math.min(part.delete, place - at)
  }
  return place
}
