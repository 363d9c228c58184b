// What a press on a step's grip offers: moving without dragging, a step below, a copy.
import { h, icon } from '../../dom.js'
import { t } from '../../i18n.js'

/** Space between the grip and its menu, and between the menu and the window's edges, in px. */
const GAP = 4

/**
 * @typedef {object} Acts
 * @property {(id: string) => number} numberOf
 * @property {(id: string, to: number) => void} to moves a step by so many places; an infinite number is an end of the plan
 * @property {(id: string) => void} below adds a step below
 * @property {(id: string) => void} copy
 */

/**
 * @param {HTMLElement} grip
 * @param {string} id of its step
 * @param {Acts} acts
 */
export function openStepMenu(grip, id, acts) {
  /** Moving goes on: several places are several presses. @param {string} sign @param {string} word @param {number} by */
  const move = (sign, word, by) =>
    entry(sign, word, () => {
      acts.to(id, by)
      name()
      place(menu, grip)
    })
  /** @param {string} sign @param {string} word @param {() => void} act */
  const once = (sign, word, act) =>
    entry(sign, word, () => {
      menu.hidePopover()
      act()
    })
  const first = move('up', 'room.step.up', -1)
  const menu = h(
    'div',
    { class: 'menu-list step-menu', popover: 'auto', role: 'region' },
    first,
    move('down', 'room.step.down', 1),
    move('up', 'room.step.top', -Infinity),
    move('down', 'room.step.bottom', Infinity),
    h('hr', null),
    once('plus', 'room.step.below', () => acts.below(id)),
    once('copy', 'room.step.copy', () => acts.copy(id))
  )
  const name = () => menu.setAttribute('aria-label', `${t('room.step')} ${acts.numberOf(id)}`)
  menu.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'closed') return
    grip.removeAttribute('aria-expanded')
    const within = menu.contains(document.activeElement) || document.activeElement === document.body
    menu.remove()
    if (within && grip.isConnected) grip.focus({ preventScroll: true })
  })
  name()
  document.body.append(menu)
  menu.showPopover()
  grip.setAttribute('aria-expanded', 'true')
  place(menu, grip)
  first.focus({ preventScroll: true })
}

/** @param {string} sign @param {string} word @param {() => void} onclick */
function entry(sign, word, onclick) {
  return h('button', { type: 'button', class: 'quiet', onclick }, icon(sign), t(word))
}

/** Below the grip, or above it where there is more room. @param {HTMLElement} menu @param {HTMLElement} grip */
function place(menu, grip) {
  const { left, top, bottom } = grip.getBoundingClientRect()
  const { width, height } = menu.getBoundingClientRect()
  const below = bottom + GAP + height <= innerHeight - GAP ? bottom + GAP : Math.max(GAP, top - GAP - height)
  const across = Math.max(GAP, Math.min(left, innerWidth - width - GAP))
  menu.style.setProperty('--x', `${across}px`)
  menu.style.setProperty('--y', `${Math.max(GAP, Math.min(below, innerHeight - height - GAP))}px`)
}
