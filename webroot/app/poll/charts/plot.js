/** Impact over effort: five by five places, the quadrant that is worth doing at once shaded. The list beside it says the same. */
import { fill, h } from '../../dom.js'
import { t } from '../../i18n.js'

/** @typedef {{name: string, label: string, impact: number, effort: number}} Dot values 1 to 5, `name` short */

/** Rows and columns of the quadrants, as CSS grid areas: high impact on top, low effort on the left. */
const QUADRANTS = /** @type {const} */ ([
  ['doNow', '1 / 1 / 4 / 3'],
  ['planStrategically', '1 / 3 / 4 / 6'],
  ['onTheSide', '4 / 1 / 6 / 3'],
  ['postpone', '4 / 3 / 6 / 6']
])

/** @returns {{element: HTMLElement, update(dots: Dot[]): void}} */
export function plot() {
  const element = h('div', { class: 'plot', 'aria-hidden': 'true' })
  return {
    element,
    update(dots) {
      /** @type {Map<string, Dot[]>} */
      const cells = new Map()
      for (const dot of dots) {
        const cell = `${Math.round(dot.effort)} ${Math.round(dot.impact)}`
        cells.set(cell, [...(cells.get(cell) ?? []), dot])
      }
      fill(
        element,
        QUADRANTS.map(([name, area]) => h('em', { style: { '--q': area } }, t(`poll.quadrant.${name}`))),
        [...cells].map(([cell, inside]) => {
          const [x, y] = cell.split(' ')
          return h(
            'span',
            { style: { '--x': x, '--y': y } },
            inside.map((dot) => h('b', null, dot.name))
          )
        }),
        h('i', null, `${t('poll.effort')} →`),
        h('i', null, `${t('poll.impact')} →`)
      )
    }
  }
}
