/** The folding rule with the four phases: the one picture of the product. */
import { svg } from '../dom.js'
import { t } from '../i18n.js'

/** Each limb: where its joint lies, how it leans, how long it is. Units of the view box. */
const LIMBS = /** @type {const} */ ([
  { x: 24, y: 36, angle: 51.3, length: 241, phase: 'collect' },
  { x: 152, y: 196, angle: -46.3, length: 224, phase: 'elaborate' },
  { x: 282, y: 60, angle: 46.3, length: 224, phase: 'vote' },
  { x: 412, y: 196, angle: -51.3, length: 241, phase: 'results' }
])

/** @returns {SVGElement} */
export function rule() {
  const phases = LIMBS.map(({ phase }) => t(`phase.${phase}`))
  return svg(
    'svg',
    {
      class: 'rule',
      'font-size': 16,
      'font-weight': 600,
      'text-anchor': 'middle',
      viewBox: '0 0 560 232',
      role: 'img',
      'aria-label': t('join.rule', { phases: phases.join(', ') })
    },
    ...LIMBS.map(({ x, y, angle, length }, at) => limb(x, y, angle, length, phases[at] ?? '')),
    svg('path', { d: 'M152 196h0M282 60h0M412 196h0', 'stroke-width': 13, 'stroke-linecap': 'round' })
  )
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} angle degrees
 * @param {number} length
 * @param {string} name
 * @returns {SVGElement}
 */
function limb(x, y, angle, length, name) {
  const end = length - 54
  return svg(
    'g',
    { transform: `translate(${x} ${y})rotate(${angle})` },
    svg('rect', { x: -18, y: -18, width: length, height: 36, rx: 18 }),
    svg('path', { d: `M20-13H${end}`, 'stroke-width': 8, 'stroke-dasharray': '1.5 6.5' }),
    svg('path', { d: `M20-10H${end}`, 'stroke-width': 14, 'stroke-dasharray': '1.5 38.5' }),
    svg('text', { x: length / 2 - 18, y: 12 }, name)
  )
}
