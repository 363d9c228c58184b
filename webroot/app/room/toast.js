// The page's one live region: short sentences about what others did, gathered so that nobody is flooded.
import { h } from '../dom.js'
import { t } from '../i18n.js'

/** Others' acts are gathered this long before one sentence tells them, in milliseconds. */
const GATHER_MS = 1200
/** How long a sentence stays, in milliseconds. */
const STAY_MS = 6000

export class Toast {
  /** @type {string[]} */ #waiting = []
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #gathering
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #leaving

  constructor() {
    this.element = h('p', { class: 'toast', role: 'status' })
  }

  /** Says something at once: the outcome of one's own act. @param {string} text */
  say(text) {
    clearTimeout(this.#leaving)
    this.element.textContent = text
    this.#leaving = setTimeout(() => (this.element.textContent = ''), STAY_MS)
  }

  /** Mentions what somebody else did. @param {string} text */
  mention(text) {
    this.#waiting.push(text)
    this.#gathering ??= setTimeout(() => this.#tell(), GATHER_MS)
  }

  #tell() {
    this.#gathering = undefined
    const texts = this.#waiting.splice(0)
    this.say(texts.length <= 2 ? texts.join(' ') : t('room.toast.many', { n: texts.length }))
  }
}
