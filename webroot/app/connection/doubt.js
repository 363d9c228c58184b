// Whether the server is still there, asked as soon as something that was said stays unanswered: a network that drops everything without a word
// closes nothing. By HTTP, since an answer to what was said may also wait for the database; with nothing said, nothing is asked.

/** What was said is answered within half a second in a network that works: 200 ms until it is written, 100 ms until it is told. */
const ANSWERED_MS = 1500
/** Answered by HTTP, it is asked again no sooner: a database that hangs must not bring two requests a second of a whole hall. */
const AGAIN_MS = 6000

export class Doubt {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer

  /**
   * @param {object} asks
   * @param {() => boolean} asks.waits whether something that was said still waits for its answer
   * @param {() => number} asks.heard when something came last, in milliseconds since the epoch
   * @param {() => Promise<boolean>} asks.alive whether the server answers by another way
   * @param {() => void} dead nothing has been heard, and the server doesn't answer
   */
  constructor(asks, dead) {
    this.asks = asks
    this.dead = dead
  }

  /** Something was said that is to be answered. */
  said() {
    this.#timer ??= setTimeout(() => void this.#look(), ANSWERED_MS)
  }

  stop() {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  async #look() {
    if (!this.asks.waits()) return this.stop()
    const heard = this.asks.heard()
    const left = heard + ANSWERED_MS - Date.now()
    if (left > 0) return this.#later(left)
    const timer = this.#timer
    const alive = await this.asks.alive()
    if (timer !== this.#timer) return
    if (alive || this.asks.heard() > heard) return this.#later(AGAIN_MS)
    this.stop()
    this.dead()
  }

  /** @param {number} millis */
  #later(millis) {
    this.#timer = setTimeout(() => void this.#look(), millis)
  }
}
