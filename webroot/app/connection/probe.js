import { api } from '../api.js'

/** What HTTP says, as the close code it stands for. */
const CODES = new Map([
  [401, 4401],
  [403, 4403],
  [404, 4404]
])

/**
 * Why the room's socket is refused: a browser shows every refused handshake as 1006.
 *
 * @param {string} room
 * @param {string} token
 * @returns {Promise<number | null>} a final close code, or null: try on
 */
export async function probeRoom(room, token) {
  try {
    await api.get(`/rooms/${room}`, { token })
    return null
  } catch (/** @type {any} */ problem) {
    return CODES.get(problem.status) ?? null
  }
}
