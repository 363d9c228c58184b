// What is wrong while the room is not connected, as one word that the page has a sentence for.

/**
 * @typedef {'network' | 'server' | 'portal' | 'blocked' | 'slow'} Trouble no network; the server is away; something between asks for a sign-in; the server
 *   answers, yet no connection stands; connected, but by requests
 */

/** A connection that stands again sooner than this, in milliseconds, is not worth a word. */
const PATIENCE_MS = 1500
/** Between two looks, in milliseconds. */
const AGAIN_MS = 4000
/** Longest wait for an answer, in milliseconds: the word is to be there within 5 s. */
const ANSWER_MS = 2500

/** Why no connection stands, found out within {@link ANSWER_MS}. @returns {Promise<Trouble>} */
export async function cause() {
  if (!navigator.onLine) return 'network'
  try {
    const signal = AbortSignal.timeout(ANSWER_MS)
    const answer = await fetch('/health/live', { cache: 'no-store', redirect: 'manual', signal })
    if (answer.type === 'opaqueredirect' || answer.status === 511) return 'portal'
    if (answer.status >= 500) return 'server'
    const ours = answer.ok && /^application\/json\b/.test(answer.headers.get('Content-Type') ?? '')
    return ours && (await answer.json()).status === 'up' ? 'blocked' : 'portal'
  } catch {
    return navigator.onLine ? 'server' : 'network'
  }
}

/** Looks for the cause as long as no connection stands. */
export class Watch {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer
  /** @type {Trouble | null} */ #told = null
  #down = false

  /** @param {(trouble: Trouble | null) => void} tell */
  constructor(tell) {
    this.tell = tell
  }

  /** @param {Trouble} [known] what is wrong, where that is known */
  down(known) {
    if (this.#down) return
    this.#down = true
    if (known) this.#say(known)
    this.#timer = setTimeout(() => void this.#look(), known ? AGAIN_MS : PATIENCE_MS)
  }

  /** @param {boolean} detour whether messages go by requests */
  up(detour) {
    this.stop()
    this.#say(detour ? 'slow' : null)
  }

  stop() {
    clearTimeout(this.#timer)
    this.#down = false
  }

  async #look() {
    const found = await cause()
    if (!this.#down) return
    this.#say(found)
    this.#timer = setTimeout(() => void this.#look(), AGAIN_MS)
  }

  /** @param {Trouble | null} trouble */
  #say(trouble) {
    if (trouble === this.#told) return
    this.#told = trouble
    this.tell(trouble)
  }
}
