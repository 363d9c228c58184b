/** Receipts of one's own ballots, kept on this device for as long as its way into the room. Never what was chosen. */
import { recall } from '../recall.js'

/** @import {Poll} from './types.js' */

const PREFIX = 'werkraum.receipts.'

/** @param {string} room @returns {Record<string, string>} receipt by poll */
const kept = (room) => recall(localStorage, PREFIX + room) ?? {}

/** Receipts are compared by eye: groups of four. @param {string} receipt */
export const grouped = (receipt) => (receipt.includes('-') ? receipt : receipt.replace(/(.{4})(?=.)/g, '$1-'))

export const receipts = {
  /** @param {Poll} poll @returns {string | null} */
  of: ({ id, room }) => (room ? (kept(room)[id] ?? null) : null),

  /** Keeps the receipt of the ballot that counts; one cast again may have another. @param {Poll} poll */
  keep({ id, room, mine }) {
    if (!room || !mine?.receipt) return
    const known = kept(room)
    if (known[id] === mine.receipt) return
    try {
      localStorage.setItem(PREFIX + room, JSON.stringify({ ...known, [id]: mine.receipt }))
    } catch {
      // A full or forbidden store: the receipt can still be written down.
    }
  },

  /** @param {string} room */
  forget: (room) => localStorage.removeItem(PREFIX + room)
}
