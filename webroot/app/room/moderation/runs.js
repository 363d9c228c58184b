/** @typedef {{kind: 'same' | 'added' | 'removed', text: string}} Run some words of a text, and what became of them */

/** Words that stayed are shortened where there are more characters of them. */
const LONG = 240

/** So much is left of them at each change, in characters. */
const BESIDE = 80

/**
 * Leaves out what stayed the same far from any change.
 *
 * @param {Run[]} runs
 * @returns {Run[]}
 */
export function shortened(runs) {
  const last = runs.length - 1
  return runs.map((run, index) => {
    if (run.kind !== 'same' || run.text.length <= LONG) return run
    const signs = [...run.text]
    const start = index === 0 ? '' : `${signs.slice(0, BESIDE).join('')} `
    const end = index === last ? '' : ` ${signs.slice(-BESIDE).join('')}`
    return { kind: run.kind, text: `${start}…${end}` }
  })
}
