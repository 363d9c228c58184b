/** Join codes: how people type them, how they are shown, where they lead. */

/**
 * @param {string} typed in any case, with or without gaps
 * @returns {string} letters and digits only, in capitals
 */
export function plain(typed) {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/**
 * A join code as people read it aloud: two groups of four.
 *
 * @param {string} code
 * @returns {string}
 */
export function spaced(code) {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
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
