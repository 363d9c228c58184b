// The room's connection where no WebSocket gets through: a stream is read, requests are sent one after the other. The same messages in the same order;
// what got lost on the way, either way, is asked for or sent again by its number.
import { LONGEST, MOST, ask, fromBase64, lines, pieces, toBase64 } from './visit-wire.js'

/** @import {Line, LineEvents} from './socket-line.js' */

/** Where nothing of a stream has come for that long, something on the way holds it back: then answers that end are asked for. Milliseconds. */
const HELD_BACK_MS = 3000
/** Seconds that such an answer may take. */
const WAIT = 25
/** Pauses between tries of the same request, in milliseconds: the line is given up by its owner, who hears nothing any more. */
const PAUSES = [100, 500, 1000, 2000]
/** So many bytes heard are told to the server, which keeps them until then, even where there is nothing to say. */
const ACK_BYTES = 256 * 1024
/** Over, by a code that says nothing else. */
const LOST = 1006

/**
 * @param {string} base `/collab/{room}/visits`
 * @param {string} token
 * @param {LineEvents} events
 * @returns {Line}
 */
export function visitLine(base, token, events) {
  const visit = new Visit(base, token, events)
  void visit.begin()
  return { send: (data) => visit.say(data), close: () => visit.leave() }
}

class Visit {
  #path = ''
  #over = new AbortController()
  /** Number of the last line that has come. */
  #heard = 0
  #unacked = 0
  /** Number of the first piece that is not known to have arrived, and these. */
  #from = 0
  /** @type {import('./visit-wire.js').Piece[]} */ #waiting = []
  #sending = false
  #polls = false

  /** @param {string} base @param {string} token @param {LineEvents} events */
  constructor(base, token, events) {
    this.base = base
    this.token = token
    this.events = events
  }

  async begin() {
    try {
      const answer = await ask(this.base, this.token, 'POST', {}, this.#over.signal)
      if (answer.status !== 201) return this.#end(LOST)
      this.#path = `${this.base}/${(await answer.json()).visit}`
      this.events.opened()
      void this.#send()
      await this.#listen()
    } catch {
      this.#end(LOST)
    }
  }

  /** Stream after stream, each going on where the one before was cut. */
  async #listen() {
    for (let tries = 0; !this.#over.signal.aborted; tries++) {
      const before = this.#heard
      try {
        await this.#hear()
      } catch {
        // cut, or held back: the next one goes on
      }
      if (this.#heard > before) tries = 0
      else await this.#pause(tries)
    }
  }

  async #hear() {
    const cut = new AbortController()
    const stop = () => cut.abort()
    this.#over.signal.addEventListener('abort', stop)
    const late = this.#polls ? undefined : setTimeout(() => ((this.#polls = true), stop()), HELD_BACK_MS)
    try {
      const address = `${this.#path}?after=${this.#heard}${this.#polls ? `&wait=${WAIT}` : ''}`
      const answer = await ask(address, this.token, 'GET', undefined, cut.signal)
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return this.#end(LOST)
      if (!answer.ok || !answer.body) return
      for await (const line of lines(answer.body)) {
        clearTimeout(late)
        this.#take(line)
      }
    } finally {
      clearTimeout(late)
      this.#over.signal.removeEventListener('abort', stop)
    }
  }

  /** @param {string} text */
  #take(text) {
    if (this.#over.signal.aborted) return
    this.events.heard()
    const { n, m, close } = JSON.parse(text)
    if (n !== this.#heard + 1) return
    this.#heard = n
    this.#unacked += text.length
    if (close !== undefined) return this.#end(close)
    this.events.message(fromBase64(m))
    if (this.#unacked > ACK_BYTES) void this.#send(true)
  }

  /** @param {Uint8Array} data */
  say(data) {
    this.#waiting.push(...pieces(data))
    void this.#send()
  }

  /** One request at a time: what is said meanwhile goes with the next one. @param {boolean} [ack] even with nothing to say */
  async #send(ack = false) {
    if (this.#sending || this.#path === '' || this.#over.signal.aborted) return
    this.#sending = true
    for (let tries = 0; (ack || this.#waiting.length > 0) && !this.#over.signal.aborted; ) {
      ack = false
      const done = await this.#post().catch(() => false)
      if (done) tries = 0
      else await this.#pause(tries++)
    }
    this.#sending = false
  }

  /** @returns {Promise<boolean>} whether it has arrived */
  async #post() {
    let bytes = 0
    const some = []
    for (const piece of this.#waiting) {
      bytes += piece.bytes.length
      if (some.length > 0 && (bytes > LONGEST || some.length === MOST)) break
      some.push(piece)
      if (piece.more) break
    }
    const messages = some.map((piece) => toBase64(piece.bytes))
    const heard = this.#heard
    const body = { from: this.#from, messages, more: some.at(-1)?.more === true, ack: heard }
    const answer = await ask(this.#path, this.token, 'POST', body, this.#over.signal)
    if (answer.ok) {
      const { next } = await answer.json()
      this.#waiting.splice(0, next - this.#from)
      this.#from = next
      this.#unacked = 0
      return true
    }
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429 && answer.status !== 408) this.#end(LOST)
    return false
  }

  /** @param {number} tries so far */
  #pause(tries) {
    const { signal } = this.#over
    const millis = PAUSES[Math.min(tries, PAUSES.length - 1)]
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis)
      signal.addEventListener('abort', () => (clearTimeout(timer), resolve(undefined)), { once: true })
    })
  }

  /** @param {number} code */
  #end(code) {
    if (this.#over.signal.aborted) return
    this.#over.abort()
    this.events.closed(code)
  }

  /** Leaves, also while the page is being closed. */
  leave() {
    if (this.#over.signal.aborted) return
    this.#over.abort()
    if (this.#path !== '') ask(this.#path, this.token, 'DELETE').catch(() => null)
  }
}
