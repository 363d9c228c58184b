/** The parts of a poll that come and go with its state. What stays keeps its element, its focus and what is typed in it. */
import { arrange } from '../dom.js'

/** @import {Poll} from './types.js' */
/** @typedef {{element: HTMLElement, update(poll: Poll, page?: number): number | void}} Part `update` may answer a number of pages */
/** @typedef {[key: string, make: () => Part]} Wanted */

/**
 * @param {HTMLElement} parent
 * @returns {{show(wanted: Wanted[], poll: Poll, page?: number): number}} `show` answers the largest number of pages of a part
 */
export function partsIn(parent) {
  /** @type {Map<string, Part>} */
  let parts = new Map()
  return {
    show(wanted, poll, page) {
      parts = new Map(wanted.map(([key, make]) => [key, parts.get(key) ?? make()]))
      arrange(
        parent,
        [...parts.values()].map((part) => part.element)
      )
      return Math.max(1, ...[...parts.values()].map((part) => part.update(poll, page) ?? 1))
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
