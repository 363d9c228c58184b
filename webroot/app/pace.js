// Work that leads to drawing, done no more often than the device can bear: on a slow one the pauses grow with what the work and its frame take.

export class Pace {
  #pause
  #last = -Infinity

  /**
   * @param {object} bounds
   * @param {number} bounds.shortest pause between two pieces of work, in milliseconds
   * @param {number} bounds.longest pause, in milliseconds, however long the work takes
   * @param {number} bounds.share of the time that the work and its frames may take
   */
  constructor({ shortest, longest, share }) {
    this.bounds = { shortest, longest, share }
    this.#pause = shortest
  }

  /** Milliseconds until the next piece of work may begin. */
  get wait() {
    return Math.max(0, this.#last + this.#pause - performance.now())
  }

  /** Does a piece of work. @param {() => void} work @param {() => void} [then] called when the frame that shows it is done */
  work(work, then = () => {}) {
    const { shortest, longest, share } = this.bounds
    const begun = (this.#last = performance.now())
    work()
    afterFrame(() => {
      this.#last = performance.now()
      this.#pause = Math.min(longest, Math.max(shortest, (this.#last - begun) * (1 / share - 1)))
      then()
    })
  }
}

/**
 * Makes a function that asks for one call of `act` once the next frame is done, however often it is asked; what a page that goes leaves undone is done at once.
 *
 * @param {() => void} act
 * @returns {() => void}
 */
export function afterwards(act) {
  let asked = false
  const run = () => {
    if (!asked) return
    asked = false
    act()
  }
  globalThis.addEventListener?.('pagehide', run)
  return () => {
    if (asked) return
    asked = true
    afterFrame(run)
  }
}

/** Calls back when the next frame is done; a hidden page has none. @param {() => void} then */
function afterFrame(then) {
  if (document.visibilityState === 'hidden') setTimeout(then)
  else requestAnimationFrame(() => setTimeout(then))
}
