/** A page of one event for its organisers. Whoever is none is shown the way to where one signs in. */
import { fill, h } from '../dom.js'
import { organising } from '../event/passes.js'
import { attempts } from './attempt.js'
import { frame } from './frame.js'

/**
 * @typedef {object} Page
 * @property {string} id of the event
 * @property {string} token
 * @property {HTMLElement} main
 * @property {HTMLElement} error where it is said what went wrong
 * @property {ReturnType<typeof frame>} tell
 * @property {ReturnType<typeof attempts>} attempt
 */

/**
 * @param {object} own what this page has of its own
 * @param {string} own.title
 * @param {string} own.signIn why somebody is to sign in
 * @param {string} own.way what the link there says
 * @param {Record<string, string>} own.links pages of the event in the bar: their names, and what they are called
 * @param {string} [own.look] classes
 * @param {(page: Page) => Promise<unknown>} open shows the page
 */
export async function eventPage({ title, signIn, way, links, look = 'wrap org' }, open) {
  const id = new URLSearchParams(location.search).get('event') ?? ''
  const token = organising(id)
  const main = h('main', { class: look, id: 'content', tabindex: '-1' })
  const error = h('p', { class: 'error', role: 'alert' })
  const tell = frame(main, { links: Object.entries(links).map(([name, text]) => ({ href: `/${name}.html?event=${id}`, text })) })
  const closed = () => fill(main, h('h1', null, title), h('p', { class: 'notice' }, signIn), h('p', null, h('a', { class: 'button', href: '/organise.html' }, way)))

  if (token) await open({ id, token, main, error, tell, attempt: attempts(error, closed, { over: [401, 403] }) })
  else closed()
  document.documentElement.dataset['ready'] = '1'
}
