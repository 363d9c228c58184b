/** Bars over a ruler: one list item a bar, its words and numbers first, so that the list reads without the drawing. */
import { h, patch, setText } from '../../dom.js'

/**
 * @typedef {object} Bar
 * @property {string} key
 * @property {string} label
 * @property {number} value
 * @property {string} text the value in words
 * @property {string} [note] smaller, after the value
 * @property {boolean} [picked] drawn full
 * @property {number | null} [need] where the threshold lies
 * @property {string} [cut] a dashed line with these words comes before this bar
 */

/** More small ticks than this are a grey line. */
const TICKS = 50

/**
 * @param {number} max
 * @returns {number} how many units a small tick stands for: 1, 2, 5, 10, 20, 50, …
 */
function tick(max) {
  let step = 1
  for (let i = 0; max / step > TICKS; i++) step *= [2, 2.5, 2][i % 3] ?? 2
  return step
}

/**
 * @param {Bar} bar
 * @returns {HTMLElement}
 */
function create(bar) {
  if (bar.label === '') return h('li', { class: 'cut' })
  return h(
    'li',
    { style: { '--v': 0 } },
    h('span', { dir: 'auto' }),
    h('span', { class: 'val' }, h('b', null), ' ', h('small', null)),
    h('span', { class: 'bar' })
  )
}

/**
 * @param {HTMLElement} item
 * @param {Bar} bar
 */
function draw(item, bar) {
  if (bar.label === '') {
    setText(item, bar.text)
    return
  }
  const [label, value] = item.children
  if (label) setText(label, bar.label)
  const [figure, note] = value?.children ?? []
  if (figure) setText(figure, bar.text)
  if (note) setText(note, bar.note ?? '')
  item.style.setProperty('--v', String(bar.value))
  item.toggleAttribute('data-picked', bar.picked ?? false)
  const need = bar.need ?? null
  item.toggleAttribute('data-need', need !== null)
  if (need !== null) item.style.setProperty('--need', String(need))
}

/**
 * @param {'ol' | 'ul'} tag `ol` where the order says something
 * @returns {{element: HTMLElement, update(bars: Bar[], max: number): void}}
 */
export function barsView(tag) {
  const element = h(tag, { class: 'bars', role: 'list' })
  return {
    element,
    update(bars, max) {
      element.style.setProperty('--max', String(Math.max(1, max)))
      element.style.setProperty('--tick', String(tick(max)))
      const items = bars.flatMap((bar) =>
        bar.cut === undefined ? [bar] : [{ key: `cut ${bar.cut}`, label: '', value: 0, text: bar.cut }, bar]
      )
      patch(element, items, (bar) => bar.key, create, draw)
    }
  }
}
