import { Problem } from '../api.js'
import { fill, icon } from '../dom.js'

/**
 * Does things and says what went wrong: in the dialog that is open, else on the page, where it is brought into sight.
 *
 * @param {HTMLElement} error
 * @param {(status: number) => void} expired
 * @param {object} [own] what a page has of its own
 * @param {number[]} [own.over] statuses after which nothing is left to do here
 * @param {(refused: Problem) => string | Promise<string>} [own.words] what it says of a refusal
 * @returns {(act: () => Promise<unknown>) => Promise<boolean>} whether it went well
 */
export function attempts(error, expired, { over = [401], words = (refused) => refused.sentence } = {}) {
  return async (act) => {
    const place = document.querySelector('dialog[open] > form > footer > .error') ?? error
    fill(place)
    try {
      await act()
      return true
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason
      if (over.includes(reason.status)) {
        for (const dialog of document.querySelectorAll('dialog')) dialog.close()
        expired(reason.status)
      } else {
        fill(place, icon('warn'), await words(reason))
        place.scrollIntoView({ block: 'nearest' })
      }
      return false
    }
  }
}
