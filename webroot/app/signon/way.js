/**
 * The way to a provider and back. What goes along stays in this tab: nobody else's link can end what was begun here.
 *
 * @typedef {{url: string, state: string, nonce: string, verifier: string, issuer: string, issRequired: boolean}} Begun  the server's first answer
 * @typedef {Begun & {back: string}} Underway
 * @typedef {{token: string, role: string, name: string, logout: string | null}} Account
 * @typedef {{key: boolean, oidc: {name: string} | null}} Ways
 */
import { ACCOUNT, api, organiser } from '../api.js'
import { recall } from '../recall.js'

const UNDERWAY = 'werkraum.signon'
/** Left behind by whoever goes to the provider to sign off, for the page where they come back. */
const LEFT = 'werkraum.left'

/** The ways to log in here. @returns {Promise<Ways>} */
export const ways = () => api.get('/login')

/** Leaves for the provider. @param {string} back the page to come back to, a path of ours */
export async function begin(back) {
  const begun = await api.post('/login/oidc/start')
  sessionStorage.setItem(UNDERWAY, JSON.stringify({ ...begun, back }))
  location.assign(begun.url)
}

/** What was begun in this tab, once. @returns {Underway | null} */
export function underway() {
  const begun = recall(sessionStorage, UNDERWAY)
  sessionStorage.removeItem(UNDERWAY)
  return begun
}

/**
 * Whether what comes back belongs to what was begun; if not, why.
 *
 * @param {Underway | null} begun
 * @param {URLSearchParams} given
 * @returns {'notBegun' | 'denied' | 'refused' | null}
 */
export function refusal(begun, given) {
  const issuer = given.get('iss')
  if (!begun || given.get('state') !== begun.state) return 'notBegun'
  if (issuer === null ? begun.issRequired : issuer !== begun.issuer) return 'notBegun'
  if (given.has('error')) return given.get('error') === 'access_denied' ? 'denied' : 'refused'
  return given.get('code') ? null : 'notBegun'
}

/** Ends what was begun. @param {Underway} begun @param {string} code @returns {Promise<void>} */
export async function end(begun, code) {
  const { verifier, nonce } = begun
  account.save(await api.post('/login/oidc', { code, verifier, nonce }))
}

/** Who has signed on in this tab. */
export const account = {
  /** An organiser's is over with the token that goes with it. @returns {Account | null} */
  now() {
    const signedOn = recall(sessionStorage, ACCOUNT)
    if (signedOn?.role !== 'organiser' || organiser.token()) return signedOn
    sessionStorage.removeItem(ACCOUNT)
    return null
  },

  /** @param {Account} signedOn */
  save(signedOn) {
    sessionStorage.setItem(ACCOUNT, JSON.stringify(signedOn))
    if (signedOn.role === 'organiser') organiser.save(signedOn.token)
    else organiser.forget()
  },

  forget() {
    sessionStorage.removeItem(ACCOUNT)
    organiser.forget()
  }
}

/**
 * Signs off here, an organiser in all tabs of this browser, and at the provider if one was signed on at.
 *
 * @param {string | null} [logout] the provider's address for that
 * @returns {boolean} whether the page is left for it
 */
export function signOff(logout = account.now()?.logout) {
  if (organiser.token()) organiser.signOut()
  account.forget()
  if (!logout) return false
  sessionStorage.setItem(LEFT, 'true')
  location.assign(logout)
  return true
}

/** Whether somebody comes back from signing off; told once. @returns {boolean} */
export function left() {
  const was = recall(sessionStorage, LEFT) === true
  sessionStorage.removeItem(LEFT)
  return was
}
