/** The page of somebody at an event: now, next, seats, one's own sessions, open votes. */
import { api, Problem, session } from '../api.js'
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

/** @param {() => Promise<unknown>} act */
async function attempt(act) {
  try {
    await act()
    fill(error)
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason
    if (reason.status === 401) over()
    else fill(error, icon('warn'), reason.sentence)
  }
}

async function load() {
  await attempt(async () => {
    /** @type {Agenda} */
    const now = await api.get(`/events/${id}/pass`, { token: pass?.token ?? null })
    agenda(content, now, { enter, wish, forget })
  })
}

/** @param {string} room */
async function enter(room) {
  await attempt(async () => {
    const entered = await api.post(`/rooms/${room}/enter`, {}, { token: pass?.token ?? null })
    session.save({ ...entered, event: id })
    location.assign(`/${entered.member.role === 'viewer' ? 'screen' : 'room'}.html?room=${encodeURIComponent(room)}`)
  })
}

/** @param {string} of the session @param {boolean} comes */
async function wish(of, comes) {
  const path = `/events/${id}/sessions/${of}/expected`
  await attempt(() => (comes ? api.put(path, {}, { token: pass?.token ?? null }) : api.del(path, { token: pass?.token ?? null })))
  await load()
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
