/** A page of one event for its organisers. Whoever is none is shown the way to where one signs in. */
import { organiser } from '../api.js'
import { fill, h } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { organising } from '../event/passes.js'
import { shareSignIn, signedInSomewhere, tokenOver } from '../signon/other-tabs.js'
import { attempts } from './attempt.js'
import { focusOn, frame } from './frame.js'
import { signInAddress } from './wanted.js'

/**
 * @typedef {object} Page
 * @property {string} id of the event
 * @property {string} token
 * @property {(why: string) => void} closed says why there is nothing to do here
 * @property {HTMLElement} main
 * @property {HTMLElement} error where it is said what went wrong
 * @property {ReturnType<typeof frame>} tell
 * @property {(status?: number) => void} expired ends the visit: by 401 the sign-in, else this page is not theirs
 * @property {ReturnType<typeof attempts>} attempt
 * @property {AbortSignal} left when the visit is over
 */

/**
 * @param {object} own what this page has of its own
 * @param {string} own.title
 * @param {string} own.signIn why somebody is to sign in
 * @param {string} own.way what the link there says
 * @param {Record<string, string>} own.links pages of the event in the bar: their names, and what they are called
 * @param {string} [own.over] what is said when the sign-in ends; else the same as to whoever is not signed in
 * @param {number[]} [own.refused] statuses that end the visit
 * @param {string} [own.look] classes
 * @param {(page: Page) => Promise<unknown>} open shows the page
 */
export async function eventPage({ title, signIn, way, links, over = signIn, refused = [401, 403], look = 'wrap org' }, open) {
  const id = new URLSearchParams(location.search).get('event') ?? ''
  const token = organising(id) ?? (await signedInSomewhere())
  const main = h('main', { class: look, id: 'content', tabindex: '-1' })
  const error = h('p', { class: 'error', role: 'alert' })
  const tell = frame(main, { links: Object.entries(links).map(([name, text]) => ({ href: `/${name}.html?event=${id}`, text })) })
  const leaving = new AbortController()
  const closed = (/** @type {string} */ why) =>
    fill(main, h('div', { class: 'narrow stack' }, h('h1', null, title), h('p', { class: 'notice', role: 'alert' }, why), h('p', null, h('a', { class: 'button', href: signInAddress() }, way))))
  const ended = (/** @type {string} */ why) => {
    leaving.abort()
    for (const dialog of document.querySelectorAll('dialog')) dialog.close()
    closed(why)
    focusOn(main.querySelector('h1'))
  }
  let signedIn = token !== null
  const expired = (status = 401) => {
    if (status === 401) {
      tokenOver()
      signedIn = false
    }
    ended(over)
  }

  const own = organiser.token()
  shareSignIn({
    async over(out) {
      if (token !== own || !signedIn) return
      signedIn = false
      ended(out ? await outElsewhere(over) : over)
    },
    entered: () => !signedIn && location.reload()
  })
  // Until something is known, and where the first question fails, the page has its name and a place to say so.
  fill(main, h('h1', null, title), error)
  if (token) await open({ id, token, main, error, tell, closed, expired, attempt: attempts(error, expired, { over: refused }), left: leaving.signal })
  else closed(signIn)
  document.documentElement.dataset['ready'] = '1'
}

/** That somebody has signed out in another tab. @param {string} otherwise what is said where the words can't be had now */
async function outElsewhere(otherwise) {
  try {
    await loadTexts('signon')
    return t('signon.outElsewhere')
  } catch {
    return otherwise
  }
}
