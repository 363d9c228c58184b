/** How the rooms' results get into the plenary, for organisers: collect, take what has changed, merge what is alike. */
import { api, organiser } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { eventPage } from '../organise/event-page.js'
import { applyTheme } from '../theme.js'
import { alike } from './alike.js'
import { changes } from './changes.js'
import { collect } from './collect.js'
import { steps } from './steps.js'

/** @import {Means, Plenary} from './types.js' */

applyTheme()
await loadTexts('common', 'plenary')
await eventPage({ title: t('plenary.title'), signIn: t('plenary.signIn'), way: t('plenary.toOrganise'), links: { programme: t('plenary.programme'), board: t('plenary.board') } }, open)

/** @param {import('../organise/event-page.js').Page} page */
async function open({ id, token, main, error, tell, attempt }) {
  const path = `/events/${id}`
  /** @type {Means} */
  const means = { post: (where, body) => api.post(path + where, body, { token }), attempt, tell, show }
  const parts = [collect(means), changes(means), alike(means, () => api.get(`${path}/alike`, { token }), offerUndo), steps(means, offerUndo)]
  const enter = h('a', { class: 'button' }, icon('screen'), t('plenary.enter'))
  const undo = h('p', { class: 'notice row', role: 'status', hidden: true })
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
