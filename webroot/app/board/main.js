/** The board of an event: every room at one look, for organisers and for a screen beside them. */
import { api } from '../api.js'
import { fill, h } from '../dom.js'
import { organising } from '../event/passes.js'
import { loadTexts, t } from '../i18n.js'
import { attempts } from '../organise/attempt.js'
import { frame } from '../organise/frame.js'
import { applyTheme } from '../theme.js'
import { cards } from './cards.js'
import { controls } from './controls.js'

applyTheme()
await loadTexts('common', 'event', 'board')
const id = new URLSearchParams(location.search).get('event') ?? ''
const token = organising(id)

const main = h('main', { class: 'wrap wide-wrap org', id: 'content', tabindex: '-1' })
const error = h('p', { class: 'error', role: 'alert' })
const tell = frame(main, { links: [
    { href: `/programme.html?event=${id}`, text: t('board.programme') },
    { href: `/plenary.html?event=${id}`, text: t('board.plenary') }
  ] })
const attempt = attempts(error, closed, { over: [401, 403] })

if (token) await open(token)
else closed()
document.documentElement.dataset['ready'] = '1'

/** @param {string} token */
async function open(token) {
  const grid = cards()
  const lost = h('p', { class: 'notice', hidden: true }, t('board.lost'))
  await attempt(async () => {
    const { title } = await api.get(`/events/${id}`, { token })
    document.title = `${t('board.title')}: ${title}`
    fill(main, h('h1', null, title), error, lost, controls({ path: `/events/${id}`, token, attempt, tell, rooms: grid.rooms }), grid.element)
    grid.update(await api.get(`/events/${id}/board`, { token }))
    listen(token, grid, lost)
  })
}

/** @param {string} token @param {ReturnType<typeof cards>} grid @param {HTMLElement} lost */
function listen(token, grid, lost) {
  const stream = new EventSource(`/api/v1/events/${id}/board/stream?token=${encodeURIComponent(token)}`)
  stream.addEventListener('board', (event) => {
    lost.hidden = true
    grid.update(JSON.parse(/** @type {MessageEvent} */ (event).data))
  })
  stream.addEventListener('error', () => (lost.hidden = false))
  stream.addEventListener('open', () => (lost.hidden = true))
}

function closed() {
  fill(main, h('h1', null, t('board.title')), h('p', { class: 'notice' }, t('board.signIn')), h('p', null, h('a', { class: 'button', href: '/organise.html' }, t('board.toOrganise'))))
}
