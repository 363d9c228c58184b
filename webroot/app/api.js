/**
 * The server's HTTP interface, `/api/v1`: JSON in, JSON out, errors as {@link Problem}; and what this browser keeps between
 * visits: one token a room, and the name to join with.
 *
 * @typedef {{id: string, name: string, role: 'moderator' | 'participant' | 'viewer', organisation?: string}} Member
 * @typedef {{token: string, member: Member, room: {id: string, title: string}, code?: string, event?: string}} Session  the answer to joining, and
 *     the code that was used, or the event whose pass was
 * @typedef {{pointer: string, detail: string}} FieldError
 * @typedef {{token?: string | null, signal?: AbortSignal, key?: string, match?: number}} CallOptions `key` makes a repetition the same
 *     request, `match` is the version it was made from
 */
import { has, say, t } from './i18n.js'
import { once } from './once.js'
import { receipts } from './poll/receipts.js'
import { recall } from './recall.js'

/** Something the server refused, or could not be asked. `code` is stable, `detail` is a sentence. */
export class Problem extends Error {
  /**
   * @param {number} status 0 if no answer came
   * @param {string} code
   * @param {string} title
   * @param {string} detail
   * @param {FieldError[]} errors
   * @param {Record<string, unknown>} body the whole problem, with what a code adds
   */
  constructor(status, code, title, detail, errors = [], body = {}) {
    super(detail || title || code)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.title = title
    this.detail = detail
    this.errors = errors
    this.body = body
  }

  /**
   * A problem as the server writes it, in an answer or in an event.
   *
   * @param {number} status
   * @param {Record<string, any>} body
   * @returns {Problem}
   */
  static from(status, body) {
    const { code = 'unknown', title = '', detail = '', errors = [] } = body
    return new Problem(body['status'] ?? status, code, title, detail, errors, body)
  }

  /**
   * What to tell the reader: the server's sentence in both languages, our own for the code, else for the kind of error.
   *
   * @returns {string}
   */
  get sentence() {
    const given = /** @type {{de: string, en: string} | undefined} */ (this.body['sentence'])
    if (given) return say(given)
    if (has(`error.${this.code}`)) return t(`error.${this.code}`)
    if (has(`error.${this.status}`)) return t(`error.${this.status}`)
    return this.status >= 500 ? t('error.server') : this.detail || t('error.unknown')
  }
}

/**
 * Sends a request; answers only if the server said yes.
 *
 * @param {string} method
 * @param {string} path below `/api/v1`, beginning with a slash
 * @param {unknown} body
 * @param {CallOptions} options
 * @returns {Promise<Response>}
 */
async function send(method, path, body, { token, signal, key, match } = {}) {
  /** @type {Record<string, string>} */
  const headers = {}
  if (token) headers['Authorization'] = `Bearer ${token}`
  if (key) headers['Idempotency-Key'] = key
  if (match !== undefined) headers['If-Match'] = `"${match}"`
  const form = body instanceof FormData
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json'
  /** @type {RequestInit} */
  const request = { method, headers, cache: 'no-store' }
  if (body !== undefined) request.body = form ? body : JSON.stringify(body)
  if (signal) request.signal = signal
  let response
  try {
    response = await fetch(`/api/v1${path}`, request)
  } catch (reason) {
    if (signal?.aborted) throw reason
    throw new Problem(0, 'offline', '', '')
  }
  if (response.ok) return response
  const problem = await json(response)
  throw Problem.from(response.status, problem && typeof problem === 'object' ? problem : {})
}

/**
 * @param {Response} response
 * @returns {Promise<any>} undefined where the body is empty or no JSON (a proxy's error page)
 */
