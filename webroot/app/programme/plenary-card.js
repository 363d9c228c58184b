/** Where the rooms meet, beside the sessions. */
import { spaced } from '../codes.js'
import { h, icon } from '../dom.js'
import { t } from '../i18n.js'

/** @import {Programme} from './types.js' */

/** @param {Programme} programme @returns {HTMLElement | null} nothing before there is one: it comes with the rooms */
export function plenaryCard({ event, plenaryCodes }) {
  if (!event.plenary) return null
  return h(
    'section',
    { class: 'card stack', 'aria-labelledby': 'plenary' },
    h(
      'div',
      { class: 'row' },
      h('h2', { id: 'plenary' }, t('programme.screens.plenary')),
      plenaryCodes && h('p', { class: 'code end' }, spaced(plenaryCodes.participant))
    ),
    h('p', { class: 'hint' }, t('programme.plenaryHint')),
    h(
      'div',
      { class: 'row' },
      h('a', { class: 'button', href: `/room.html?room=${event.plenary}` }, icon('gather'), t('programme.toPlenary')),
      h('a', { class: 'button', href: `/plenary.html?event=${event.id}` }, icon('down'), t('programme.collect'))
    )
  )
}
