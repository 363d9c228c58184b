/** Auswahl, Stichwahl: exactly one option, or an abstention. */
import { percent, t } from '../../i18n.js'
import { barsView } from '../charts/bars.js'
import { cut, place, ranked, selectedWord } from '../charts/order.js'
import { plates } from '../fields.js'

/** @import {MethodView} from '../types.js' */

/** @type {MethodView} */
export const single = {
  rule: () => t('poll.rule.single'),

  fields(poll, choices) {
    const answer = plates(
      [
        ...poll.options.map((option) => ({ value: option.id, label: option.label })),
        { value: 'abstain', label: t('poll.answer.abstain') }
      ],
      typeof choices === 'string' ? choices : null
    )
    return {
      element: answer.element,
      read: () => answer.value(),
      problem: () => (answer.value() ? null : t('poll.problem.choose'))
    }
  },

  chart() {
    const bars = barsView('ol')
    return {
      element: bars.element,
      update(poll, page) {
        const rows = ranked(poll)
        return bars.update(
          cut(
            rows.map(({ option, tally }) => ({
              tally,
              bar: {
                key: option.id,
                label: option.label,
                value: tally['votes'] ?? 0,
                text: String(tally['votes'] ?? 0),
                note: percent(tally['share'])
              }
            }))
          ),
          Math.max(0, ...rows.map(({ tally }) => tally['votes'] ?? 0)),
          page
        )
      }
    }
  },

  table: (poll, options) => ({
    columns: [t('poll.option'), t('poll.rankHead'), t('poll.votes'), t('poll.share'), t('poll.selectedHead')],
    rows: poll.options.map((option) => {
      const tally = options[option.id] ?? {}
      return [option.label, place(tally), tally['votes'] ?? 0, percent(tally['share']), selectedWord(tally)]
    })
  }),

  spoken: (poll, choices) => poll.options.find((option) => option.id === choices)?.label ?? t('poll.answer.abstain')
}
