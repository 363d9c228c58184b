// A connection that comes back: full jitter between tries, silence counts as death, and every sign of waking up is a reason to try now. It is a
// WebSocket where one gets through; where it opens late, says nothing or is refused while the server answers by HTTP, a visit is tried beside it,
// and whichever speaks first is used. On a detour, a WebSocket is tried again now and then.
import { pause } from './backoff.js'
import { socketLine } from './socket-line.js'

/** @import {Line} from './socket-line.js' */

/**
 * Close codes that are answers, not accidents: token expired, removed, room deleted; and those after which the same again would end the same way:
 * another dialect, content that can't be applied, too long.
 */
export const FINAL = new Set([4401, 4403, 4404, 4400, 4409, 4413])

/** The server sends something at least every 5 s; one lost message and some slack later the connection is dead. */
const SILENCE_MS = 9000
/** Silence after which waking up (a tab shown again, a network back) does not trust the connection any more. */
const STALE_MS = 5500
/** A handshake that takes longer than this is started anew. */
const HANDSHAKE_MS = 8000
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

/**
 * @typedef {object} LinkEvents
 * @property {() => void} opened a fresh connection is ready; nothing said on an earlier one counts
 * @property {(data: Uint8Array) => void} message
 * @property {() => void} lost the connection is gone; a try follows by itself
 * @property {(code: number) => void} ended a final close code; nothing follows
 * @property {() => Promise<number | null>} probe asks by HTTP why handshakes fail: a final code, or null to go on trying.
 *   A browser shows a refused handshake as 1006, whatever the reason.
 *
 * @typedef {{line: Line | null, socket: boolean, open: boolean, spoken: boolean, heard: number}} Try `spoken`: whether it has said anything of
 *   ours; a close code of one that hasn't may be anybody's
 */

export class Link {
  /** What is used, or tried to be. @type {Try | null} */ #current = null
  /** What is tried beside it. @type {Try | null} */ #rival = null
  /** Whether a WebSocket has ever spoken on this page. */
  #works = false
  #detour = sessionStorage.getItem(DETOUR) !== null
  #stopped = false
  #attempt = 0
  #refusals = 0
  #tries = 0
  #again = AGAIN_MS
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #challenge
  /** @type {ReturnType<typeof setInterval>} */ #watch
  #wake = () => this.#wakeUp()
  #dropped = () => this.open && this.#lose()
  #gone = () => this.detour && (this.#forget(), this.events.lost())

