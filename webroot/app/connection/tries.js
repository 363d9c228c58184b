// One try after another to get a line to the room, by a WebSocket or by visits.
import { socketLine } from './socket-line.js'

/** @import {Line} from './socket-line.js' */

/**
 * @typedef {{line: Line | null, socket: boolean, open: boolean, spoken: boolean, heard: number}} Try `spoken`: whether it has said anything of
 *   ours; a close code of one that hasn't may be anybody's
 *
 * @typedef {object} TryEvents
 * @property {(one: Try) => void} opened
 * @property {(one: Try, data: Uint8Array) => void} message
 * @property {(one: Try, code: number) => void} closed
 * @property {(one: Try) => boolean} wanted whether it is still to be gone on with
 */

export class Tries {
  #sockets = 0

  /**
   * @param {string} path of the room
   * @param {() => string} token
   * @param {TryEvents} hears
   */
  constructor(path, token, hears) {
    this.path = path
    this.token = token
    this.hears = hears
  }

  /** @param {boolean} socket @returns {Try} */
  start(socket) {
    /** @type {Try} */
    const one = { line: null, socket, open: false, spoken: false, heard: Date.now() }
    const token = this.token()
    const events = {
      opened: () => this.hears.opened(one),
      message: (/** @type {Uint8Array} */ data) => this.hears.message(one, data),
      heard: () => (one.heard = Date.now()),
      closed: (/** @type {number} */ code) => this.hears.closed(one, code)
    }
    if (socket) {
      one.line = socketLine(this.#address(), token, events)
      return one
    }
    import('./visit-line.js').then(
      ({ visitLine }) => this.hears.wanted(one) && (one.line = visitLine(`${this.path}/visits`, token, events)),
      () => this.hears.closed(one, 1006)
    )
    return one
  }

  #address() {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
    // Firefox holds a WebSocket to a place that failed back by itself, up to a minute; another path is another place.
    const again = this.#sockets++ === 0 ? '' : `/${this.#sockets}`
    return `${scheme}//${location.host}${this.path}${again}?events=1`
  }
}
