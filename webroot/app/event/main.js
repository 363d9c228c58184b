/** The page of somebody at an event: now, next, seats, one's own sessions, open votes. */
import { api, Problem, session } from '../api.js'
import { roomAddress } from '../codes.js'
import { fill, h, icon } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { applyTheme } from '../theme.js'
import { topbar } from '../topbar.js'
import { agenda } from './agenda.js'
import { passes } from './passes.js'

/** @import {Agenda} from './agenda.js' */

/** Seats and votes change by themselves: asked again this often while the page is seen. Milliseconds. */
const AGAIN = 15_000

applyTheme()
await loadTexts('common', 'event')
const id = new URLSearchParams(location.search).get('event') ?? ''
const pass = passes.of(id)
const token = pass?.token ?? null
document.title = `${pass?.event.title ?? t('event.title')} – ${t('app.name')}`

const main = h('main', { class: 'wrap org', id: 'content', tabindex: '-1' })
const error = h('p', { class: 'error', role: 'alert' })
const content = h('div', { class: 'stack events' })
fill(main, error, content)
document.body.append(h('a', { class: 'skip', href: '#content' }, t('app.skip')), topbar(), main)

if (pass) {
  await load()
  setInterval(() => document.visibilityState === 'visible' && void load(), AGAIN)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void load())
} else {
  location.replace('/')
}
document.documentElement.dataset['ready'] = '1'

/** What went wrong stays in sight while it is asked again. @param {() => Promise<unknown>} act @returns {Promise<boolean>} whether it went well */
async function attempt(act) {
  try {
    await act()
    fill(error)
    return true
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason
    if (reason.status === 401) over()
    else fill(error, icon('warn'), reason.sentence)
    return false
  }
}

async function load() {
  await attempt(async () => {
    /** @type {Agenda} */
    const now = await api.get(`/events/${id}/pass`, { token })
    agenda(content, now, { enter, wish, forget })
  })
}

/** @param {string} room */
async function enter(room) {
  await attempt(async () => {
    const entered = await api.post(`/rooms/${room}/enter`, {}, { token })
    session.save({ ...entered, event: id })
    location.assign(roomAddress(entered))
  })
}

/** @param {string} of the session @param {boolean} comes */
async function wish(of, comes) {
  const path = `/events/${id}/sessions/${of}/expected`
  if (await attempt(() => (comes ? api.put(path, {}, { token }) : api.del(path, { token })))) await load()
}

/** A shared device: whoever comes next is somebody else. */
function forget() {
  for (const one of session.all()) if (one.event === id) session.forget(one.room.id)
  passes.forget(id)
  location.assign('/')
}

/** The pass was ended by whoever organises, or its time is over. */
function over() {
  passes.forget(id)
  fill(main, h('h1', null, t('event.over')), h('p', null, t('event.overHow')), h('p', null, h('a', { class: 'button primary', href: '/' }, t('event.home'))))
}
