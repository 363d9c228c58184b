// One room, connected: keeps a Y.Doc in step with the server and with this device's own copy, tells presence, passes events and ballots,
// and knows at any moment what is saved. Speaks y-protocols; the order of a visit is: their step 1 → our step 2 → updates both ways.
import { Y, awareness as presence } from '/vendor/yjs.js'
import { Ballots } from './ballots.js'
import { Doubt } from './doubt.js'
import { Incoming } from './incoming.js'
import { Keepsake } from './keepsake.js'
import { Ledger } from './saving.js'
import { Link } from './link.js'
import { Shelf } from './shelf.js'
import { Watch, cause } from './trouble.js'
import { Baseline } from './unsaved.js'
import * as wire from './wire.js'

/** Own caret moves are told at most this often, in milliseconds; the last one always. */
const PRESENCE_MS = 100

/** What another tab has written is on this device after that long, in milliseconds. */
const LATE_MS = 2000

/** Where nothing is known of the room after this long, in milliseconds, it is asked for by HTTP beside the connection that is being made. */
const GLANCE_MS = 1200

/** @typedef {import('./saving.js').Saving} Saving */
/**
 * @typedef {object} Listener
 * @property {(event: any) => void} event an event of the server, contract section 4
 * @property {(saving: Saving) => void} saving after every change of what is saved
 * @property {(trouble: import('./trouble.js').Trouble | null) => void} trouble what is wrong with the connection, or null
 * @property {(code: number) => void} ended a final goodbye: 4401 expired, 4403 removed, 4404 deleted, 4400, 4409 and 4413 not to be taken. The copy on this device stays until
 *   {@link Connection#leave}
 */

export class Connection {
  /** True between our step 2 and the loss of the socket: only then an update message stands on ground the server has. */
  #inStep = false
  /** The server's last state vector that is still unanswered. @type {Uint8Array | null} */ #asked = null
  #localLoaded = false
  #ended = false
  /** Whether other tabs may have put something on the shelf since it was last looked at. */
  #shelfOlder = false
  /** Whether what comes from the shelf is of a tab that has left it to this one. */
  #adopting = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #presenceTimer
  #presenceTold = 0
  /** @type {() => void} */ #ready = () => {}

