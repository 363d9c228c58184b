/** Punktabfrage: a few dots to spread over the options. */
import { assign, fill, h } from '../../dom.js'
import { t } from '../../i18n.js'
import { place, selectedWord } from '../charts/order.js'
import { standings } from '../charts/standings.js'
import { optionRows, segments } from '../fields.js'

/** @import {MethodView, OptionTally, Poll} from '../types.js' */

/** With more dots an option a row of radios gets wider than a phone. */
const SEGMENTS = 4

/**
 * @param {Poll} poll
 * @returns {{budget: number, most: number}}
 */
function limits({ settings }) {
  const budget = settings.budget ?? 1
  return { budget, most: Math.min(budget, settings.maxPerOption ?? 2) }
}

/** @param {number} n @returns {string} */
const dotsInWords = (n) => (n === 0 ? t('poll.dots.none') : t('poll.dots', { n }))

/**
 * @param {number} most
 * @param {number} chosen
 * @param {string} labelId
 * @returns {{element: HTMLElement, value(): number}}
 */
function dotsInput(most, chosen, labelId) {
  if (most > SEGMENTS) {
    const input = h('input', {
      type: 'number',
      inputmode: 'numeric',
      min: 0,
      max: most,
      value: String(chosen),
      'aria-labelledby': labelId
    })
    return { element: input, value: () => Math.max(0, Math.trunc(Number(input.value) || 0)) }
  }
  const made = segments(
    labelId,
    Array.from({ length: most + 1 }, (_, n) => ({
      value: String(n),
      spoken: dotsInWords(n),
      label:
        n === 0
          ? '–'
          : h(
              'span',
              { class: 'pips' },
              Array.from({ length: n }, () => h('i', { class: 'pip' }))
            )
    })),
    String(Math.min(chosen, most))
  )
  return { element: made.element, value: () => Number(made.value() ?? 0) }
}

/** @param {OptionTally} tally @returns {number} */
const given = (tally) => tally['dots'] ?? 0

/** @type {MethodView} */
export const dots = {
  rule(poll) {
    const { budget, most } = limits(poll)
    return most < budget ? t('poll.rule.dots', { n: budget, max: most }) : t('poll.rule.dotsFree', { n: budget })
  },

  fields(poll, choices) {
    let { budget, most } = limits(poll)
    const left = h('p', { class: 'budget', 'aria-live': 'polite' })
    const list = optionRows(poll.options, (option, id) => dotsInput(most, choices?.[option.id] ?? 0, id))
    let told = ''
    const spent = () => list.rows.reduce((sum, { field }) => sum + field.value(), 0)

    function count() {
      const free = budget - spent()
      // Written only when it is another: it is a live region, and would be read again at every change of the room.
      if (told === `${free} of ${budget}`) return
      told = `${free} of ${budget}`
      fill(
        left,
        h(
          'span',
          { class: 'pips', 'aria-hidden': 'true' },
          Array.from({ length: budget }, (_, i) => h('i', { class: i < budget - free ? 'pip on' : 'pip' }))
        ),
        h('span', null, free >= 0 ? t('poll.dots.left', { n: free, budget }) : t('poll.dots.over', { n: -free }))
      )
      assign(left, { dataset: { over: free < 0 } })
    }
    count()
    return {
      element: h('div', { class: 'stack', onchange: count, oninput: count }, list.element, left),
      read: () =>
        Object.fromEntries(list.rows.map(({ option, field }) => [option.id, field.value()]).filter(([, n]) => Number(n) > 0)),
      problem: () => {
        if (spent() > budget) return t('poll.dots.over', { n: spent() - budget })
        return list.rows.some(({ field }) => field.value() > most) ? t('poll.dots.most', { n: most }) : null
      },
      update(changed) {
        budget = limits(changed).budget
        count()
      }
    }
  },

  chart: () =>
    standings({
      value: given,
      note: (tally) => (tally['supporters'] ? `${t('poll.dots.word', { n: given(tally) })} ${t('poll.fromPeople', { n: tally['supporters'] })}` : '')
    }),

  table: (poll, options) => ({
    columns: [t('poll.option'), t('poll.rankHead'), t('poll.dotsHead'), t('poll.supporters'), t('poll.selectedHead')],
    rows: poll.options.map((option) => {
      const tally = options[option.id] ?? {}
      return [option.label, place(tally), given(tally), tally['supporters'] ?? 0, selectedWord(tally)]
    })
  }),

  spoken: (poll, choices) =>
    poll.options
      .filter((option) => choices?.[option.id])
      .map((option) => `${option.label}: ${choices[option.id]}`)
      .join('; ') || t('poll.answer.abstain')
}
