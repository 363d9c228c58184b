// Ballots over the room's socket: each has an id, is answered after the commit, and is sent again if the socket broke in between.
// Sending the same ballot twice changes nothing on the server, so repeating is safe.

/** @typedef {{status: number, code: string, title: string, detail?: string, errors?: {pointer: string, detail: string}[]}} Problem */
/** @typedef {{poll: string, choices: unknown, resolve: (answer: {receipt?: string}) => void, reject: (problem: Problem) => void}} Waiting */

export class Ballots {
  #next = 1
  /** @type {Map<number, Waiting>} */ #waiting = new Map()
  #send

  /** @param {(event: object) => void} send sends an event if the socket is open */
  constructor(send) {
    this.#send = send
  }

  /**
   * Casts a ballot or replaces one's own.
   * @param {string} poll
   * @param {unknown} choices
   * @returns {Promise<{receipt?: string}>} settled by the server's answer, rejected with its problem
   */
  cast(poll, choices) {
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { poll, choices, resolve, reject })
      this.#put(id)
    })
  }

  /** After a reconnect: everything unanswered goes out again. */
  repeat() {
    for (const id of this.#waiting.keys()) this.#put(id)
  }

  /** @param {{type: string, id?: number, receipt?: string, problem?: Problem}} event @returns {boolean} whether it was an answer */
  answer(event) {
    if (event.type !== 'ok' && event.type !== 'error') return false
    const waiting = this.#waiting.get(event.id ?? 0)
    if (!waiting) return true
    this.#waiting.delete(event.id ?? 0)
    if (event.type === 'ok') waiting.resolve({ receipt: event.receipt })
    else waiting.reject(event.problem ?? { status: 500, code: 'unknown', title: '' })
    return true
  }

  /** @param {number} id */
  #put(id) {
    const waiting = this.#waiting.get(id)
    if (waiting) this.#send({ type: 'ballot', id, poll: waiting.poll, choices: waiting.choices })
  }
}
