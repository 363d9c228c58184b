/** How often each value was chosen: columns for the eye, the same numbers in the table beside them. */
import { h, patch, setText } from '../../dom.js'

/** @typedef {{key: string, label: string, count: number, picked?: boolean}} Column */

/**
 * @param {string} label what the columns count, for a screen reader
 * @returns {{element: HTMLElement, update(columns: Column[]): void}}
 */
export function histogram(label) {
  const element = h('ol', { class: 'histogram', 'aria-label': label, role: 'list' })
  return {
    element,
    update(columns) {
      element.style.setProperty('--max', String(Math.max(1, ...columns.map((column) => column.count))))
      patch(
        element,
        columns,
        (column) => column.key,
        () => h('li', null, h('span', { class: 'num' }), h('span', { class: 'col' }), h('span', null)),
        (item, column) => {
          const [count, bar, name] = item.children
          if (count) setText(count, String(column.count))
          if (bar instanceof HTMLElement) bar.style.setProperty('--v', String(column.count))
          if (name) setText(name, column.label)
          item.toggleAttribute('data-picked', column.picked ?? false)
        }
      )
    }
  }
}

/**
 * The counts of a histogram, which the server sends as an object from value to count or as a list in the order of the scale.
 *
 * @param {any} sent
 * @param {readonly (string | number)[]} scale
 * @returns {number[]}
 */
export function counts(sent, scale) {
  if (Array.isArray(sent)) return scale.map((_, place) => Number(sent[place] ?? 0))
  return scale.map((value) => Number(sent?.[String(value)] ?? 0))
}
