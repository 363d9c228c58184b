/** How the rooms' results get into the plenary, for organisers: collect, take what has changed, merge what is alike. */
import { api, organiser } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { organising } from '../event/passes.js'
import { loadTexts, t } from '../i18n.js'
import { attempts } from '../organise/attempt.js'
import { frame } from '../organise/frame.js'
import { applyTheme } from '../theme.js'
import { alike } from './alike.js'
import { changes } from './changes.js'
import { collect } from './collect.js'
import { steps } from './steps.js'

/** @import {Means, Plenary} from './types.js' */

applyTheme()
await loadTexts('common', 'event', 'plenary')
const id = new URLSearchParams(location.search).get('event') ?? ''
const token = organising(id)
const path = `/events/${id}`

const main = h('main', { class: 'wrap org', id: 'content', tabindex: '-1' })
const error = h('p', { class: 'error', role: 'alert' })
const undo = h('p', { class: 'notice row', role: 'status', hidden: true })
const tell = frame(main, { links: [{ href: `/board.html?event=${id}`, text: t('plenary.board') }] })
const attempt = attempts(error, closed, { over: [401, 403] })

if (token) await open(token)
else closed()
document.documentElement.dataset['ready'] = '1'

/** @param {string} token */
async function open(token) {
  /** @type {Means} */
  const means = { post: (where, body) => api.post(path + where, body, { token }), attempt, tell, show }
  const parts = [collect(means), changes(means), alike(means, () => api.get(`${path}/alike`, { token }), offerUndo), steps(means, offerUndo)]
  const enter = h('a', { class: 'button' }, icon('screen'), t('plenary.enter'))
  let room = ''

  /** @param {Plenary} plenary */
  function show(plenary) {
    room = plenary.plenary
    enter.href = `/room.html?room=${room}`
    parts.forEach((part) => part.update(plenary))
  }

  /** What was merged can be taken back as long as the page is open, and later by the plan's versions. @param {string} version */
  function offerUndo(version) {
    undo.hidden = !organiser.token()
    const back = () =>
      attempt(async () => {
        await api.post(`/rooms/${room}/versions/${version}/restore`, {}, { token })
        show(await api.get(`${path}/collect`, { token }))
        undo.hidden = true
        tell(t('plenary.undone'))
      })
    fill(undo, h('span', null, t('plenary.merged')), h('button', { type: 'button', onclick: back }, icon('undo'), t('plenary.undo')))
  }

  await attempt(async () => {
    const { title } = await api.get(path, { token })
    document.title = `${t('plenary.title')}: ${title}`
    fill(main, h('h1', null, title), error)
    const plenary = await api.get(`${path}/collect`, { token })
    fill(main, h('div', null, h('div', { class: 'row' }, h('h1', null, t('plenary.title')), enter), h('p', { class: 'hint' }, title)), error, undo, h('div', { class: 'stack events' }, parts.map((part) => part.element)))
    show(plenary)
  })
}

function closed() {
  fill(main, h('h1', null, t('plenary.title')), h('p', { class: 'notice' }, t('plenary.signIn')), h('p', null, h('a', { class: 'button', href: '/organise.html' }, t('plenary.toOrganise'))))
}
