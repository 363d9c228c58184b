import { h, icon, mark } from '../dom.js'
import { t } from '../i18n.js'
import { takeAway } from './take-away.js'

/** What a final close code means, in words. */
const WORDS = new Map([
  [4401, 'room.gone.expired'],
  [4403, 'room.gone.removed'],
  [4404, 'room.gone.deleted'],
  [0, 'room.gone.left']
])

/**
 * The last page of a visit: what happened and what to do now.
 *
 * @param {number} code a final close code, 0 for leaving
 * @param {{text: string, forget: () => Promise<void>} | null} [kept] text that was never saved, and how this device forgets it
 */
export function goodbye(code, kept = null) {
  const key = WORDS.get(code) ?? 'room.gone.expired'
  const heading = h('h1', { tabindex: '-1' }, t(key))
  for (const dialog of document.querySelectorAll('dialog')) dialog.close()
  document.body.replaceChildren(
    h(
      'header',
      { class: 'topbar no-phases' },
      h('div', { class: 'wrap' }, h('div', { class: 'brand' }, mark(), h('b', null, t('app.name'))))
    ),
    h(
      'main',
      { class: 'wrap goodbye' },
      heading,
      h('p', null, t(`${key}.how`)),
      kept ? offer(kept) : home()
    )
  )
  heading.focus()
}

function home() {
  return h('p', null, h('a', { class: 'button primary', href: '/' }, icon('back'), t('room.gone.home')))
}

/** Nothing leaves this device before somebody says so: until then the page can be opened again. @param {{text: string, forget: () => Promise<void>}} kept */
function offer({ text, forget }) {
  const done = h('button', { type: 'button', class: 'danger' }, t('room.takeAway.forget'))
  const element = h('div', null, takeAway(text, t('room.takeAway.unsaved')), h('p', null, done))
  done.addEventListener('click', async () => {
    await forget()
    element.replaceChildren(h('p', { role: 'status' }, t('room.gone.left.how')), home())
  })
  return element
}
