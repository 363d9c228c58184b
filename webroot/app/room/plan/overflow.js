import { fill, h, icon } from '../../dom.js'
import { number, t } from '../../i18n.js'

/**
 * Says that a text had no room, and offers the rest of it.
 *
 * @param {number} max longest text
 * @param {((rest: string) => void) | null} keep puts it elsewhere, where there is such a place
 * @returns {{element: HTMLElement, rest(text: string): void}}
 */
export function overflow(max, keep) {
  const words = h('span', null)
  const left = h('textarea', { readonly: true, rows: 2, 'aria-label': t('room.over.rest'), dir: 'auto' })
  const move = h('button', { type: 'button', onclick: put }, t('room.over.keep'))
  const close = h('button', { type: 'button', class: 'quiet', onclick: hide }, t('room.over.drop'))
  const element = h('div', { class: 'notice over', role: 'alert', hidden: true })

  function put() {
    keep?.(left.value)
    hide()
  }

  function hide() {
    element.hidden = true
    fill(element)
    left.value = ''
  }

  return {
    element,
    rest(text) {
      left.value += text
      words.textContent = t('room.over', { max: number(max), n: left.value.length })
      if (!element.hidden) return
      element.hidden = false
      fill(element, h('p', null, icon('warn'), words), left, h('div', { class: 'row' }, keep && move, close))
    }
  }
}
