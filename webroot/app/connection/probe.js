/** What the server's refusals mean for a visit, as the close code they stand for. @type {Map<string, number>} */
const CODES = new Map([
  ['401 unauthorized', 4401],
  ['403 otherRoom', 4403],
  ['404 notFound', 4404]
])

/**
 * Why the room's socket is refused: a browser shows every refused handshake as 1006.
 *
 * @param {string} room
 * @param {string} token
 * @returns {Promise<number | null>} a final close code, or null: try on
 */
export async function probeRoom(room, token) {
  const request = { headers: { Authorization: `Bearer ${token}` }, cache: /** @type {const} */ ('no-store') }
  return refusal(room, await fetch(`/api/v1/rooms/${room}`, request))
}

/**
 * A status alone may come from anything between here and the server (a proxy during an update, a portal that wants a sign-in), and must not
 * cost anybody their text: it counts only as our problem, with our code, and with the id of the room in it.
 *
 * @param {string} room
 * @param {Response} answer
 * @returns {Promise<number | null>}
 */
export async function refusal(room, answer) {
  if (!/^application\/problem\+json\b/i.test(answer.headers.get('Content-Type') ?? '')) return null
  const problem = await answer.json().catch(() => null)
  if (problem?.room !== room || problem.status !== answer.status) return null
  return CODES.get(`${answer.status} ${problem.code}`) ?? null
}
