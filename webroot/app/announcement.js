/** A sentence from the organisers, in room and on the screen: a band, no dialog, gone by itself. */
import { fill, h, icon } from './dom.js'
import { clock } from './timer.js'

/** @typedef {{text: string, until: string}} Announcement */

/**
 * @param {'polite' | 'off'} [live] whether it is heard itself: a room tells its words as its other news, between the keys of whoever types
 * @returns {{element: HTMLElement, update(said: Announcement | undefined): void}}
 */
export function announcement(live = 'polite') {
  const element = h('div', { class: 'announcement', role: 'status', 'aria-live': live })
  let shown = ''
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let going

  /** @param {string} text */
  function show(text) {
    if (text === shown) return
    shown = text
    fill(element, text !== '' && [icon('gather'), h('span', { dir: 'auto' }, text)])
  }
  return {
    element,
    update(said) {
      const left = said ? Date.parse(said.until) - clock.now() : 0
      clearTimeout(going)
      show(said && left > 0 ? said.text : '')
      if (left > 0) going = setTimeout(() => show(''), left)
    }
  }
}
