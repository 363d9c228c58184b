/** QR codes as SVG: dark on white with their quiet zone in both themes. */
import { qrcode } from '/vendor/qr.js'
import { svg } from './dom.js'

/** Modules of white around the code: the standard asks for four. */
const QUIET = 4

/**
 * @param {string} text
 * @param {string} label what a screen reader says
 * @returns {SVGElement}
 */
export function qr(text, label) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const side = size + 2 * QUIET
  return svg(
    'svg',
    {
      class: 'qr',
      viewBox: `${-QUIET} ${-QUIET} ${side} ${side}`,
      role: 'img',
      'aria-label': label,
      'shape-rendering': 'crispEdges'
    },
    svg('path', { d: rows(code, size) })
  )
}

/**
 * One stroke a run of dark modules.
 *
 * @param {{isDark(row: number, column: number): boolean}} code
 * @param {number} size
 * @returns {string}
 */
function rows(code, size) {
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!code.isDark(y, x)) continue
      let end = x
      while (end < size && code.isDark(y, end)) end++
      path += `M${x} ${y + 0.5}h${end - x}`
      x = end
    }
  }
  return path
}

export { joinLink, spaced } from './codes.js'
