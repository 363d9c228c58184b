// The id under which this browser joins with a code: made before the first try, kept until an answer has come, over reloads too.
import { requestKey } from '../once.js'

const PREFIX = 'werkraum.joining.'

export const joining = {
  /** @param {string} code @returns {string} */
  keyOf(code) {
    try {
      const key = localStorage.getItem(PREFIX + code) ?? requestKey()
      localStorage.setItem(PREFIX + code, key)
      return key
    } catch {
      return requestKey() // storage is full or forbidden: this try only
    }
  },

  /** @param {string} code */
  forget: (code) => localStorage.removeItem(PREFIX + code)
}
