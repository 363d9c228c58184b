// Who has joined, as the server tells moderators, and who of them has not voted yet.
import { api } from '../../api.js'
import { t } from '../../i18n.js'
import { listOf } from '../answers.js'
import { isShown } from '../tabs.js'

/** The list of members is asked for again at most this often, in milliseconds. */
const ASK_MS = 3000

/** @typedef {{id: string, name: string, role: string, organisation?: string, connected?: boolean}} Member */

export class Roll {
  /** @type {Member[] | null} */ members = null
  /** Who has not voted in the open poll; null where that is not told. @type {Set<string> | null} */ missing = null
  #asked = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later

  /**
   * @param {object} what
   * @param {import('../state.js').State} what.state
   * @param {string} what.room
   * @param {() => string} what.token
   * @param {() => Promise<void>} what.also asked for along with it
   * @param {(problem: string) => void} told after every answer; `problem` is empty where there is none
   */
  constructor({ state, room, token, also }, told) {
    this.state = state
    this.path = `/rooms/${room}`
    this.token = token
    this.also = also
    this.told = told
  }

  /** Asks for it while it is looked at, now or a little later. */
  async ask() {
    clearTimeout(this.#later)
    if (!this.state.moderates || !isShown('#personen') || document.visibilityState === 'hidden') return
    const wait = this.#asked + ASK_MS - Date.now()
    if (wait > 0) {
      this.#later = setTimeout(() => this.ask(), wait)
      return
    }
    this.#asked = Date.now()
    let problem = ''
    try {
      this.members = listOf(await this.#get('/members'))
      this.missing = await this.#whoIsMissing()
      await this.also()
    } catch (/** @type {any} */ refused) {
      problem = refused.sentence ?? t('error.unknown')
    }
    this.told(problem)
  }

  /** Asks at once. */
  again() {
    this.#asked = 0
    void this.ask()
  }

  async #whoIsMissing() {
    const poll = this.state.openPoll
    if (!poll) return null
    try {
      const answer = await this.#get(`/polls/${poll.id}/missing`)
      const entries = listOf(answer)
      return answer?.withheld ? null : new Set(entries.map((entry) => entry.id ?? entry.member))
    } catch {
      return null // withheld below the smallest number of ballots, or just closed
    }
  }

  /** @param {string} below the room */
  #get(below) {
    return api.get(this.path + below, { token: this.token() })
  }
}
