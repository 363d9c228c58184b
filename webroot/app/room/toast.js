// The page's one live region: short sentences about what others did, gathered so that nobody is flooded.
import { h } from '../dom.js'
import { t } from '../i18n.js'

/** Others' acts are gathered this long before one sentence tells them, in milliseconds. */
const GATHER_MS = 1200
/** How long a sentence stays, in milliseconds. */
const STAY_MS = 6000
/** A screen reader that speaks while keys are pressed is cut off: news wait for this long without a key, in milliseconds … */
const QUIET_MS = 1000
/** … but not longer than this, for somebody who never stops. */
const PATIENCE_MS = 15_000
/** What came of one's own act stands this long before news take its place, in milliseconds. */
const READ_MS = 2500

export class Toast {
  /** @type {string[]} */ #waiting = []
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #gathering
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #leaving
  #lastKey = -QUIET_MS
  #lastAct = -READ_MS
  #since = 0

  constructor() {
    // Never hidden while empty: a region that is new in the tree together with its words is not heard in Firefox.
    this.element = h('p', { class: 'toast', role: 'status', dir: 'auto' })
    addEventListener('keydown', () => (this.#lastKey = performance.now()), { capture: true, passive: true })
  }

  /** Says something at once: the outcome of one's own act. @param {string} text */
  say(text) {
    this.#lastAct = performance.now()
    this.#show(text)
  }

  /** @param {string} text */
  #show(text) {
    clearTimeout(this.#leaving)
    this.element.textContent = text
    this.#leaving = setTimeout(() => (this.element.textContent = ''), STAY_MS)
  }

  /** Mentions what somebody else did. @param {string} text */
  mention(text) {
    if (this.#waiting.length === 0) this.#since = performance.now()
    this.#waiting.push(text)
    this.#gathering ??= setTimeout(() => this.#tell(), GATHER_MS)
  }

  #tell() {
    const now = performance.now()
    const quiet = Math.max(QUIET_MS - (now - this.#lastKey), READ_MS - (now - this.#lastAct))
    if (quiet > 0 && now - this.#since < PATIENCE_MS) {
      this.#gathering = setTimeout(() => this.#tell(), quiet)
      return
    }
    this.#gathering = undefined
    const texts = this.#waiting.splice(0)
    this.#show(texts.length <= 2 ? texts.join(' ') : t('room.toast.many', { n: texts.length }))
  }
}
