/** The parts of a poll that come and go with its state. What stays keeps its element, its focus and what is typed in it. */
import { arrange } from '../dom.js'

/** @import {Poll} from './types.js' */
/** @typedef {{element: HTMLElement, update(poll: Poll): void}} Part */
/** @typedef {[key: string, make: () => Part]} Wanted */

/**
 * @param {HTMLElement} parent
 * @returns {{show(wanted: Wanted[], poll: Poll): void}}
 */
export function partsIn(parent) {
  /** @type {Map<string, Part>} */
  let parts = new Map()
  return {
    show(wanted, poll) {
      parts = new Map(wanted.map(([key, make]) => [key, parts.get(key) ?? make()]))
      arrange(
        parent,
        [...parts.values()].map((part) => part.element)
      )
      for (const part of parts.values()) part.update(poll)
    }
  }
}

/**
 * A part that never changes.
 *
 * @param {HTMLElement} element
 * @returns {Part}
 */
export const still = (element) => ({ element, update() {} })
