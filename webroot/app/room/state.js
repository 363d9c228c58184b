// What the page knows of the room beside the plan: one place, told by events, drawn by whoever listens to a topic.
import { session } from '../api.js'
import { clock } from '../timer.js'
import { batched } from './frame.js'

/** @typedef {'collect' | 'elaborate' | 'vote' | 'results' | 'closed'} Phase */
/**
 * The event `room` of the contract, section 4.
 * @typedef {object} Room
 * @property {string} title
 * @property {Phase} phase
 * @property {boolean} locked
 * @property {boolean} [damaged] a stored row of the plan is damaged: it can only be read
 * @property {import('../timer.js').Timer | null} timer
 * @property {string | null} spotlight
 * @property {string} [joinCode]
 * @property {string} role
 * @property {string} now
 * @property {string | null} [joinUrl] the server's public address
 * @property {Person} [member] oneself, as the server has it now
 * @property {'open' | 'personal'} [admission]
 */
/** A poll as section 6 has it. @typedef {{id: string, question: string, method: string, state: string, options: any[], [more: string]: any}} Poll */
/** @typedef {{id: string, name: string, role: string, organisation?: string}} Person */
/** @typedef {'room' | 'polls' | 'presence' | 'saving' | 'people'} Topic */

/** The steps of a workshop, in order. @type {Phase[]} */
export const PHASES = ['collect', 'elaborate', 'vote', 'results']

export class State {
  /** @type {Room | null} */ room = null
  /** @type {Map<string, Poll>} */ polls = new Map()
  presence = { participants: 0, viewers: 0 }
  /** @type {import('../connection/saving.js').Saving} */ saving = { state: 'offline', unsaved: 0, refused: 0 }
  /** Whether a connection has ever stood on this visit. */
  everConnected = false
  /** The room's title as it was on joining, until the server tells. */
  title = ''
  /** What to do when the moderator calls everyone. @type {(spotlight: string | null) => void} */
  onGather = () => {}

  /** @type {Map<Topic, Set<() => void>>} */ #listeners = new Map()
  /** @type {Set<Topic>} */ #changed = new Set()
  #tell = batched(() => this.flush())

  /**
   * @param {string} id of the room
   * @param {{id: string | null, name: string, role: string, organisation?: string}} me
   */
  constructor(id, me) {
    this.id = id
    this.me = me
  }

  get role() {
    return this.room?.role ?? this.me.role
  }

  get moderates() {
    return this.role === 'moderator' || this.role === 'organiser'
  }

  get closed() {
    return this.room?.phase === 'closed'
  }

  get damaged() {
    return this.room?.damaged === true
  }

  /** Why this member may only read the plan, as a key of the texts. */
  get readOnly() {
    if (this.damaged) return 'room.damaged'
    if (this.closed) return 'room.closed'
    return this.role === 'viewer' ? 'room.viewer' : 'room.locked'
  }

  /** Whether this member may edit the plan now. */
  get editable() {
    if (this.closed || this.damaged) return false
    return this.moderates || (this.role === 'participant' && !this.room?.locked)
  }

  /** Polls in order of their making: ids sort by time. @returns {Poll[]} */
  get pollList() {
    return [...this.polls.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** The poll that is open now, the newest if there are several. @returns {Poll | null} */
  get openPoll() {
    return this.pollList.filter((poll) => poll.state === 'open').at(-1) ?? null
  }

  /** Calls back with the next frame after a change, once for many. @param {Topic[]} topics @param {() => void} listener */
  on(topics, listener) {
    for (const topic of topics) {
      const listeners = this.#listeners.get(topic) ?? new Set()
      this.#listeners.set(topic, listeners)
      listeners.add(listener)
    }
  }

  /** @param {Topic} topic */
  changed(topic) {
    this.#changed.add(topic)
    this.#tell()
  }

  /** Tells the listeners now. */
  flush() {
    const topics = [...this.#changed]
    this.#changed.clear()
    const listeners = new Set(topics.flatMap((topic) => [...(this.#listeners.get(topic) ?? [])]))
    for (const listener of listeners) listener()
  }

  /** Takes an event of the server. @param {any} event */
  heard(event) {
    switch (event.type) {
      case 'room':
        return this.#roomTold(event)
      case 'poll':
        return this.polled(event.poll)
      case 'tally':
        return this.tallied(event)
      case 'presence':
        this.presence = { participants: event.participants, viewers: event.viewers }
        return this.changed('presence')
      case 'gather':
        return this.onGather(event.spotlight ?? null)
    }
  }

  /** @param {Room} room */
  #roomTold(room) {
    clock.sync(room.now)
    this.room = room
    const { member } = room
    if (member && this.me.id !== null && member.name !== this.me.name) this.renamed(member)
    this.changed('room')
  }

  /** Oneself under another name, for this visit and the next. @param {{name: string, organisation?: string}} changed */
  renamed({ name, organisation }) {
    this.me = { ...this.me, name, organisation }
    const kept = this.room ? session.of(this.id) : null
    if (kept) session.save({ ...kept, member: { ...kept.member, name, ...(organisation && { organisation }) } })
    this.changed('room')
    this.changed('people')
  }

  /** A poll as told, by event or answer. @param {Poll} poll */
  polled(poll) {
    // While it is open, one's own ballot is told to oneself only; an event for all leaves it out.
    const mine = poll.state === 'open' ? (poll['mine'] ?? this.polls.get(poll.id)?.['mine']) : poll['mine']
    this.polls.set(poll.id, { ...poll, mine })
    this.changed('polls')
  }

  /** A tally is part of its poll. @param {{poll: string, cast: number, eligible: number, tally?: object}} event */
  tallied({ poll, ...counts }) {
    const known = this.polls.get(poll)
    if (!known) return
    this.polls.set(poll, { ...known, ...counts })
    this.changed('polls')
  }
}
