// Which way messages go, a WebSocket or the detour of requests, and for how long it is to be trusted before the other is tried beside it.

/** A WebSocket that has said nothing for that long gets a rival: a slow network takes two round trips of a second. */
const PATIENCE_MS = 2500
/** Refusals after which it gets one at once: one may be chance. */
const REFUSALS = 2
/** The same where a WebSocket has got through before: then it is the server that is away, and twice as many tries would keep it so. */
const PATIENCE_KNOWN_MS = 12_000
const REFUSALS_KNOWN = 6
/** On a detour: until a WebSocket is tried again, at first and at last. */
const AGAIN_MS = 15_000
const AGAIN_LAST_MS = 300_000
/** Which way the last page of this tab went. */
const DETOUR = 'werkraum.detour'

export class Way {
  detour = sessionStorage.getItem(DETOUR) !== null
  /** Whether a WebSocket has ever spoken on this page. */
  #works = false
  #again = AGAIN_MS

  /** Until the other way is tried too, in milliseconds. */
  get patience() {
    if (this.detour) return this.#again
    return this.#works ? PATIENCE_KNOWN_MS : PATIENCE_MS
  }

  /** Refusals of a WebSocket after which the other way is tried at once. */
  get refusals() {
    return this.#works ? REFUSALS_KNOWN : REFUSALS
  }

  /** @param {boolean} socket whether it is a WebSocket that has spoken */
  spoke(socket) {
    this.#works ||= socket
  }

  /** On a detour a WebSocket is tried again: the next time later. */
  triedAgain() {
    this.#again = Math.min(AGAIN_LAST_MS, this.#again * 2)
  }

  /** Goes this way from now on. @param {boolean} socket */
  take(socket) {
    this.detour = !socket
    this.#again = AGAIN_MS
    if (socket) sessionStorage.removeItem(DETOUR)
    else sessionStorage.setItem(DETOUR, '1')
  }

  /** No visit gets through either: the next try is a WebSocket's again. */
  leaveDetour() {
    this.detour = false
  }
}
