import { Problem } from '../api.js'
import { fill, icon } from '../dom.js'

/**
 * Does things and says what went wrong.
 *
 * @param {HTMLElement} error
 * @param {() => void} expired
 * @param {object} [own] what a page has of its own
 * @param {number[]} [own.over] statuses after which nothing is left to do here
 * @param {(refused: Problem) => string | Promise<string>} [own.words] what it says of a refusal
 * @returns {(act: () => Promise<unknown>) => Promise<boolean>} whether it went well
 */
export function attempts(error, expired, { over = [401], words = (refused) => refused.sentence } = {}) {
  return async (act) => {
    fill(error)
    try {
      await act()
      return true
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason
      if (over.includes(reason.status)) expired()
      else fill(error, icon('warn'), await words(reason))
      return false
    }
  }
}
