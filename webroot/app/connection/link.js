// A connection that comes back: full jitter between tries, silence counts as death, and every sign of waking up is a reason to try now. It is a
// WebSocket where one gets through; where it opens late, says nothing or is refused while the server answers by HTTP, a visit is tried beside it,
// and whichever speaks first is used. On a detour, a WebSocket is tried again now and then.
import { pause } from './backoff.js'
import { listenToDevice } from './device.js'
import { Tries } from './tries.js'
import { Way } from './way.js'

/** @import {Try} from './tries.js' */

/**
 * Close codes that are answers, not accidents: token expired, removed, room deleted; and those after which the same again would end the same way:
 * another dialect, content that can't be applied, gone to another session, too long.
 */
const FINAL = new Set([4401, 4403, 4404, 4400, 4409, 4410, 4413])

/** The server sends something at least every 5 s; one lost message and some slack later the connection is dead. */
const SILENCE_MS = 9000
/** Silence after which waking up (a tab shown again, a network back) does not trust the connection any more. */
const STALE_MS = 5500
/** A handshake that takes longer than this is started anew. */
const HANDSHAKE_MS = 8000

/**
 * @typedef {object} LinkEvents
 * @property {() => void} opened a fresh connection is ready; nothing said on an earlier one counts
 * @property {(data: Uint8Array) => void} message
 * @property {() => void} lost the connection is gone; a try follows by itself
 * @property {(code: number) => void} ended a final close code; nothing follows
 * @property {() => Promise<number | null>} probe asks by HTTP why handshakes fail: a final code, or null to go on trying.
 *   A browser shows a refused handshake as 1006, whatever the reason.
 */

export class Link {
  /** What is used, or tried to be. @type {Try | null} */ #current = null
  /** What is tried beside it. @type {Try | null} */ #rival = null
  #way = new Way()
  #stopped = false
  #attempt = 0
  #refusals = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #challenge
  /** @type {ReturnType<typeof setInterval>} */ #watch
  #tries
  /** Stops listening to the device. */ #deafen

  /**
   * @param {string} room
   * @param {() => string} token asked again for each try because it may have been renewed
   * @param {LinkEvents} events
   */
  constructor(room, token, events) {
    this.events = events
    this.#tries = new Tries(`/collab/${room}`, token, {
      opened: (one) => this.#opened(one),
      message: (one, data) => this.#message(one, data),
      closed: (one, code) => this.#closed(one, code),
      wanted: (one) => !this.#stopped && (one === this.#current || one === this.#rival)
    })
    this.#watch = setInterval(() => this.#checkSilence(SILENCE_MS), 1000)
    this.#deafen = listenToDevice({
      woke: () => this.#wakeUp(),
      dropped: () => this.open && this.#lose(),
      hidden: () => this.detour && (this.#forget(), this.events.lost())
    })
    this.#connect()
  }

  get open() {
    return this.#current?.open === true
  }

  /** Whether messages go by requests, since no WebSocket gets through. */
  get detour() {
    return this.open && this.#current?.socket === false
  }

  /** When something came last, in milliseconds since the epoch. */
  get heard() {
    return this.#current?.heard ?? 0
  }

  /** Lets go of a connection that nothing comes of any more, and tries anew. */
  distrust() {
    if (this.open) this.#lose()
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
    this.#deafen()
    this.#forget()
  }

  #connect() {
    clearTimeout(this.#timer)
    this.#current = this.#tries.start(!this.#way.detour)
    this.#challengeLater()
  }

  /** @param {Try} one */
  #opened(one) {
    one.open = true
    one.heard = Date.now()
    if (one === this.#current) this.events.opened()
  }

  /** @param {Try} one @param {Uint8Array} data */
  #message(one, data) {
    one.spoken = true
    if (one === this.#rival) this.#take(one)
    if (one !== this.#current) return
    this.#attempt = 0
    this.#refusals = 0
    this.#way.spoke(one.socket)
    if (!this.#way.detour && this.#rival) this.#drop(this.#rival)
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
    this.#way.take(rival.socket)
    if (this.#way.detour) this.#challengeLater()
    this.events.opened()
  }

  /** @param {Try} one */
  #drop(one) {
    if (one === this.#rival) this.#rival = null
    one.line?.close()
  }

  #challengeLater() {
    clearTimeout(this.#challenge)
    this.#challenge = setTimeout(() => this.#rivalry(), this.#way.patience)
  }

  /** Tries the other way beside. */
  #rivalry() {
    clearTimeout(this.#challenge)
    if (this.#stopped || this.#rival) return
    if (this.#way.detour) this.#way.triedAgain()
    else if (this.#current?.spoken) return
    this.#rival = this.#tries.start(this.#way.detour)
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
    if (one.socket && this.#refusals >= this.#way.refusals) return this.#rivalry()
    if (!one.socket) this.#way.leaveDetour()
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
