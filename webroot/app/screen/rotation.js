/**
 * Which entry of a playlist is on: by the server's time alone, so that a screen that starts later, or was cut off, shows what the others show.
 *
 * @typedef {{view: 'programme' | 'board' | 'plenary' | 'room' | 'results', room?: string, title?: string, seconds: number}} Entry
 * @typedef {{index: number, entry: Entry, past: number, left: number}} Turn `past` and `left` of its time, in milliseconds
 */

/**
 * @param {Entry[]} entries
 * @param {number} since the first entry was on from then, milliseconds
 * @param {number} now
 * @returns {Turn | null} null where there is nothing to show
 */
export function turnAt(entries, since, now) {
  const whole = entries.reduce((sum, { seconds }) => sum + seconds * 1000, 0)
  if (whole === 0) return null
  let past = (((now - since) % whole) + whole) % whole
  for (const [index, entry] of entries.entries()) {
    const long = entry.seconds * 1000
    if (past < long) return { index, entry, past, left: long - past }
    past -= long
  }
  return null
}

/**
 * Which of several pages is on during a turn: all get the same time.
 *
 * @param {Turn} turn
 * @param {number} pages
 * @returns {number}
 */
export function pageAt({ past, left }, pages) {
  return Math.min(pages - 1, Math.floor((past * pages) / (past + left)))
}