async function json(response) {
  const text = await response.text()
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @type {(method: string, path: string, body: unknown, options?: CallOptions) => Promise<any>} */
const call = async (method, path, body, options) => json(await send(method, path, body, options))

export const api = {
  /** @param {string} path @param {CallOptions} [options] @returns {Promise<any>} */
  get: (path, options) => call('GET', path, undefined, options),
  /**
   * Makes or does something, once: while it is under way or unanswered, the same again is the same request.
   *
   * @param {string} path
   * @param {unknown} [body]
   * @param {CallOptions} [options]
   * @returns {Promise<any>}
   */
  post: (path, body = {}, options = {}) =>
    once(JSON.stringify([path, body, options.token]), (key) => call('POST', path, body, { key, ...options })),
  /** Sends a form with a file, which is a request of its own each time. @param {string} path @param {FormData} form @param {CallOptions} [options] @returns {Promise<any>} */
  upload: (path, form, options) => call('POST', path, form, options),
  /** @param {string} path @param {unknown} body @param {CallOptions} [options] @returns {Promise<any>} */
  put: (path, body, options) => call('PUT', path, body, options),
  /** @param {string} path @param {unknown} body @param {CallOptions} [options] @returns {Promise<any>} */
  patch: (path, body, options) => call('PATCH', path, body, options),
  /** @param {string} path @param {CallOptions} [options] @returns {Promise<any>} */
  del: (path, options) => call('DELETE', path, undefined, options),

  /** The answer itself, for downloads. @param {string} path @param {CallOptions} [options] @returns {Promise<Response>} */
  raw: (path, options) => send('GET', path, undefined, options ?? {})
}

const PREFIX = 'werkraum.session.'
/** Visits that the server ended. */
const ENDED = 'werkraum.ended.'
/** Passes for events. */
export const PASS = 'werkraum.pass.'

/** The tokens of this browser, one a room: a reload or a second tab is the same member. */
export const session = {
  /**
   * @param {string} room
   * @returns {Session | null}
   */
  of: (room) => recall(localStorage, PREFIX + room),

  /** @param {Session} joined */
  save(joined) {
    localStorage.setItem(PREFIX + joined.room.id, JSON.stringify(joined))
    localStorage.removeItem(ENDED + joined.room.id)
  },

  /** With all that this browser keeps for whoever it was. @param {string} room */
  forget(room) {
    localStorage.removeItem(PREFIX + room)
    localStorage.removeItem(ENDED + room)
    receipts.forget(room)
    // ideas and votes that were not sent
    for (const key of Object.keys(localStorage)) if (key.startsWith(`werkraum.cards.${room}.`)) localStorage.removeItem(key)
  },

  /**
   * The server ended the visit: this browser forgets it, except for its token. That goes along when somebody joins again, since whom others
   * removed must first be let in.
   *
   * @param {string} room
   */
  end(room) {
    const before = session.of(room)
    if (!before) return
    session.forget(room)
    localStorage.setItem(ENDED + room, JSON.stringify({ token: before.token, code: before.code, room: { id: room } }))
  },

  /** @returns {Session[]} every room this browser has joined, the newest first (ids sort by time) */
  all: () => kept(PREFIX),

  /**
   * What goes along when somebody joins with a code: whoever was in its room with this browser stays the same member there, or was removed
   * from it. The server ignores a token of another room.
   *
   * @param {string} code
   * @returns {string | null}
   */
  formerToken(code) {
    const all = [...session.all(), ...kept(ENDED)]
    return (all.find((one) => one.code === code) ?? kept(PASS)[0] ?? all[0])?.token ?? null
  }
}

/**
 * @param {string} prefix
 * @returns {any[]}
 */
export function kept(prefix) {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .sort()
    .reverse()
    .map((key) => recall(localStorage, key))
    .filter((one) => one?.token && (one.room?.id ?? one.event?.id))
}

const PROFILE = 'werkraum.profile'

/** Name and organisation as typed last time. */
export const profile = {
  /** @returns {{name: string, organisation: string}} */
  load: () => ({ name: '', organisation: '', ...recall(localStorage, PROFILE) }),

  /** @param {{name: string, organisation: string}} typed */
  save: (typed) => localStorage.setItem(PROFILE, JSON.stringify(typed))
}

/** Who has signed on in this tab: `signon/way.js` keeps it. */
export const ACCOUNT = 'werkraum.account'

const ORGANISER = 'werkraum.organiser'
/** When somebody signed out in this browser: what a tab has from before is over, also where the tab slept. */
export const OUT = 'werkraum.out'

/** The organiser's token: for this tab only, since it opens every room. */
export const organiser = {
  /** @returns {string | null} */
  token() {
    const [token, since] = recall(sessionStorage, ORGANISER) ?? []
    if (since === organiser.out()) return token
    organiser.forget()
    return null
  },

  /** @param {string} token @param {number | null} [since] the sign-out after which it was given */
  save: (token, since = organiser.out()) => sessionStorage.setItem(ORGANISER, JSON.stringify([token, since])),

  forget: () => sessionStorage.removeItem(ORGANISER),

  /** The last sign-out. @returns {number | null} */
  out: () => recall(localStorage, OUT),

  /** In all tabs of this browser, which hear it by the storage's event. */
  signOut() {
    organiser.forget()
    localStorage.setItem(OUT, String(Date.now()))
  }
}
