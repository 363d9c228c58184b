import { Problem } from '../api.js'
import { fill, icon } from '../dom.js'

/**
 * Does things and says what went wrong.
 *
 * @param {HTMLElement} error
 * @param {() => void} expired
 * @returns {(act: () => Promise<unknown>) => Promise<boolean>} whether it went well
 */
export function attempts(error, expired) {
  return async (act) => {
    fill(error)
    try {
      await act()
      return true
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason
      if (reason.status === 401) expired()
      else fill(error, icon('warn'), reason.sentence)
      return false
    }
  }
}
