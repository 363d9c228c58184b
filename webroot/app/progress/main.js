/** How far an event's steps are, for its organisers: on a desk, and on paper. */
import { api } from '../api.js'
import { fill, h } from '../dom.js'
import { loadTexts, moment, t } from '../i18n.js'
import { eventPage } from '../organise/event-page.js'
import { publishing, report } from '../results/publishing.js'
import { applyTheme } from '../theme.js'
import { progressTable } from './table.js'

applyTheme()
await loadTexts('common', 'board', 'outwards', 'results')
await eventPage({ title: t('progress.title'), signIn: t('progress.signIn'), way: t('board.toOrganise'), links: { programme: t('board.programme') } }, open)

/** @param {import('../organise/event-page.js').Page} page */
async function open({ id, token, main, error, tell, attempt }) {
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
