/** Saves a session from its dialog: once, also where an answer is lost, and over nobody's head. */
import { api } from '../api.js'
import { fill, icon } from '../dom.js'
import { t } from '../i18n.js'
import { isAnswer } from '../once.js'
import { contested, differing, joined } from './meanwhile.js'

/** @import {Means, Programme, Session} from './types.js' */

/**
 * @param {Session | null} session null for a new one
 * @param {Programme} programme as it was when the dialog was opened
 * @param {Means} means
 * @param {{error: HTMLElement, close(): void}} dialog
 * @returns {(typed: Session) => Promise<void>} what was typed stays until it is saved, also where somebody else has changed the programme meanwhile
 */
export function saving(session, programme, means, dialog) {
  const known = new Set(programme.sessions.map(({ id }) => id))
  /** What the fields began from; of a new one, what was made of it by a request whose answer was lost. */
  let before = session
  /** Sent without an answer. @type {Session | null} */
  let sent = null

  /** @param {string | null | undefined} id */
  const latest = (id) => (id ? means.latest().sessions.find((one) => one.id === id) : undefined)

  /** @param {Session} typed */
  async function put(typed) {
    const { sessions, version } = means.latest()
    const now = latest(before?.id)
    const changed = before && now ? joined(before, typed, now) : typed
    const request = { sessions: [...sessions.filter((one) => one !== now), changed] }
    /** @type {any} */
    let refused = null
    const saved = await means.attempt(async () => {
      try {
        await api.put(`${means.path}/programme`, request, { token: means.token, match: version })
      } catch (reason) {
        refused = reason
        throw reason
      }
    })
    if (saved) return done(typed.title)
    if (refused.status === 412) return compare(typed)
    if (!isAnswer(refused)) sent = changed
  }

  /** The programme is another one by now, and was loaded anew. @param {Session} typed */
  async function compare(typed) {
    const made = sent
    if (!before && made) before = means.latest().sessions.find(({ id, ...one }) => !known.has(id) && differing(one, made).length === 0) ?? null
    if (!before) return
    const now = latest(before.id)
    if (now && differing(typed, now).length === 0) return done(typed.title)
    const parts = now ? contested(before, typed, now).map((part) => t(`programme.part.${part}`)) : []
    const words = now ? (parts.length > 0 ? 'programme.contested' : 'programme.elsewhere') : 'programme.gone'
    fill(dialog.error, icon('warn'), t(words, { parts: parts.join(', ') }))
    if (!now) before = null
  }

  /** @param {string} title */
  async function done(title) {
    dialog.close()
    await means.load()
    means.tell(t('programme.saved', { title }))
  }

  return put
}
