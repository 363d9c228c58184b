/** The passes of this browser, one an event: joined once, good for all its rooms. */
import { kept, organiser, PASS } from '../api.js'
import { recall } from '../recall.js'

/**
 * @typedef {{token: string, member: {id: string, name: string, role: 'organiser' | 'participant' | 'viewer'}, event: {id: string, title: string}}} Pass
 */
export const passes = {
  /** @param {string} event @returns {Pass | null} */
  of: (event) => recall(localStorage, PASS + event),

  /** @param {Pass} pass */
  save: (pass) => localStorage.setItem(PASS + pass.event.id, JSON.stringify(pass)),

  /** @param {string} event */
  forget: (event) => localStorage.removeItem(PASS + event),

  /** @returns {Pass[]} the newest first: ids sort by time */
  all: () => kept(PASS)
}

/**
 * What lets somebody organise an event: an organiser's token, or a pass that says so.
 *
 * @param {string} event
 * @returns {string | null}
 */
export function organising(event) {
  const pass = passes.of(event)
  return organiser.token() ?? (pass?.member.role === 'organiser' ? pass.token : null)
}
