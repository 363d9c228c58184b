/** How a screen gets in: by its own link, whose fragment holds a code. It has no name to type, and leaves alone who uses this browser. */
import { Problem, api } from '../api.js'
import { plain, whole } from '../codes.js'
import { t } from '../i18n.js'
import { recall } from '../recall.js'

/** @typedef {{token: string, room?: string, event?: string}} Pass of a room, or of an event */

const PREFIX = 'werkraum.screen.'
/** Tokens of passes that the server ended: a screen that was removed must first be let in. */
const ENDED = 'werkraum.endedScreen.'

/** @returns {string} the code in the address, or nothing */
function code() {
  const given = plain(decodeURIComponent(location.hash.slice(1)))
  return whole(given) ? given : ''
}

/**
 * The pass that belongs to the code in the address: the one this browser had, else a new one.
 *
 * @returns {Promise<{pass: Pass | null, refused?: string}>} none without a code; `refused` says why the code admits nobody
 */
export async function passByCode() {
  const given = code()
  if (!given) return { pass: null }
  const kept = recall(localStorage, PREFIX + given)
  if (kept) return { pass: kept }
  try {
    const former = localStorage.getItem(ENDED + given)
    const { token, room, event } = await api.post('/join', { code: given, name: t('role.viewer') }, { token: former })
    const pass = { token, room: room?.id, event: room ? undefined : event?.id }
    localStorage.setItem(PREFIX + given, JSON.stringify(pass))
    localStorage.removeItem(ENDED + given)
    return { pass }
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason
    return { pass: null, refused: reason.status === 404 ? t('screen.codeUnknown') : reason.sentence }
  }
}

/** The pass has ended: the next visit gets a new one, unless this screen was removed. */
export function endPass() {
  const given = code()
  const pass = given && recall(localStorage, PREFIX + given)
  if (!pass) return
  localStorage.setItem(ENDED + given, pass.token)
  localStorage.removeItem(PREFIX + given)
}