  /**
   * @param {string} room
   * @param {() => string} token asked again for each try because it may have been renewed
   * @param {LinkEvents} events
   */
  constructor(room, token, events) {
    this.path = `/collab/${room}`
    this.token = token
    this.events = events
    this.#watch = setInterval(() => this.#checkSilence(SILENCE_MS), 1000)
    addEventListener('online', this.#wake)
    addEventListener('offline', this.#dropped)
    addEventListener('pageshow', this.#wake)
    addEventListener('pagehide', this.#gone)
    document.addEventListener('visibilitychange', this.#wake)
    this.#connect()
  }

  get open() {
    return this.#current?.open === true
  }

  /** Whether messages go by requests, since no WebSocket gets through. */
  get detour() {
    return this.open && this.#current?.socket === false
  }

  /** Sends, if there is a connection; what is lost with it is the caller's to repeat. @param {Uint8Array} data */
  send(data) {
    if (this.open) this.#current?.line?.send(data)
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
    removeEventListener('pagehide', this.#gone)
    document.removeEventListener('visibilitychange', this.#wake)
    this.#forget()
  }

  #connect() {
    clearTimeout(this.#timer)
    this.#current = this.#start(!this.#detour)
    this.#challengeLater()
  }

  /** @param {boolean} socket @returns {Try} */
  #start(socket) {
    /** @type {Try} */
    const one = { line: null, socket, open: false, spoken: false, heard: Date.now() }
    const token = this.token()
    const events = {
      opened: () => this.#opened(one),
      message: (/** @type {Uint8Array} */ data) => this.#message(one, data),
      heard: () => (one.heard = Date.now()),
      closed: (/** @type {number} */ code) => this.#closed(one, code)
    }
    if (socket) {
      const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
      // Firefox holds a WebSocket to a place that failed back by itself, up to a minute; another path is another place.
      const again = this.#tries++ === 0 ? '' : `/${this.#tries}`
      one.line = socketLine(`${scheme}//${location.host}${this.path}${again}?events=1`, token, events)
      return one
    }
    import('./visit-line.js').then(
      ({ visitLine }) => this.#knows(one) && (one.line = visitLine(`${this.path}/visits`, token, events)),
      () => this.#closed(one, 1006)
    )
    return one
  }

  /** @param {Try} one */
  #knows(one) {
    return !this.#stopped && (one === this.#current || one === this.#rival)
  }

  /** @param {Try} one */
  #opened(one) {
    one.open = true
    one.heard = Date.now()
    if (one === this.#current) this.events.opened()
  }

  /** @param {Try} one @param {Uint8Array} data */
  #message(one, data) {
    one.heard = Date.now()
    one.spoken = true
    if (one === this.#rival) this.#take(one)
    if (one !== this.#current) return
    this.#attempt = 0
    this.#refusals = 0
    this.#works ||= one.socket
    if (!this.#detour && this.#rival) this.#drop(this.#rival)
    this.events.message(data)
  }

  /** A rival has spoken: it is used from now on, unless what is used has spoken too and is the better way. @param {Try} rival */
  #take(rival) {
    this.#rival = null
    const before = this.#current
    if (before?.socket && before.spoken) return rival.line?.close()
    this.#current = rival
    clearTimeout(this.#timer)
    before?.line?.close()
    if (before?.open) this.events.lost()
    this.#detour = !rival.socket
    this.#again = AGAIN_MS
    if (this.#detour) sessionStorage.setItem(DETOUR, '1')
    else sessionStorage.removeItem(DETOUR)
    if (this.#detour) this.#challengeLater()
    this.events.opened()
  }

  /** @param {Try} one */
  #drop(one) {
    if (one === this.#rival) this.#rival = null
    one.line?.close()
  }

  #challengeLater() {
    clearTimeout(this.#challenge)
    const millis = this.#detour ? this.#again : this.#works ? PATIENCE_KNOWN_MS : PATIENCE_MS
    this.#challenge = setTimeout(() => this.#rivalry(), millis)
  }

  /** Tries the other way beside. */
  #rivalry() {
    clearTimeout(this.#challenge)
    if (this.#stopped || this.#rival) return
    if (this.#detour) this.#again = Math.min(AGAIN_LAST_MS, this.#again * 2)
    else if (this.#current?.spoken) return
    this.#rival = this.#start(this.#detour)
  }

  /** @param {Try} one @param {number} code */
  #closed(one, code) {
    if (one === this.#rival) {
      this.#rival = null
      this.#challengeLater()
    }
    if (one !== this.#current) return
    this.#current = null
    const final = FINAL.has(code)
    if (final && one.spoken) return this.#end(code)
    this.events.lost()
    if (!one.spoken) this.#refused(one)
    if (final || (!one.spoken && this.#refusals % 3 === 2)) this.#ask()
    this.#later()
  }

  /** @param {Try} one */
  #refused(one) {
    this.#refusals++
    if (one.socket && this.#refusals >= (this.#works ? REFUSALS_KNOWN : REFUSALS)) return this.#rivalry()
    // No visit either: the next try is a WebSocket's again.
    if (!one.socket) this.#detour = false
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

  /** Lets go of all without waiting for a goodbye, which a dead network never delivers. */
  #forget() {
    clearTimeout(this.#challenge)
    const lines = [this.#current?.line, this.#rival?.line]
    this.#current = this.#rival = null
    for (const line of lines) line?.close()
  }

  /** @param {number} limit milliseconds */
  #checkSilence(limit) {
    const now = Date.now()
    const rival = this.#rival
    if (rival && now - rival.heard > HANDSHAKE_MS) {
      this.#drop(rival)
      this.#challengeLater()
    }
    if (!this.#current || this.#stopped) return
    const silent = now - this.#current.heard
    if (this.open ? silent > limit : silent > HANDSHAKE_MS) this.#lose()
  }

  #wakeUp() {
    if (this.#stopped || document.visibilityState === 'hidden') return
    this.#checkSilence(STALE_MS)
    // Perhaps another network, which lets WebSockets through.
    if (this.detour) this.#rivalry()
    if (this.#current) return
    this.#attempt = 0
    this.#connect()
  }
}
