/**
 * What somebody wrote or voted and the server has not confirmed yet. It stays on this device over a reload and is sent until an answer comes; ids are
 * of this page's making, so whatever arrives twice is there once. Each piece is kept by itself, so that two tabs don't write over each other's.
 */
import { isAnswer, requestKey } from '../once.js'
import { recall } from '../recall.js'

/** Between two tries while there is a connection, in milliseconds: an answer that got lost, a server that starts again. */
const AGAIN_MS = 2000

/** @typedef {{kind: 'idea' | 'question', text: string, anonymous: boolean}} Written */
/** @typedef {{id: string, card: Written} | {id: string, given: boolean}} Piece */
/**
 * @typedef {object} Means
 * @property {(id: string, card: Written) => Promise<unknown>} put
 * @property {(id: string, given: boolean) => Promise<unknown>} vote
 * @property {() => void} changed
 * @property {(problem: any, card?: Written) => void} refused the server will not have it, and it is not sent again
 */

export class Outbox {
  /** @type {Map<string, Piece>} */ #waiting = new Map()
  /** Keys of what is under way. @type {Set<string>} */ #under = new Set()
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later

  /** @param {string} prefix of the keys that pieces are kept under @param {Means} means */
  constructor(prefix, means) {
    this.means = means
    for (const key of Object.keys(localStorage)) {
      const piece = key.startsWith(prefix) ? recall(localStorage, key) : null
      if (piece?.id) this.#waiting.set(key, piece)
    }
    this.prefix = prefix
  }

  /** Cards that were not confirmed. @returns {(Written & {id: string})[]} */
  get cards() {
    return [...this.#waiting.values()].flatMap((piece) => ('card' in piece ? [{ id: piece.id, ...piece.card }] : []))
  }

  /** How the vote for a card is that waits. @param {string} id @returns {boolean | undefined} */
  vote(id) {
    const piece = this.#waiting.get(`${this.prefix}vote.${id}`)
    return piece && 'given' in piece ? piece.given : undefined
  }

  get size() {
    return this.#waiting.size
  }

  /** @param {Written} card */
  write(card) {
    const id = requestKey()
    return this.#keep(`${this.prefix}${id}`, { id, card })
  }

  /** @param {string} id @param {boolean} given */
  give(id, given) {
    return this.#keep(`${this.prefix}vote.${id}`, { id, given })
  }

  /** It was taken back: what waits of it is not sent again. @param {string} id */
  forget(id) {
    const key = `${this.prefix}${id}`
    this.#waiting.delete(key)
    localStorage.removeItem(key)
  }

  /** Sends what waits: there is a connection again. */
  repeat() {
    for (const key of this.#waiting.keys()) void this.#send(key)
  }

  /** @param {string} key @param {Piece} piece */
  #keep(key, piece) {
    this.#waiting.set(key, piece)
    localStorage.setItem(key, JSON.stringify(piece))
    this.means.changed()
    return this.#send(key)
  }

  /** @param {string} key */
  async #send(key) {
    const piece = this.#waiting.get(key)
    if (!piece || this.#under.has(key)) return
    // another tab has sent it, or it was taken back there
    if (localStorage.getItem(key) === null) {
      this.#waiting.delete(key)
      this.means.changed()
      return
    }
    this.#under.add(key)
    try {
      await ('card' in piece ? this.means.put(piece.id, piece.card) : this.means.vote(piece.id, piece.given))
      this.#over(key, piece)
    } catch (/** @type {any} */ problem) {
      if (!isAnswer(problem) || problem.status === 429) this.#soon()
      else {
        this.#over(key, piece)
        this.means.refused(problem, 'card' in piece ? piece.card : undefined)
      }
    } finally {
      this.#under.delete(key)
      this.means.changed()
    }
    // Pressed once more meanwhile: that is sent next.
    if (this.#waiting.has(key) && this.#waiting.get(key) !== piece) await this.#send(key)
  }

  /** @param {string} key @param {Piece} piece */
  #over(key, piece) {
    if (this.#waiting.get(key) !== piece) return
    this.#waiting.delete(key)
    localStorage.removeItem(key)
  }

  #soon() {
    clearTimeout(this.#later)
    this.#later = setTimeout(() => this.repeat(), AGAIN_MS)
  }
}
