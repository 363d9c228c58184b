/** Long text in pieces, so that a page may end within a paragraph. */

/** A run of text has about this many characters: some lines at the size of a screen. */
const RUN = 160

/**
 * Takes text apart at ends of sentences, else between words, so that a page may end within a long paragraph.
 *
 * @param {string} text
 * @returns {string[]} together the text
 */
export function runs(text) {
  /** @type {string[]} */
  const parts = []
  let rest = text
  while (rest.length > RUN) {
    const window = rest.slice(0, RUN)
    const ends = [...window.matchAll(/[.!?…。؟]["”“»)]*\s+/gu)].map((match) => match.index + match[0].length)
    const sentence = ends.at(-1) ?? 0
    const word = window.lastIndexOf(' ') + 1
    const at = sentence > RUN / 3 ? sentence : word > RUN / 3 ? word : RUN
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return rest === '' ? parts : [...parts, rest]
}
