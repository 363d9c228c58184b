// A WebSocket that comes back: full jitter between tries, silence counts as death, and every sign of waking up is a reason to try now.
import { pause } from './backoff.js'

/**
 * Close codes that are answers, not accidents: token expired, removed, room deleted; and those after which the same again would end the same way:
 * another dialect, content that can't be applied, too long.
 */
export const FINAL = new Set([4401, 4403, 4404, 4400, 4409, 4413])

/** The server sends something at least every 5 s; one lost message and some slack later the socket is dead. */
const SILENCE_MS = 9000
/** Silence after which waking up (a tab shown again, a network back) does not trust the socket any more. */
const STALE_MS = 5500
/** A handshake that takes longer than this is started anew. */
const HANDSHAKE_MS = 8000

/**
 * @typedef {object} LinkEvents
 * @property {() => void} opened a fresh socket is ready; nothing said on an earlier one counts
 * @property {(data: Uint8Array) => void} message
 * @property {() => void} lost the socket is gone; a try follows by itself
 * @property {(code: number) => void} ended a final close code; nothing follows
 * @property {() => Promise<number | null>} probe asks by HTTP why handshakes fail: a final code, or null to go on trying.
 *   A browser shows a refused handshake as 1006, whatever the reason.
 */

export class Link {
  /** @type {WebSocket | null} */ #socket = null
  #open = false
  #stopped = false
  #attempt = 0
  #refusals = 0
  #heard = 0
  /** Whether this socket has said anything of ours: a close code of one that hasn't may be anybody's. */
  #spoken = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer
  /** @type {ReturnType<typeof setInterval>} */ #watch
  #wake = () => this.#wakeUp()
  #dropped = () => this.#open && this.#lose()

  /**
   * @param {string} url
   * @param {() => string[]} protocols subprotocols, asked again for each try because a token may have been renewed
   * @param {LinkEvents} events
   */
  constructor(url, protocols, events) {
    this.url = url
    this.protocols = protocols
    this.events = events
    this.#watch = setInterval(() => this.#checkSilence(SILENCE_MS), 1000)
    addEventListener('online', this.#wake)
    addEventListener('offline', this.#dropped)
    addEventListener('pageshow', this.#wake)
    document.addEventListener('visibilitychange', this.#wake)
    this.#connect()
  }

  get open() {
    return this.#open
  }

  /** Sends, if there is a socket; what is lost with a socket is the caller's to repeat. @param {Uint8Array} data */
  send(data) {
    if (this.#open) this.#socket?.send(/** @type {any} */ (data))
  }

  /** Says goodbye for good. */
  stop() {
    if (this.#stopped) return
    this.#stopped = true
    clearTimeout(this.#timer)
    clearInterval(this.#watch)
    removeEventListener('online', this.#wake)
    removeEventListener('offline', this.#dropped)
    removeEventListener('pageshow', this.#wake)
    document.removeEventListener('visibilitychange', this.#wake)
    this.#forget()
  }

  #connect() {
    clearTimeout(this.#timer)
    const socket = new WebSocket(this.url, this.protocols())
    socket.binaryType = 'arraybuffer'
    this.#socket = socket
    this.#spoken = false
    this.#heard = Date.now()
    socket.onopen = () => {
      this.#open = true
      this.#heard = Date.now()
      this.events.opened()
    }
    socket.onmessage = (event) => {
      this.#heard = Date.now()
      this.#attempt = 0
      if (!(event.data instanceof ArrayBuffer)) return
      this.#spoken = true
      this.#refusals = 0
      this.events.message(new Uint8Array(event.data))
    }
    socket.onclose = (event) => this.#closed(event.code)
  }

  /** @param {number} code */
  #closed(code) {
    // A socket that opened and said nothing of ours was not our server's.
    const refused = !this.#spoken
    this.#forget()
    const final = FINAL.has(code)
    if (final && this.#spoken) return this.#end(code)
    this.events.lost()
    if (final || (refused && ++this.#refusals % 3 === 2)) this.#ask()
    this.#later()
  }

  #ask() {
    this.events.probe().then(
      (code) => code !== null && !this.#stopped && this.#end(code),
      () => null // no answer by HTTP either: the tries go on
    )
  }

  /** @param {number} code */
  #end(code) {
    this.stop()
    this.events.ended(code)
  }

  #later() {
    if (this.#stopped) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#connect(), pause(this.#attempt++))
  }

  #lose() {
    this.#forget()
    this.events.lost()
    this.#later()
  }

  /** Lets go of the socket without waiting for its goodbye, which a dead network never delivers. */
  #forget() {
    const socket = this.#socket
    this.#socket = null
    this.#open = false
    if (!socket) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
  }

  /** @param {number} limit milliseconds */
  #checkSilence(limit) {
    if (!this.#socket || this.#stopped) return
    const silent = Date.now() - this.#heard
    if (this.#open ? silent > limit : silent > HANDSHAKE_MS) this.#lose()
  }

  #wakeUp() {
    if (this.#stopped || document.visibilityState === 'hidden') return
    this.#checkSilence(STALE_MS)
    if (this.#socket) return
    this.#attempt = 0
    this.#connect()
  }
}
