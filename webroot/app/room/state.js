// What the page knows of the room beside the plan: one place, told by events, drawn by whoever listens to a topic.
import { session } from '../api.js'
import { receipts } from '../poll/receipts.js'
import { clock } from '../timer.js'
import { after, untold, withPoll, withoutPoll } from '../told.js'
import { batched } from './frame.js'

/** @typedef {import('../told.js').Phase} Phase */
/** @typedef {import('../told.js').Room} Room */
/** @typedef {import('../told.js').Poll} Poll */
/** @typedef {import('../told.js').Person} Person */
/** @typedef {{act: string, by: {id: string, name: string}, step?: string, title?: string, steps?: number}} StepEvent */
/** @typedef {'room' | 'polls' | 'presence' | 'saving' | 'people'} Topic */

/** The steps of a workshop, in order. @type {Phase[]} */
export const PHASES = ['collect', 'elaborate', 'vote', 'results']

export class State {
  /** @type {import('../told.js').Told} */ #told = untold
  /** @type {import('../connection/saving.js').Saving} */ saving = { state: 'offline', unsaved: 0, refused: 0 }
  /** What is wrong with the connection. @type {import('../connection/trouble.js').Trouble | null} */ trouble = null
  /** Whether a connection has ever stood on this visit. */
  everConnected = false
  /** The room's title as it was on joining, until the server tells. */
  title = ''
  /** What to do when the moderator calls everyone. @type {(spotlight: string | null) => void} */
  onGather = () => {}
  /** Somebody dropped, deleted or brought back a step, or several. @type {(event: StepEvent) => void} */
  onStep = () => {}
  /** Ideas and questions are told. @type {(event: any) => void} */
  onCard = () => {}

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

  get room() {
    return this.#told.room
  }

  get polls() {
    return this.#told.polls
  }

  get presence() {
    return this.#told.presence
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

  /** What is to be known about the plan: that a part is missing, why this member may only read it. Keys of the texts. @returns {string[]} */
  get notices() {
    const missing = this.damaged ? ['room.damaged'] : []
    return this.editable ? missing : [...missing, this.#readOnly]
  }

  get #readOnly() {
    if (this.closed) return 'room.closed'
    return this.role === 'viewer' ? 'room.viewer' : 'room.locked'
  }

  /** Whether this member may edit the plan now. */
  get editable() {
    if (this.closed) return false
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
    for (const listener of listeners) {
      try {
        listener()
      } catch (reason) {
        // What can't draw must not keep the others from drawing; the browser's console tells of it.
        reportError(reason)
      }
    }
  }

  /** Takes an event of the server. @param {any} event */
  heard(event) {
    if (event.type === 'step') return this.onStep(event)
    if (event.type.startsWith('card')) return this.onCard(event)
    if (event.type === 'gather') return this.onGather(event.spotlight ?? null)
    this.#told = after(this.#told, event)
    if (event.type === 'room') return this.#roomTold(event)
    if (event.type === 'presence') return this.changed('presence')
    if (event.type === 'poll') receipts.keep(event.poll)
    if (event.type === 'poll' || event.type === 'tally') this.changed('polls')
  }

  /** @param {Room} room */
  #roomTold({ now, member }) {
    clock.sync(now)
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

  /** A poll as an answer tells it. @param {Poll} poll */
  polled(poll) {
    receipts.keep(poll)
    this.#told = withPoll(this.#told, poll)
    this.changed('polls')
  }

  /** A draft that is no more. @param {string} id */
  dropped(id) {
    this.#told = withoutPoll(this.#told, id)
    this.changed('polls')
  }
}
