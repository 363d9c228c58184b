// Members who cast ballots without a pause, one half by HTTP, the other by WebSocket, and note what was answered.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'

/** After this without an answer the fate of a ballot counts as unknown. */
const PATIENCE = 8_000

/** @typedef {{id: string, path: string, options: string[]}} Poll */

class Voter {
  answered = 0
  #record = this.#empty()

  constructor ({ base, room, member, token, chance }) {
    Object.assign(this, { base, room, member, token, chance })
  }

  #empty () {
    return { ok: null, unknown: [], lastOk: 0 }
  }

  /** Casts until told to stop, one ballot after the other. @param {Poll} poll @param {() => boolean} going */
  async vote (poll, going) {
    this.#record = this.#empty()
    while (going()) {
      const choices = this.#choices(poll)
      const answer = await this.cast(poll, choices).catch(failure => ({ failure: String(failure) }))
      if (answer.ok) {
        this.answered++
        this.#record.ok = { choices, receipt: answer.receipt ?? null }
      } else if (answer.status !== 409) {
        this.#record.unknown.push(choices)
      }
      await new Promise(resolve => setTimeout(resolve, 150 + this.chance.below(700)))
    }
    return { member: this.member, ok: this.#record.ok, unknown: this.#record.unknown }
  }

  #choices (poll) {
    const choices = {}
    for (const option of poll.options) {
      const dots = this.chance.below(30)
      if (dots > 0) choices[option] = dots
    }
    return choices
  }
}

/** A fetch a ballot. */
export class HttpVoter extends Voter {
  async cast (poll, choices) {
    const response = await fetch(`${this.base}/api/v1${poll.path}/ballot`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ choices }),
      signal: AbortSignal.timeout(PATIENCE)
    })
    const body = await response.json()
    return { ok: response.status === 200, status: response.status, receipt: body.receipt }
  }
}

/** One socket that comes back by itself. */
export class SocketVoter extends Voter {
  #waiting = new Map()
  #next = 1

  constructor (all) {
    super(all)
    this.#connect()
  }

  #connect () {
    const socket = new WebSocket(`${this.base.replace(/^http/, 'ws')}/collab/${this.room}?token=${encodeURIComponent(this.token)}&events=1`)
    socket.binaryType = 'arraybuffer'
    const alive = setInterval(() => {
      if (Date.now() - heard > 30_000) socket.terminate()
    }, 5_000)
    let heard = Date.now()
    socket.on('message', data => {
      heard = Date.now()
      const decoder = decoding.createDecoder(new Uint8Array(data))
      if (decoding.readVarUint(decoder) !== 100) return
      const event = JSON.parse(decoding.readVarString(decoder))
      const waiting = this.#waiting.get(event.id)
      if (event.type === 'ok') waiting?.({ ok: true, receipt: event.receipt })
      else if (event.type === 'error') waiting?.({ ok: false, status: event.problem.status })
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(alive)
      for (const lost of this.#waiting.values()) lost({ ok: false, status: 0 })
      setTimeout(() => this.#connect(), 200 + this.chance.below(400))
    })
    this.socket = socket
  }

  cast (poll, choices) {
    if (this.socket.readyState !== 1) return Promise.resolve({ ok: false, status: 409 }) // not sent at all
    const id = this.#next++
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 100)
    encoding.writeVarString(encoder, JSON.stringify({ type: 'ballot', id, poll: poll.id, choices }))
    return new Promise(resolve => {
      const timer = setTimeout(() => resolve({ ok: false, status: 0 }), PATIENCE)
      this.#waiting.set(id, answer => {
        clearTimeout(timer)
        this.#waiting.delete(id)
        resolve(answer)
      })
      this.socket.send(encoding.toUint8Array(encoder))
    })
  }
}
