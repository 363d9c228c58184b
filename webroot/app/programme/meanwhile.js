/** What has become of a session while somebody had it open: made by a request whose answer was lost, or changed by somebody else. */

/** @import {Session} from './types.js' */
/** @typedef {'title' | 'place' | 'start' | 'end' | 'moderators' | 'seats' | 'template' | 'preset'} Part */

/** @type {Part[]} */
const PARTS = ['title', 'place', 'start', 'end', 'moderators', 'seats', 'template', 'preset']

/**
 * The parts of a session in which two of its states differ; the same instant may be written in several ways.
 *
 * @param {Session} one
 * @param {Session} other
 * @returns {Part[]}
 */
export function differing(one, other) {
  return PARTS.filter((part) => plain(one, part) !== plain(other, part))
}

/**
 * What is to be kept: what was typed where it was changed here, else what the programme says by now.
 *
 * @param {Session} before as it was when it was opened
 * @param {Session} typed
 * @param {Session} now
 * @returns {Session}
 */
export function joined(before, typed, now) {
  const changed = differing(before, typed)
  return { ...now, ...Object.fromEntries(changed.map((part) => [part, typed[part]])) }
}

/**
 * The parts that were changed here and elsewhere, to something else.
 *
 * @param {Session} before
 * @param {Session} typed
 * @param {Session} now
 * @returns {Part[]}
 */
export function contested(before, typed, now) {
  const elsewhere = differing(before, now)
  return differing(typed, now).filter((part) => elsewhere.includes(part) && differing(before, typed).includes(part))
}

/** @param {Session} session @param {Part} part */
function plain(session, part) {
  const value = session[part]
  if (value === null || value === undefined || value === '') return ''
  return part === 'start' || part === 'end' ? String(Date.parse(String(value))) : JSON.stringify(value)
}
