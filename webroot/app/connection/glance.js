// A room as it is now, by HTTP alone: something true to show while no connection stands yet.

/** @typedef {{plan: Uint8Array, room: any}} Glance the plan as an update of its document, the room as an event tells it */

/**
 * @param {string} room
 * @param {string} token
 * @returns {Promise<Glance>} rejected where the server can't be asked
 */
export async function glance(room, token) {
  const path = `/api/v1/rooms/${room}`
  const options = { headers: { Authorization: `Bearer ${token}` }, cache: /** @type {const} */ ('no-store') }
  const answers = await Promise.all([fetch(`${path}/plan?as=yjs`, options), fetch(path, options)])
  const [plan, about] = answers
  if (!plan.ok || !about.ok || !/octet-stream/.test(plan.headers.get('Content-Type') ?? '')) throw new Error('not to be had')
  return { plan: new Uint8Array(await plan.arrayBuffer()), room: { now: new Date().toISOString(), ...(await about.json()), type: 'room' } }
}
