/**
 * Who has signed in as organiser in one tab is signed in in the other tabs of this browser, and no token is stored: a tab that needs it asks the
 * others, and those that have it answer. Only pages of this origin hear either; with the last tab the token is gone. Accounts of others than organisers
 * stay in their tab: on a shared device somebody else may sit before the next one.
 */
import { ACCOUNT, organiser, OUT } from '../api.js'
import { requestKey } from '../once.js'
import { recall } from '../recall.js'

const CHANNEL = 'werkraum.organiser'

/** How long the others are waited for. They answer within milliseconds, unless the browser has put them to sleep. */
const PATIENCE_MS = 300

/**
 * Answers tabs that ask, and hears when one of them signs out, finds this tab's token to be over, or has signed in.
 *
 * @param {object} then what happens here then
 * @param {(out: boolean) => void} then.over `out` if somebody has signed out; what this tab had is forgotten
 * @param {() => void} [then.entered] there is a token to be asked for
 */
export function shareSignIn({ over, entered = () => {} }) {
  const channel = open()
  const end = (/** @type {boolean} */ out) => {
    forget()
    over(out)
  }
  channel?.addEventListener('message', ({ data }) => {
    const token = organiser.token()
    if (data.asks && token) channel.postMessage({ to: data.asks, token, since: organiser.out(), account: recall(sessionStorage, ACCOUNT) })
    if (data.entered && !token) entered()
    if (token && data.over === token) end(false)
  })
  addEventListener('storage', ({ key }) => key === OUT && end(true))
  if (organiser.token()) tellEntered()
}

/** Tells the other tabs that this one can be asked. */
export function tellEntered() {
  say({ entered: true })
}

/** The organiser's token, from this tab or another one; none where somebody else has signed on in this tab. @returns {Promise<string | null>} */
export async function signedInSomewhere() {
  const own = organiser.token()
  const channel = own || others() ? null : open()
  if (!channel) return own
  const asks = requestKey()
  const answer = await new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS)
    channel.addEventListener('message', ({ data }) => data.to === asks && resolve(data))
    channel.postMessage({ asks })
  })
  channel.close()
  // Somebody may have signed out since it was sent.
  if (typeof answer?.token !== 'string' || answer.since !== organiser.out()) return null
  organiser.save(answer.token)
  if (answer.account) sessionStorage.setItem(ACCOUNT, JSON.stringify(answer.account))
  else sessionStorage.removeItem(ACCOUNT)
  return answer.token
}

/** The server knows this tab's token no more: all tabs that have it forget it. */
export function tokenOver() {
  const over = organiser.token()
  if (!over) return
  forget()
  say({ over })
}

/** Whether an account that is no organiser's is signed on in this tab. */
function others() {
  const account = recall(sessionStorage, ACCOUNT)
  return Boolean(account) && account.role !== 'organiser'
}

function forget() {
  organiser.forget()
  if (!others()) sessionStorage.removeItem(ACCOUNT)
}

/** Old browsers have none: each tab signs in by itself there. */
function open() {
  return 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null
}

/** @param {object} words */
function say(words) {
  const channel = open()
  channel?.postMessage(words)
  channel?.close()
}
