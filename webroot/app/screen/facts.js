/** Facts about steps that do not stand in the plan itself. */
import { decisionsByStep } from '../room/decisions.js'
import { clock } from '../timer.js'

/** @import {State} from './state.js' */

/** @returns {string} the day by the server's clock and this place's calendar, `2026-11-27` */
export function today() {
  const now = new Date(clock.now())
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/**
 * What polls decided, by step, in the words the room's page uses.
 *
 * @param {State} state
 * @returns {Map<string, {text: string}[]>} the newest first
 */
export function decisions({ polls }) {
  return decisionsByStep([...polls.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
}
