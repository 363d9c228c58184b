/** Facts about steps that do not stand in the plan itself. */
import { decisionsByStep } from '../room/decisions.js'

/** @import {State} from './state.js' */

/**
 * What polls decided, by step, in the words the room's page uses.
 *
 * @param {State} state
 * @returns {Map<string, {text: string}[]>} the newest first
 */
export function decisions({ polls }) {
  return decisionsByStep([...polls.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
}