  /**
   * @param {object} visit
   * @param {string} visit.room id of the room
   * @param {string | null} visit.member id of the member, part of the local copy's name: another member must not inherit it.
   *   null for a reader (the screen): it keeps nothing on this device and tells no presence
   * @param {() => string} visit.token
   * @param {Y.Doc} visit.doc
   * @param {() => Promise<number | null>} visit.probe why handshakes fail, see Link
   * @param {Listener} listener
   */
  constructor({ room, member, token, doc, probe }, listener) {
    const name = `werkraum.${room}.${member}`
    this.doc = doc
    /** What of the document the server is known to have committed. */
    this.baseline = new Baseline(doc)
    this.listener = listener
    this.awareness = new presence.Awareness(doc)
    if (member === null) this.awareness.setLocalState(null)
    this.keepsake = member === null ? null : new Keepsake(name)
    this.ledger = new Ledger(this.keepsake?.initial)
    this.incoming = new Incoming((updates) => this.#take(updates))
    this.shelf = new Shelf(member === null ? null : name, doc)
    this.ballots = new Ballots((event) => {
      if (this.#inStep) this.#send(wire.event(event))
      return this.#inStep
    })
    /** Settled once the document holds something to show: the local copy or the server's state. */
    this.ready = new Promise((resolve) => (this.#ready = () => resolve(undefined)))
    doc.on('update', (update, origin) => this.#changed(update, origin))
    this.awareness.on('update', (/** @type {unknown} */ _change, /** @type {unknown} */ origin) => {
      if (origin !== this) this.#tellPresence()
    })
    this.shelf.loaded.then(() => this.#localIsLoaded())
    this.#heirs(name)
    this.watch = new Watch((trouble) => !this.#ended && listener.trouble(trouble))
    this.watch.down()
    this.doubt = this.#doubt()
    setTimeout(() => void this.#glance(room, token()), GLANCE_MS)
    this.link = new Link(room, token, {
      opened: () => this.#opened(),
      message: (data) => this.#heard(wire.read(data)),
      lost: () => this.#lost(),
      ended: (code) => this.#end(code),
      probe
    })
  }

  /** @returns {Saving} */
  get saving() {
    return this.ledger.read()
  }

  /** Casts a ballot. @param {string} poll @param {unknown} choices */
  cast(poll, choices) {
    return this.ballots.cast(poll, choices)
  }

  /** Whether it has ended for good. */
  get over() {
    return this.#ended
  }

  /** Whether this device holds anything that the server has not committed. */
  get holdsUnsaved() {
    return this.ledger.unsaved + this.ledger.refused > 0
  }

  /** Leaves the room and removes its copy from this device. */
  async leave() {
    this.#ended = true
    this.link.stop()
    this.doubt.stop()
    this.watch.stop()
    this.keepsake?.write(0, true)
    await this.shelf.clear()
  }

  /** A network that drops everything without a word is found out as soon as something stays unanswered. */
  #doubt() {
    /** @type {import('./trouble.js').Trouble} */
    let found = 'server'
    const asks = {
      waits: () => this.#inStep && (this.ledger.unsaved > 0 || this.ballots.waits),
      heard: () => this.link.heard,
      alive: async () => (found = await cause()) === 'blocked'
    }
    return new Doubt(asks, () => {
      this.watch.down(found)
      this.link.distrust()
    })
  }

  /** Says something that the server answers. @param {Uint8Array} message */
  #send(message) {
    this.link.send(message)
    this.doubt.said()
  }

  /** A tab that is closed with unsaved changes leaves them, on the shelf, to the others of this device. @param {string} name */
  #heirs(name) {
    if (!this.keepsake || !('BroadcastChannel' in globalThis)) return
    const { key } = this.keepsake
    const others = new BroadcastChannel(name)
    others.onmessage = ({ data }) => void this.#inherit(String(data))
    addEventListener('pagehide', () => this.ledger.unsaved > 0 && others.postMessage(key))
  }

  /** @param {string} [key] of the tab that has left */
  async #inherit(key) {
    if (this.#ended || (key !== undefined && !this.keepsake?.adopt(key))) return
    this.#adopting = true
    await this.shelf.refresh().catch(() => null)
    this.#adopting = false
    this.#told()
  }

  /** Shows the room as HTTP tells it, unless it is known already. @param {string} room @param {string} token */
  async #glance(room, token) {
    const known = () => this.#ended || this.#inStep || this.doc.store.clients.size > 0
    if (known()) return
    try {
      const { glance } = await import('./glance.js')
      const { plan, room: about } = await glance(room, token)
      if (known()) return
      this.listener.event(about)
      Y.applyUpdate(this.doc, plan, this)
      this.#ready()
    } catch {
      // The connection that is being made tells all of it, or the page says why there is none.
    }
  }

  #opened() {
    this.watch.up(this.link.detour)
    this.link.send(wire.sync(0, Y.encodeStateVector(this.doc)))
    // With a new clock: others may have heard that this one has gone, and ignore what they know already.
    this.awareness.setLocalState(this.awareness.getLocalState())
  }

  /** @param {wire.Message} message */
  #heard(message) {
    switch (message.kind) {
      case 'step1':
        this.#asked = message.vector
        this.baseline.asked(message.vector)
        return void this.#answerWithAll()
      case 'update':
        return this.incoming.put(message.update)
      case 'step2':
        this.incoming.put(message.update)
        this.incoming.flush()
        return this.#ready()
      case 'awareness':
        return presence.applyAwarenessUpdate(this.awareness, message.update, this)
      case 'query':
        return this.#tellPresence()
      case 'denied':
        this.ledger.wasDenied()
        return this.#told()
      case 'event':
        return this.#event(message.event)
    }
  }

  /** Updates of others, as one change. @param {Iterable<Uint8Array>} updates */
  #take(updates) {
    Y.transact(
      this.doc,
      () => {
        for (const update of updates) Y.applyUpdate(this.doc, update, this)
      },
      this,
      false
    )
  }

  /** Offline edits of other tabs of this device may be on the shelf only: those of closed ones have no other way. */
  async #answerWithAll() {
    if (this.#shelfOlder) {
      // before the wait: a loss meanwhile makes it older again
      this.#shelfOlder = false
      await this.shelf.refresh().catch(() => null)
      // What a tab wrote while it was being closed may get there later.
      setTimeout(() => void this.#inherit(), LATE_MS)
    }
    this.#answer()
  }

  /** Our step 2 waits for the local copy: it must bring the offline edits along. */
  #answer() {
    if (!this.#asked || !this.#localLoaded) return
    this.#send(wire.sync(1, Y.encodeStateAsUpdate(this.doc, this.#asked)))
    this.#asked = null
    this.#inStep = true
    this.ledger.step2Sent()
    this.ballots.repeat()
    this.#told()
  }

  #localIsLoaded() {
    this.#localLoaded = true
    if (this.doc.store.clients.size > 0) this.#ready()
    this.#answer()
  }

  /** @param {any} event */
  #event(event) {
    if (this.ballots.answer(event)) return
    if (event.type === 'saved') this.#saved(event)
    else if (event.type === 'storage') this.ledger.storage(event.ok)
    else return this.listener.event(event)
    this.#told()
  }

  /** @param {{updates: number, refused: number, synced: boolean}} report */
  #saved(report) {
    this.ledger.saved(report)
    if (this.ledger.settled && !this.holdsUnsaved) this.baseline.settled()
  }

  /** @param {Uint8Array} update @param {unknown} origin */
  #changed(update, origin) {
    if (origin === this) return
    const own = this.#adopting || origin !== this.shelf.origin
    if (this.#inStep) {
      this.#send(wire.sync(2, update))
      this.ledger.updateSent(own ? 1 : 0)
    } else if (own) {
      this.ledger.kept()
    }
    this.#told()
  }

  #lost() {
    this.#inStep = false
    this.#asked = null
    this.#shelfOlder = true
    this.doubt.stop()
    this.watch.down()
    this.ledger.lost()
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID)
    presence.removeAwarenessStates(this.awareness, others, this)
    this.#told()
  }

  /** @param {number} code */
  #end(code) {
    this.#ended = true
    this.doubt.stop()
    this.watch.stop()
    this.listener.ended(code)
  }

  #told() {
    if (this.#ended) return
    const saving = this.ledger.read()
    const open = this.ledger.unsaved + this.ledger.refused
    this.keepsake?.write(open, this.ledger.settled && open === 0)
    this.listener.saving(saving)
  }

  #tellPresence() {
    clearTimeout(this.#presenceTimer)
    const wait = this.#presenceTold + PRESENCE_MS - Date.now()
    if (wait > 0) this.#presenceTimer = setTimeout(() => this.#tellPresenceNow(), wait)
    else this.#tellPresenceNow()
  }

  #tellPresenceNow() {
    this.#presenceTold = Date.now()
    if (this.awareness.getLocalState() === null) return
    this.link.send(wire.presence(presence.encodeAwarenessUpdate(this.awareness, [this.doc.clientID])))
  }
}
