/**
 * Who has signed in as organiser in one tab is signed in in the other tabs of this browser, and nothing of it is stored: a tab that needs it asks the
 * others, and those that have it answer. Only pages of this origin hear either; with the last tab the token is gone. Accounts of others than organisers
 * stay in their tab: on a shared device somebody else may sit before the next one.
 */
import { ACCOUNT, organiser } from '../api.js'
import { requestKey } from '../once.js'
import { recall } from '../recall.js'

const CHANNEL = 'werkraum.organiser'

/** How long the others are waited for. They answer within milliseconds, unless the browser has put them to sleep. */
const PATIENCE_MS = 300

/**
 * Answers tabs that ask, and hears when one of them signs out or finds the token to be over.
 *
 * @param {() => void} over what happens here then
 */
export function shareSignIn(over) {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }) => {
    const token = organiser.token()
    if (!token) return
    if (data.asks) channel.postMessage({ to: data.asks, token, account: recall(sessionStorage, ACCOUNT) })
    if (data.over !== token) return
    forget()
    over()
  })
}

/** The organiser's token, from this tab or another one. @returns {Promise<string | null>} */
export async function signedInSomewhere() {
  const own = organiser.token()
  if (own) return own
  const channel = new BroadcastChannel(CHANNEL)
  const asks = requestKey()
  const answer = await new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS)
    channel.addEventListener('message', ({ data }) => data.to === asks && resolve(data))
    channel.postMessage({ asks })
  })
  channel.close()
  if (typeof answer?.token !== 'string') return null
  organiser.save(answer.token)
  if (answer.account) sessionStorage.setItem(ACCOUNT, JSON.stringify(answer.account))
  return answer.token
}

/** Signs out in all tabs that have this tab's token. */
export function signOutEverywhere() {
  const over = organiser.token()
  if (!over) return
  forget()
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage({ over })
  channel.close()
}

function forget() {
  organiser.forget()
  sessionStorage.removeItem(ACCOUNT)
}
