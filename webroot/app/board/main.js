/** The board of an event: every room at one look, for organisers and for a screen beside them. */
import { api } from '../api.js'
import { fill, h } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { eventPage } from '../organise/event-page.js'
import { applyTheme } from '../theme.js'
import { cards } from './cards.js'
import { controls } from './controls.js'

applyTheme()
await loadTexts('common', 'board')
const links = { programme: t('board.programme'), plenary: t('board.plenary') }
await eventPage({ title: t('board.title'), signIn: t('board.signIn'), way: t('board.toOrganise'), links, look: 'wrap wide-wrap org' }, open)

/** @param {import('../organise/event-page.js').Page} page */
async function open({ id, token, main, error, tell, attempt, left }) {
  const grid = cards()
  const lost = h('p', { class: 'notice', hidden: true }, t('board.lost'))
  await attempt(async () => {
    const { title } = await api.get(`/events/${id}`, { token })
    document.title = `${t('board.title')}: ${title}`
    fill(main, h('h1', null, title), error, lost, controls({ path: `/events/${id}`, token, attempt, tell, rooms: grid.rooms }), grid.element)
    grid.update(await api.get(`/events/${id}/board`, { token }))
    listen(`/api/v1/events/${id}/board/stream?token=${encodeURIComponent(token)}`, grid, lost, left)
  })
}

/** @param {string} address @param {ReturnType<typeof cards>} grid @param {HTMLElement} lost @param {AbortSignal} left */
function listen(address, grid, lost, left) {
  if (left.aborted) return
  const stream = new EventSource(address)
  left.addEventListener('abort', () => stream.close())
  stream.addEventListener('board', (event) => {
    lost.hidden = true
    grid.update(JSON.parse(/** @type {MessageEvent} */ (event).data))
  })
  stream.addEventListener('error', () => (lost.hidden = false))
  stream.addEventListener('open', () => (lost.hidden = true))
}
