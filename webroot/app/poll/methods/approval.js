/** Zustimmungswahl: tick everything one agrees with. */
import { h } from '../../dom.js'
import { percent, t } from '../../i18n.js'
import { place, selectedWord } from '../charts/order.js'
import { standings } from '../charts/standings.js'
import { check } from '../fields.js'

/** @import {MethodView, OptionTally} from '../types.js' */

/** @param {OptionTally} tally @returns {number} */
const approvals = (tally) => tally['approvals'] ?? 0

/** @type {MethodView} */
export const approval = {
  rule: ({ settings }) => (settings.max ? t('poll.rule.approvalMax', { n: settings.max }) : t('poll.rule.approval')),

  fields(poll, choices) {
    /** @type {string[]} */
    const chosen = Array.isArray(choices) ? choices : []
    const boxes = poll.options.map((option) => ({ option, ...check(option.label, chosen.includes(option.id)) }))
    const none = check(t('poll.noneOfThese'), chosen.includes('none'))
    none.input.addEventListener('change', () => {
      if (none.input.checked) for (const { input } of boxes) input.checked = false
    })
    for (const { input } of boxes) {
      input.addEventListener('change', () => {
        if (input.checked) none.input.checked = false
      })
    }
    const ticked = () => boxes.filter(({ input }) => input.checked)
    const most = poll.settings.max ?? boxes.length
    return {
      element: h(
        'div',
        { class: 'checks' },
        boxes.map(({ element }) => element),
        none.element
      ),
      read: () => (none.input.checked ? ['none'] : ticked().map(({ option }) => option.id)),
      problem: () => (ticked().length > most ? t('poll.problem.tooMany', { n: most }) : null)
    }
  },

  chart: () =>
    standings({
      value: approvals,
      note: ({ share }) => percent(share),
      whole: ({ tally }) => tally?.cast ?? 0
    }),

  table: (poll, options) => ({
    columns: [t('poll.option'), t('poll.rankHead'), t('poll.approvals'), t('poll.share'), t('poll.selectedHead')],
    rows: poll.options.map((option) => {
      const tally = options[option.id] ?? {}
      return [option.label, place(tally), approvals(tally), percent(tally['share']), selectedWord(tally)]
    })
  }),

  spoken(poll, choices) {
    if (!Array.isArray(choices) || choices.length === 0) return t('poll.answer.abstain')
    if (choices.includes('none')) return t('poll.noneOfThese')
    return poll.options
      .filter((option) => choices.includes(option.id))
      .map((option) => option.label)
      .join('; ')
  }
}
