/** Bewertung, Schätzung: marks from 1 to 5, sizes S to XL, or days. */
import { arrange, h } from '../../dom.js'
import { approx, exact, number, t } from '../../i18n.js'
import { counts, histogram } from '../charts/histogram.js'
import { inOrder, place, ranked } from '../charts/order.js'
import { optionRows, segments, select } from '../fields.js'

/** @import {MethodView, OptionTally, Poll} from '../types.js' */

/** @type {Record<string, readonly (string | number)[]>} */
const SCALES = {
  '1-5': [1, 2, 3, 4, 5],
  SMLXL: ['S', 'M', 'L', 'XL'],
  days: [0.5, 1, 2, 3, 5, 8, 13, 20, 40]
}

/**
 * @param {Poll} poll
 * @returns {readonly (string | number)[]}
 */
const scaleOf = (poll) => SCALES[poll.settings.scale ?? '1-5'] ?? []

/** @param {string | number} value @returns {string} */
const word = (value) => (typeof value === 'number' ? number(value) : value)

/**
 * A median or quartile: of sizes it is the letter itself.
 *
 * @param {any} value
 * @returns {string}
 */
const written = (value) => (typeof value === 'string' && /^[SMLX]+$/.test(value) ? value : exact(value))

/**
 * @param {Poll} poll
 * @param {any} chosen
 * @param {string} labelId
 * @returns {{element: HTMLElement, value(): string | null}}
 */
function input(poll, chosen, labelId) {
  const scale = scaleOf(poll)
  const now = chosen === undefined || chosen === null ? null : String(chosen)
  if (poll.settings.scale === 'days') {
    const list = select(
      [
        ['', t('poll.pleaseChoose')],
        ...scale.map((value) => /** @type {[string, string]} */ ([String(value), t('poll.days', { n: Number(value) })])),
        ['unknown', t('poll.unknown')]
      ],
      now ?? ''
    )
    list.setAttribute('aria-labelledby', labelId)
    return { element: h('div', { class: 'select' }, list), value: () => list.value || null }
  }
  return segments(
    labelId,
    [
      ...scale.map((value) => ({ value: String(value), label: word(value) })),
      { value: 'unknown', label: '?', spoken: t('poll.unknown') }
    ],
    now
  )
}

/** @type {MethodView} */
export const score = {
  rule: ({ settings }) => t(`poll.rule.score.${settings.scale ?? '1-5'}`),

  fields(poll, choices) {
    const scale = scaleOf(poll)
    const list = optionRows(poll.options, (option, id) => input(poll, choices?.[option.id], id), true)
    const given = () => list.rows.filter(({ field }) => field.value() !== null)
    return {
      element: list.element,
      read: () =>
        Object.fromEntries(
          given().map(({ option, field }) => [option.id, scale.find((value) => String(value) === field.value()) ?? 'unknown'])
        ),
      problem: () => (given().length > 0 ? null : t('poll.problem.rate'))
    }
  },

  chart() {
    /** @type {Map<string, {element: HTMLElement, update(tally: OptionTally, scale: readonly (string | number)[]): void}>} */
    const charts = new Map()
    const element = h('ol', { class: 'spreads', role: 'list' })
    return {
      element,
      update(poll) {
        const rows = poll.settings.scale === 'SMLXL' || poll.settings.scale === 'days' ? inOrder(poll) : ranked(poll)
        arrange(
          element,
          rows.map(({ option, tally }) => {
            const chart = charts.get(option.id) ?? spreadView(option.label)
            charts.set(option.id, chart)
            chart.update(tally, scaleOf(poll))
            return chart.element
          })
        )
      }
    }
  },

  table: (poll, options) => ({
    columns: [
      t('poll.option'),
      t('poll.rankHead'),
      t('poll.median'),
      t('poll.quartiles'),
      t('poll.ratings'),
      t('poll.spreadHead'),
      ...scaleOf(poll).map(word)
    ],
    rows: poll.options.map((option) => {
      const tally = options[option.id] ?? {}
      return [
        option.label,
        place(tally),
        written(tally['median']),
        `${written(tally['q1'])} – ${written(tally['q3'])}`,
        tally['count'] ?? 0,
        tally['spread'] ? t(`poll.spread.${tally['spread']}`) : '–',
        ...counts(tally['histogram'], scaleOf(poll))
      ]
    })
  }),

  spoken: (poll, choices) =>
    poll.options
      .filter((option) => choices?.[option.id] !== undefined)
      .map((option) => `${option.label}: ${choices[option.id] === 'unknown' ? t('poll.unknown') : word(choices[option.id])}`)
      .join('; ')
}

/**
 * One option: its name, its median, how far the views lie apart, the columns.
 *
 * @param {string} label
 * @returns {{element: HTMLElement, update(tally: OptionTally, scale: readonly (string | number)[]): void}}
 */
function spreadView(label) {
  const chart = histogram(label)
  const figure = h('span', { class: 'val' })
  const element = h('li', null, h('span', null, label), figure, chart.element)
  return {
    element,
    update(tally, scale) {
      figure.replaceChildren(
        h('b', null, t('poll.medianOf', { value: written(tally['median']) })),
        ' ',
        h('small', null, tally['spread'] ? t(`poll.spread.${tally['spread']}`) : t('poll.noRatings'))
      )
      const all = counts(tally['histogram'], scale)
      chart.update(
        scale.map((value, at) => ({
          key: String(value),
          label: word(value),
          count: all[at] ?? 0,
          picked: typeof value === 'number' ? approx(tally['median']) === value : tally['median'] === value
        }))
      )
    }
  }
}
