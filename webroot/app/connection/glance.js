// A room as it is now, by HTTP alone: something true to show while no connection stands yet.
import { api } from '../api.js'

/** @typedef {{plan: Uint8Array, room: any}} Glance the plan as an update of its document, the room as an event tells it */

/**
 * @param {string} room
 * @param {string} token
 * @returns {Promise<Glance>} rejected where the server can't be asked
 */
export async function glance(room, token) {
  const path = `/rooms/${room}`
  const [plan, about] = await Promise.all([api.raw(`${path}/plan?as=yjs`, { token }), api.get(path, { token })])
  if (!about || !/octet-stream/.test(plan.headers.get('Content-Type') ?? '')) throw new Error('not to be had')
  return { plan: new Uint8Array(await plan.arrayBuffer()), room: { now: new Date().toISOString(), ...about, type: 'room' } }
}
