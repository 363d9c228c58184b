// Fractional indices: between any two ranks there is room for another, so moving one step changes one value and merges with everyone's moves.
// Order is by code unit, then by id.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** @param {string} text @param {number} at @returns {number} 0 for what is past the end or no digit of ours */
const digit = (text, at) => Math.max(0, DIGITS.indexOf(text[at] ?? '0'))

/**
 * A rank between two others. Two random digits at its end keep people who add in the same place at the same time apart.
 *
 * @param {string} low '' for the beginning
 * @param {string | null} high null for the end; must be greater than low
 * @param {() => number} [random]
 * @returns {string}
 */
export function between(low, high, random = Math.random) {
  const noise = () => DIGITS[Math.floor(random() * DIGITS.length)]
  const rank = middle(low, high) + noise() + DIGITS[1 + Math.floor(random() * (DIGITS.length - 1))]
  return rank
}

/** The shortest rank in the open gap, never ending in the smallest digit. @param {string} low @param {string | null} high */
function middle(low, high) {
  let rank = ''
  for (let at = 0; ; at++) {
    const from = digit(low, at)
    const to = high === null ? DIGITS.length : digit(high, at)
    if (to - from > 1) {
      // After the last one: one digit on, so that ranks stay short while a list grows at its end.
      const step = high === null && low !== '' ? 1 : Math.floor((to - from) / 2)
      return rank + DIGITS[from + step]
    }
    rank += DIGITS[from]
    // Past this digit the upper bound no longer binds; nor does one that leaves no room at all ("a", "a0").
    if (to > from || (high !== null && at >= high.length)) high = null
  }
}

/**
 * The ranks to set so that `moving` comes to lie at `index` among `others`: usually one, more only where neighbours share a rank.
 *
 * @param {string} moving id
 * @param {readonly {id: string, rank: string}[]} others in order, without the moving one
 * @param {number} index
 * @returns {Map<string, string>} new ranks by id
 */
export function place(moving, others, index) {
  const low = index > 0 ? others[index - 1].rank : ''
  let end = index
  while (end < others.length && others[end].rank <= low && index > 0) end++
  const high = end < others.length ? others[end].rank : null
  const ranks = new Map()
  let last = low
  for (const id of [moving, ...others.slice(index, end).map((step) => step.id)]) {
    last = between(last, high)
    ranks.set(id, last)
  }
  return ranks
}
