/** Wirkung und Aufwand: two values from 1 to 5 an option; the medians place it in one of four fields. */
import { freshId, h, patch, setText } from '../../dom.js'
import { approx, exact, t } from '../../i18n.js'
import { plot } from '../charts/plot.js'
import { inOrder } from '../charts/order.js'
import { optionRows, segments } from '../fields.js'

/** @import {MethodView, OptionTally} from '../types.js' */

const VALUES = ['1', '2', '3', '4', '5']
const AXES = /** @type {const} */ (['impact', 'effort'])

/** @param {OptionTally} tally @returns {string} */
const quadrant = (tally) => t(`poll.quadrant.${tally['quadrant'] ?? 'unplaced'}`)

/**
 * @param {'impact' | 'effort'} axis
 * @param {string} labelId
 * @param {any} chosen
 * @returns {{element: HTMLElement, value(): string | null}}
 */
function axisInput(axis, labelId, chosen) {
  const id = freshId('axis')
  const scale = segments(
    `${labelId} ${id}`,
    VALUES.map((value) => ({ value, label: value })),
    chosen?.toString() ?? null
  )
  return {
    element: h('span', { class: 'axis' }, h('span', { class: 'hint', id }, t(`poll.${axis}`)), scale.element),
    value: scale.value
  }
}

/** @type {MethodView} */
export const matrix = {
  rule: () => t('poll.rule.matrix'),

  fields(poll, choices) {
    const list = optionRows(
      poll.options,
      (option, id) => {
        const [impact, effort] = AXES.map((axis) => axisInput(axis, id, choices?.[option.id]?.[axis]))
        return { element: h('div', { class: 'axes' }, impact?.element, effort?.element), impact, effort }
      },
      true
    )
    const values = list.rows.map(({ option, field }) => ({
      option,
      read: () => ({ impact: field.impact?.value() ?? null, effort: field.effort?.value() ?? null })
    }))
    return {
      element: list.element,
      read: () =>
        Object.fromEntries(
          values
            .map(({ option, read }) => /** @type {const} */ ([option.id, read()]))
            .filter(([, { impact, effort }]) => impact !== null && effort !== null)
            .map(([id, { impact, effort }]) => [id, { impact: Number(impact), effort: Number(effort) }])
        ),
      problem() {
        const half = values.find(({ read }) => (read().impact === null) !== (read().effort === null))
        if (half) return t('poll.problem.half', { label: half.option.label })
        return values.some(({ read }) => read().impact !== null) ? null : t('poll.problem.rate')
      }
    }
  },

  chart() {
    const drawing = plot()
    const list = h('ul', { class: 'hint legend', role: 'list' })
    return {
      element: h('figure', null, drawing.element, h('figcaption', null, list)),
      update(poll) {
        const rows = inOrder(poll).map(({ option, tally }, at) => ({ name: String(at + 1), option, tally }))
        drawing.update(
          rows
            .filter(({ tally }) => tally['quadrant'] && tally['quadrant'] !== 'unplaced')
            .map(({ name, option, tally }) => ({
              name,
              label: option.label,
              impact: approx(tally['impact']),
              effort: approx(tally['effort'])
            }))
        )
        patch(
          list,
          rows,
          ({ option }) => option.id,
          ({ name, option }) => h('li', null, h('b', null, `${name}. ${option.label}`), ': ', h('span', null)),
          (item, { tally }) => setText(/** @type {Element} */ (item.lastElementChild), quadrant(tally))
        )
      }
    }
  },

  table: (poll, options) => ({
    columns: [t('poll.option'), t('poll.impact'), t('poll.effort'), t('poll.ratings'), t('poll.fieldHead')],
    rows: poll.options.map((option) => {
      const tally = options[option.id] ?? {}
      return [option.label, exact(tally['impact']), exact(tally['effort']), tally['count'] ?? 0, quadrant(tally)]
    })
  }),

  spoken: (poll, choices) =>
    poll.options
      .filter((option) => choices?.[option.id])
      .map(
        (option) =>
          `${option.label}: ${t('poll.impact')} ${choices[option.id].impact}, ${t('poll.effort')} ${choices[option.id].effort}`
      )
      .join('; ')
}
