/** The passes of this browser, one an event: joined once, good for all its rooms. */
import { recall } from '../recall.js'

const PREFIX = 'werkraum.pass.'

/**
 * @typedef {{token: string, member: {id: string, name: string, role: 'organiser' | 'participant' | 'viewer'}, event: {id: string, title: string}}} Pass
 */
export const passes = {
  /** @param {string} event @returns {Pass | null} */
  of: (event) => recall(localStorage, PREFIX + event),

  /** @param {Pass} pass */
  save: (pass) => localStorage.setItem(PREFIX + pass.event.id, JSON.stringify(pass)),

  /** @param {string} event */
  forget: (event) => localStorage.removeItem(PREFIX + event),

  /** @returns {Pass[]} the newest first: ids sort by time */
  all: () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .sort()
      .reverse()
      .map((key) => recall(localStorage, key))
      .filter((pass) => pass?.token && pass.event?.id)
}
