/** A sentence from the organisers, in room and on the screen: a band, no dialog, gone by itself. */
import { fill, h, icon } from './dom.js'
import { clock } from './timer.js'

/** @typedef {{text: string, until: string}} Announcement */

/** @returns {{element: HTMLElement, update(said: Announcement | undefined): void}} */
export function announcement() {
  const element = h('div', { class: 'announcement', role: 'status' })
  let shown = ''
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let going
  return {
    element,
    update(said) {
      const left = said ? Date.parse(said.until) - clock.now() : 0
      const text = said && left > 0 ? said.text : ''
      if (text === shown) return
      shown = text
      clearTimeout(going)
      fill(element, text !== '' && [icon('gather'), h('span', { dir: 'auto' }, text)])
      if (text !== '') going = setTimeout(() => fill(element), left)
    }
  }
}
