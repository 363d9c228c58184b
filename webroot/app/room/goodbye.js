import { h, icon, mark } from '../dom.js'
import { t } from '../i18n.js'

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
 */
export function goodbye(code) {
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
      h('p', null, h('a', { class: 'button primary', href: '/' }, icon('back'), t('room.gone.home')))
    )
  )
  heading.focus()
}
