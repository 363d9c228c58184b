// What is saved and what is not, counted exactly. No sockets, no clock: the provider tells what happened, the page asks what to say.

/**
 * @typedef {object} Saving
 * @property {'saved' | 'saving' | 'offline' | 'refused' | 'storage'} state
 * @property {number} unsaved changes of this device that are not known to be committed
 * @property {number} refused changes the server did not take; they stay in this device's document
 */

/**
 * Accounts for this device's changes over many connections. The server reports, for each connection, how many of its update messages
 * are decided; what an earlier connection left open travels in the next sync step 2 and is settled by `synced`.
 */
export class Ledger {
  /** Changes waiting for the next step 2, or inside one that is not settled yet. */
  #carried = 0
  /** Changes inside each sent and undecided update message, oldest first. @type {number[]} */
  #sent = []
  #decided = 0
  /** Refusals the server counted on this connection, and how many of them a later step 2 brought in after all. */
  #refused = 0
  #forgiven = 0
  /** A step 2 went out whose fate is unknown. */
  #step2 = false
  #denied = false
  #connected = false
  #storage = true

  /** @param {number} carried changes left over from before a reload */
  constructor(carried = 0) {
    this.#carried = carried
  }

  get unsaved() {
    return this.#carried + this.#sent.reduce((sum, n) => sum + n, 0)
  }

  /** Whether everything this device held when it connected is committed. */
  get settled() {
    return this.#connected && !this.#step2
  }

  get refused() {
    return Math.max(0, this.#refused - this.#forgiven)
  }

  /** A change that could not be sent: it goes into the next step 2. */
  kept() {
    this.#carried++
  }

  /** An update message went out. @param {number} changes how many changes of this device it holds */
  updateSent(changes) {
    this.#sent.push(changes)
  }

  /** A step 2 went out: it holds everything the server lacks, also what is under way and what was refused before. */
  step2Sent() {
    this.#carried += this.refused
    this.#forgiven = this.#refused
    this.#step2 = true
    this.#denied = false
    this.#connected = true
  }

  /** @param {{updates: number, refused: number, synced: boolean}} report the server's event `saved` */
  saved({ updates, refused, synced }) {
    while (this.#decided < updates && this.#sent.length > 0) {
      this.#sent.shift()
      this.#decided++
    }
    this.#refused = refused
    if (synced && this.#step2) {
      this.#step2 = false
      this.#carried = 0
      this.#denied = false
    }
  }

  /** The server said "permission denied" to something it got. */
  wasDenied() {
    this.#denied = true
    // With no update under way it was the step 2: no `synced` of an earlier one may settle it.
    if (this.#sent.length === 0) this.#step2 = false
  }

  /** The connection is gone: everything undecided waits for the next one. */
  lost() {
    this.#carried = this.unsaved + this.refused
    this.#sent = []
    this.#decided = 0
    this.#refused = 0
    this.#forgiven = 0
    this.#step2 = false
    this.#denied = false
    this.#connected = false
    this.#storage = true // whoever connects during an outage is told so anew
  }

  /** @param {boolean} ok whether the server's journal can commit at present */
  storage(ok) {
    this.#storage = ok
  }

  /** @returns {Saving} */
  read() {
    const unsaved = this.unsaved
    const refused = this.refused + (this.#denied ? this.#carried : 0)
    return { state: this.#state(unsaved, refused), unsaved, refused }
  }

  /** @param {number} unsaved @param {number} refused @returns {Saving['state']} */
  #state(unsaved, refused) {
    if (!this.#connected) return 'offline'
    if (!this.#storage) return 'storage'
    if (refused > 0) return 'refused'
    return unsaved > 0 ? 'saving' : 'saved'
  }
}
