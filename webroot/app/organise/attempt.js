import { Problem } from '../api.js'
import { fill, icon } from '../dom.js'

/**
 * Does things and says what went wrong: in the dialog that is open, as long as it is, else on the page, where it is brought into sight. What nobody
 * asked for (`background`) is said on the page alone, moves nothing, and takes away only what was said of it.
 *
 * @param {HTMLElement} error
 * @param {(status: number) => void} expired
 * @param {object} [own] what a page has of its own
 * @param {number[]} [own.over] statuses after which nothing is left to do here
 * @param {(refused: Problem) => string | Promise<string>} [own.words] what it says of a refusal
 * @returns {(act: () => Promise<unknown>, how?: {background?: boolean}) => Promise<boolean>} whether it went well
 */
export function attempts(error, expired, { over = [401], words = (refused) => refused.sentence } = {}) {
  /** Whether what stands on the page was said of something in the background. */
  let unasked = false
  /** @param {Element} place @param {(string | HTMLElement | SVGElement)[]} words @param {boolean} background */
  function say(place, words, background) {
    fill(place, ...words)
    if (place === error) unasked = background
  }

  return async (act, { background = false } = {}) => {
    const asked = (!background && document.querySelector('dialog[open] > form > footer > .error')) || error
    if (!background) say(asked, [], false)
    try {
      await act()
      if (background && unasked) say(error, [], false)
      return true
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason
      if (over.includes(reason.status)) {
        for (const dialog of document.querySelectorAll('dialog')) dialog.close()
        expired(reason.status)
      } else {
        const sentence = await words(reason)
        // What it was done in may be gone: a dialog is left before its element is.
        const place = asked.isConnected && asked.closest('dialog')?.open !== false ? asked : error
        if (!background || unasked || place.childElementCount === 0) say(place, [icon('warn'), sentence], background)
        if (!background) place.scrollIntoView({ block: 'nearest' })
      }
      return false
    }
  }
}
