/** Bars by rank, cut where the selection ends: the drawing of methods that give each option a number. */
import { barsView } from './bars.js'
import { cut, ranked } from './order.js'

/** @import {Chart, Option, OptionTally, Poll} from '../types.js' */
/**
 * @typedef {object} Won what an option has won
 * @property {(tally: OptionTally) => number} value
 * @property {(tally: OptionTally) => string} [text] the value in words, where it is no plain number
 * @property {(tally: OptionTally, option: Option, poll: Poll) => string} note what stands small beside it
 * @property {(poll: Poll) => number} [whole] how much a whole bar is at least; without it the longest is whole
 */

/**
 * @param {Won} won
 * @returns {Chart}
 */
export function standings({ value, text = (tally) => String(value(tally)), note, whole = () => 0 }) {
  const bars = barsView('ol')
  return {
    element: bars.element,
    update(poll) {
      const rows = ranked(poll).map(({ option, tally }) => ({
        tally,
        bar: {
          key: option.id,
          label: option.label,
          value: value(tally),
          text: text(tally),
          note: note(tally, option, poll)
        }
      }))
      bars.update(cut(rows), Math.max(whole(poll), ...rows.map(({ bar }) => bar.value)))
    }
  }
}
