// Which steps are shown: all, mine, open, overdue, each with its number.
import { freshId, h, setText } from '../../dom.js'
import { number, t } from '../../i18n.js'
import { isOverdue, isSettled } from './facts.js'

/** @typedef {'all' | 'mine' | 'open' | 'overdue'} Filter */
/** @type {Filter[]} */
const FILTERS = ['all', 'mine', 'open', 'overdue']

/**
 * Whether a step belongs under a filter.
 *
 * @param {Filter} filter
 * @param {import('./document.js').PlanDocument} plan
 * @param {string} id
 * @param {{today: string, mine: string[]}} by own name and organisation, in lower case
 */
export function matches(filter, plan, id, { today, mine }) {
  if (filter === 'open') return !isSettled(plan.status(id))
  if (filter === 'overdue') return isOverdue(plan, id, today)
  if (filter === 'all') return true
  return names(plan.text(id, 'responsible'), mine) || names(plan.text(id, 'contributors'), mine)
}

/**
 * Whether a text names one of these people: whole words, so that Otto is not found in Lotto, nor Ina in Karina.
 *
 * @param {string} text
 * @param {string[]} people in lower case
 */
function names(text, people) {
  const lower = text.toLowerCase()
  return people.some((name) => {
    for (let at = lower.indexOf(name); name !== '' && at >= 0; at = lower.indexOf(name, at + 1)) {
      const before = /[\p{L}\p{N}]$/u.test(lower.slice(0, at))
      const after = /^[\p{L}\p{N}]/u.test(lower.slice(at + name.length))
      if (!before && !after) return true
    }
    return false
  })
}

/**
 * @param {(filter: Filter) => void} chosen
 * @returns {{element: HTMLElement, count(counts: Record<Filter, number>): void, choose(filter: Filter): void}}
 */
export function filterBar(chosen) {
  const name = freshId('filter')
  const parts = FILTERS.map((filter) => {
    const count = h('span', { class: 'num' })
    const input = h('input', {
      type: 'radio',
      name,
      value: filter,
      checked: filter === 'all',
      onchange: () => chosen(filter)
    })
    return { filter, count, input, label: h('label', null, input, `${t(`room.filter.${filter}`)} `, count) }
  })
  return {
    element: h(
      'fieldset',
      { class: 'seg' },
      h('legend', { class: 'vh' }, t('room.filter')),
      parts.map((part) => part.label)
    ),
    count(counts) {
      for (const part of parts) setText(part.count, number(counts[part.filter]))
    },
    choose(filter) {
      for (const part of parts) part.input.checked = part.filter === filter
      chosen(filter)
    }
  }
}
