// Ballots over the room's socket: each has an id, is answered after the commit, and is sent again if the socket broke in between.
// Sending the same ballot twice changes nothing on the server, so repeating is safe.

/** @typedef {{status: number, code: string, title: string, detail?: string, errors?: {pointer: string, detail: string}[]}} Problem */
/** @typedef {{poll: string, choices: unknown, sent: boolean, resolve: (answer: {receipt?: string}) => void, reject: (problem: Problem) => void}} Waiting */

export class Ballots {
  #next = 1
  /** @type {Map<number, Waiting>} */ #waiting = new Map()
  #send

  /** @param {(event: object) => boolean} send sends an event if there is a connection, and says whether there is */
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
      this.#waiting.set(id, { poll, choices, sent: false, resolve, reject })
      this.#put(id)
    })
  }

  /** Whether one is unanswered. */
  get waits() {
    return this.#waiting.size > 0
  }

  /** Whether a ballot of this poll has not left the device yet. @param {string} poll */
  kept(poll) {
    return [...this.#waiting.values()].some((one) => one.poll === poll && !one.sent)
  }

  /** Takes back what has not left the device: its answer is the problem `takenBack`. @param {string} poll @returns {boolean} whether there was something */
  takeBack(poll) {
    const found = [...this.#waiting].filter(([, one]) => one.poll === poll && !one.sent)
    for (const [id, { reject }] of found) {
      this.#waiting.delete(id)
      reject({ status: 0, code: 'takenBack', title: '' })
    }
    return found.length > 0
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
    if (!waiting) return
    // What may have arrived can't be taken back any more, even if the connection is lost before the answer.
    waiting.sent = this.#send({ type: 'ballot', id, poll: waiting.poll, choices: waiting.choices }) || waiting.sent
  }
}
