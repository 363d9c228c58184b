/** Systemisches Konsensieren: resistance from 0 to 10 to every option; the least resistance carries. */
import { h } from '../../dom.js'
import { approx, exact, t, withPercent } from '../../i18n.js'
import { place, selectedWord } from '../charts/order.js'
import { standings } from '../charts/standings.js'
import { optionRows, segments } from '../fields.js'

/** @import {MethodView, OptionTally} from '../types.js' */

const VALUES = Array.from({ length: 11 }, (_, value) => String(value))

/** @param {OptionTally} tally @returns {string} */
function viable(tally) {
  return tally['viable'] === true ? t('poll.viable') : tally['viable'] === false ? t('poll.notViable') : ''
}

/**
 * The server says the acceptance in percent, exactly: `"67"` or `"135/2"`.
 *
 * @param {OptionTally} tally
 * @returns {string}
 */
const acceptance = (tally) =>
  tally['acceptance'] === null || tally['acceptance'] === undefined ? '–' : withPercent(exact(tally['acceptance']))

/** @type {MethodView} */
export const resistance = {
  rule: ({ settings }) => t(settings.allowGaps ? 'poll.rule.resistanceGaps' : 'poll.rule.resistance'),

  fields(poll, choices) {
    const list = optionRows(
      poll.options,
      (option, id) => {
        const scale = segments(
          id,
          VALUES.map((value) => ({ value, label: value })),
          choices?.[option.id]?.toString() ?? null,
          'scale'
        )
        const ends = h(
          'span',
          { class: 'ends hint', 'aria-hidden': 'true' },
          h('span', null, t('poll.resistance.low')),
          h('span', null, t('poll.resistance.high'))
        )
        return { ...scale, element: h('div', null, scale.element, ends) }
      },
      true
    )
    const open = () => list.rows.filter(({ field }) => field.value() === null)
    return {
      element: list.element,
      read: () =>
        Object.fromEntries(
          list.rows.filter(({ field }) => field.value() !== null).map(({ option, field }) => [option.id, Number(field.value())])
        ),
      problem() {
        const missing = open()
        if (missing.length === list.rows.length) return t('poll.problem.rate')
        if (poll.settings.allowGaps || missing.length === 0) return null
        return t('poll.problem.missing', { n: missing.length, label: missing[0]?.option.label ?? '' })
      }
    }
  },

  chart: () =>
    standings({
      value: (tally) => approx(tally['acceptance']),
      text: acceptance,
      note: (tally, option) => (option.passive ? t('poll.passive') : viable(tally)),
      whole: () => 100
    }),

  table: (poll, options) => ({
    columns: [
      t('poll.option'),
      t('poll.rankHead'),
      t('poll.acceptance'),
      t('poll.resistance.sum'),
      t('poll.resistance.mean'),
      t('poll.resistance.strong'),
      t('poll.selectedHead'),
      t('poll.viableHead')
    ],
    rows: poll.options.map((option) => {
      const tally = options[option.id] ?? {}
      return [
        option.label,
        place(tally),
        acceptance(tally),
        exact(tally['sum']),
        exact(tally['mean']),
        tally['high'] ?? 0,
        selectedWord(tally),
        viable(tally) || '–'
      ]
    })
  }),

  spoken: (poll, choices) =>
    poll.options
      .filter((option) => choices?.[option.id] !== undefined)
      .map((option) => `${option.label}: ${choices[option.id]}`)
      .join('; ')
}
