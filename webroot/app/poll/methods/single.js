/** Auswahl, Stichwahl: exactly one option, or an abstention. */
import { percent, t } from '../../i18n.js'
import { place, selectedWord } from '../charts/order.js'
import { standings } from '../charts/standings.js'
import { plates } from '../fields.js'

/** @import {MethodView, OptionTally} from '../types.js' */

/** @param {OptionTally} tally @returns {number} */
const votes = (tally) => tally['votes'] ?? 0

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

  chart: () => standings({ value: votes, note: ({ share }) => percent(share) }),

  table: (poll, options) => ({
    columns: [t('poll.option'), t('poll.rankHead'), t('poll.votes'), t('poll.share'), t('poll.selectedHead')],
    rows: poll.options.map((option) => {
      const tally = options[option.id] ?? {}
      return [option.label, place(tally), votes(tally), percent(tally['share']), selectedWord(tally)]
    })
  }),

  spoken: (poll, choices) => poll.options.find((option) => option.id === choices)?.label ?? t('poll.answer.abstain')
}
