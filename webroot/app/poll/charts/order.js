/** The order in which options are shown with their results, and where the selection is cut. */
import { t } from '../../i18n.js'

/** @import {Option, OptionTally, Poll} from '../types.js' */
/** @import {Bar} from './bars.js' */

const NOTHING = /** @type {OptionTally} */ ({})

/**
 * Options with their tally, by rank, equals in the order of the ballot.
 *
 * @param {Poll} poll
 * @returns {{option: Option, tally: OptionTally}[]}
 */
export function ranked(poll) {
  const rank = (/** @type {OptionTally} */ tally) => tally.rank ?? Number.MAX_SAFE_INTEGER
  return inOrder(poll).sort((a, b) => rank(a.tally) - rank(b.tally))
}

/**
 * Options with their tally in the order of the ballot.
 *
 * @param {Poll} poll
 * @returns {{option: Option, tally: OptionTally}[]}
 */
export function inOrder(poll) {
  return poll.options.map((option) => ({ option, tally: poll.tally?.options[option.id] ?? NOTHING }))
}

/**
 * Marks what is selected and draws the cuts: above what is level for the last place, above what is not selected.
 *
 * @param {{tally: OptionTally, bar: Bar}[]} rows by rank
 * @returns {Bar[]}
 */
export function cut(rows) {
  const selects = rows.some(({ tally }) => ['yes', 'no', 'tie'].includes(tally.selected ?? ''))
  let before = 'yes'
  return rows.map(({ tally, bar }, index) => {
    if (!selects) return { ...bar, picked: tally.selected === undefined && tally.rank === 1 && !tally.tie }
    const selected = tally.selected ?? 'no'
    const turned = selected !== before && (index > 0 || selected === 'tie')
    before = selected
    return {
      ...bar,
      picked: selected === 'yes',
      ...(turned ? { cut: t(selected === 'tie' ? 'poll.cut.tie' : 'poll.cut.no') } : {})
    }
  })
}

/**
 * A rank in words: `2.`, or `2. (geteilt)`.
 *
 * @param {OptionTally} tally
 * @returns {string}
 */
export function place(tally) {
  if (tally.rank === null || tally.rank === undefined) return '–'
  return t(tally.tie ? 'poll.rank.shared' : 'poll.rank', { rank: tally.rank })
}

/**
 * @param {OptionTally} tally
 * @returns {string}
 */
export function selectedWord(tally) {
  return tally.selected === undefined ? '–' : t(`poll.selected.${tally.selected}`)
}
