/** How far an event's steps are, for its organisers: on a desk, and on paper. */
import { api } from '../api.js'
import { fill, h } from '../dom.js'
import { organising } from '../event/passes.js'
import { loadTexts, moment, t } from '../i18n.js'
import { attempts } from '../organise/attempt.js'
import { frame } from '../organise/frame.js'
import { publishing, report } from '../results/publishing.js'
import { applyTheme } from '../theme.js'
import { progressTable } from './table.js'

applyTheme()
await loadTexts('common', 'event', 'board', 'outwards', 'results')
const id = new URLSearchParams(location.search).get('event') ?? ''
const token = organising(id)
const main = h('main', { class: 'wrap org', id: 'content', tabindex: '-1' })
const error = h('p', { class: 'error', role: 'alert' })
const tell = frame(main, { links: [{ href: `/programme.html?event=${id}`, text: t('board.programme') }] })
const attempt = attempts(error, closed, { over: [401, 403] })

if (token) await open(token)
else closed()
document.documentElement.dataset['ready'] = '1'

/** @param {string} token */
async function open(token) {
  await attempt(async () => {
    const { title, at, steps } = await api.get(`/events/${id}/progress`, { token })
    document.title = `${t('progress.title')}: ${title}`
    const sessions = new Set(steps.map((/** @type {{room: string}} */ { room }) => room)).size > 1
    fill(
      main,
      h('header', { class: 'stack' }, h('p', { class: 'label' }, t('progress.title')), h('h1', null, title), h('p', { class: 'hint' }, t('results.asOf', { when: moment(at) }))),
      error,
      h('section', { class: 'card stack' }, steps.length === 0 ? h('p', { class: 'hint' }, t('progress.none')) : progressTable(steps, { sessions, links: true })),
      report({ event: id, token, attempt, tell }),
      publishing({ event: id, token, attempt, tell })
    )
  })
}

function closed() {
  fill(main, h('h1', null, t('progress.title')), h('p', { class: 'notice' }, t('progress.signIn')), h('p', null, h('a', { class: 'button', href: '/organise.html' }, t('board.toOrganise'))))
}
