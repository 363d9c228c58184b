// What others write, put into the document in slices: many messages are one change, drawn and kept once, and between two slices the page has time
// for whoever types on it.
import { Pace } from '../pace.js'

/** Between slices, in milliseconds: others' letters are seen within a tenth of a second, and on a slow device within three. */
const PACE = { shortest: 40, longest: 200, share: 0.25 }
/** One slice works for about so long, in milliseconds; what is left waits for the next. */
const SLICE_MS = 8
/** The same where something has waited longer than a pause may be: it must not wait for ever, and still not hold up a key. */
const LATE_SLICE_MS = 25

export class Incoming {
  /** With when they came. @type {{update: Uint8Array, at: number}[]} */ #waiting = []
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer
  #pace = new Pace(PACE)

  /** @param {(updates: Iterable<Uint8Array>) => void} apply puts updates into the document as one change, as long as there are any */
  constructor(apply) {
    this.apply = apply
  }

  /** Takes an update of somebody else. @param {Uint8Array} update */
  put(update) {
    this.#waiting.push({ update, at: performance.now() })
    this.#later()
  }

  /** Puts all that waits into the document now: what follows must stand on it. */
  flush() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#waiting.length > 0) this.apply(this.#waiting.splice(0).map(({ update }) => update))
  }

  #later() {
    this.#timer ??= setTimeout(() => this.#slice(), this.#pace.wait)
  }

  #slice() {
    this.#timer = undefined
    const [oldest] = this.#waiting
    // What came during the last slice may have been taken with it.
    if (!oldest) return
    const now = performance.now()
    const limit = now - oldest.at > PACE.longest ? LATE_SLICE_MS : SLICE_MS
    this.#pace.work(
      () => this.apply(this.#within(now + limit)),
      () => this.#waiting.length > 0 && this.#later()
    )
  }

  /** What waits, oldest first, until the time is up; one at least. @param {number} end */
  *#within(end) {
    let taken = 0
    for (const { update } of this.#waiting) {
      yield update
      taken++
      if (performance.now() >= end) break
    }
    this.#waiting.splice(0, taken)
  }
}
