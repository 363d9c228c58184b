/** Join codes: how people type them, how they are shown, where they lead. */

/**
 * @param {string} typed in any case, with or without gaps
 * @returns {string} letters and digits only, in capitals
 */
export function plain(typed) {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/**
 * Whether no character is missing; codes made by older versions have eight.
 *
 * @param {string} code
 * @returns {boolean}
 */
export function whole(code) {
  return code.length === 10 || code.length === 8
}

/**
 * A join code as people read it aloud: in two groups.
 *
 * @param {string} code
 * @returns {string}
 */
export function spaced(code) {
  const half = Math.ceil(code.length / 2)
  return `${code.slice(0, half)} ${code.slice(half)}`
}

/**
 * The address a QR code leads to. The code is in the fragment, so it never reaches a log.
 *
 * @param {string} code
 * @param {string} [base] the server's public address
 * @returns {string}
 */
export function joinLink(code, base = location.origin) {
  return `${base.replace(/\/$/, '')}/#${code}`
}

/**
 * The address at which a screen opens by itself: it has no name to type.
 *
 * @param {string} code of the role viewer
 * @param {string} [base]
 * @returns {string}
 */
export function screenLink(code, base = location.origin) {
  return `${base.replace(/\/$/, '')}/screen.html#${code}`
}

/**
 * Where somebody goes who has joined.
 *
 * @param {import('./api.js').Session} joined
 * @returns {string}
 */
export function roomAddress({ member, room }) {
  return `/${member.role === 'viewer' ? 'screen' : 'room'}.html?room=${encodeURIComponent(room.id)}`
}

/**
 * The page of somebody at an event.
 *
 * @param {string} event
 * @returns {string}
 */
export function eventAddress(event) {
  return `/event.html?event=${encodeURIComponent(event)}`
}
