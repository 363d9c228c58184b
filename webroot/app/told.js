/**
 * What the server's events tell of a room (contract, section 4): one reducer for every page, so that a screen and a participant never
 * see two different rooms. A page that heard everything knows the same as one that has just loaded.
 *
 * @typedef {import('./poll/types.js').Poll} Poll
 * @typedef {'collect' | 'elaborate' | 'vote' | 'results' | 'closed'} Phase
 * @typedef {{id: string, name: string, role: string, organisation?: string}} Person
 *
 * @typedef {object} Room
 * @property {string} title
 * @property {Phase} phase
 * @property {boolean} locked
 * @property {boolean} [damaged] stored rows of the plan are damaged or gone
 * @property {import('./timer.js').Timer | null} timer
 * @property {string | null} spotlight
 * @property {string} [language] of the plan
 * @property {string} [joinCode]
 * @property {string} role
 * @property {string} now
 * @property {string | null} [joinUrl] the server's public address
 * @property {Person} [member] oneself, as the server has it now
 * @property {'open' | 'personal'} [admission]
 * @property {string[]} [takeAlong] formats that participants get once the room is closed
 * @property {string | null} [event] that it belongs to
 * @property {{text: string, until: string}} [announcement] of the organisers, to everybody
 * @property {{preset: string, part: number | null} | null} [course] that its session takes, and the part that is on
 * @property {boolean} [minuting] whether what happens is written into the minutes
 *
 * @typedef {{participants: number, viewers: number}} Presence
 * @typedef {{room: Room | null, polls: Map<string, Poll>, presence: Presence}} Told
 */

/** @type {Told} */
export const untold = { room: null, polls: new Map(), presence: { participants: 0, viewers: 0 } }

/**
 * What is known after an event; the same object where the event says nothing new.
 *
 * @template {Told} T
 * @param {T} known
 * @param {any} event
 * @returns {T}
 */
export function after(known, event) {
  switch (event.type) {
    case 'room': {
      const { type, ...room } = event
      return { ...known, room }
    }
    case 'poll':
      return withPoll(known, event.poll)
    case 'tally': {
      const poll = known.polls.get(event.poll)
      if (!poll) return known
      const { cast, eligible, tally } = event
      return withPoll(known, { ...poll, cast, eligible, ...(tally !== undefined && { tally }) })
    }
    case 'presence':
      return { ...known, presence: { participants: event.participants, viewers: event.viewers } }
    default:
      return known
  }
}

/**
 * A poll as told, by event or answer. While it is open, one's own ballot is told to oneself only: an event for all leaves it out.
 *
 * @template {Told} T
 * @param {T} known
 * @param {Poll} poll
 * @returns {T}
 */
export function withPoll(known, poll) {
  const mine = poll.mine ?? (poll.state === 'open' ? known.polls.get(poll.id)?.mine : undefined)
  return { ...known, polls: new Map(known.polls).set(poll.id, mine ? { ...poll, mine } : poll) }
}

/** @template {Told} T @param {T} known @param {string} id @returns {T} without a poll that is gone */
export function withoutPoll(known, id) {
  const polls = new Map(known.polls)
  polls.delete(id)
  return { ...known, polls }
}
