/** What a programme gives away: sheets to print, links for who leads, a calendar. */
import { h, icon } from '../dom.js'
import { lang, t } from '../i18n.js'
import { printSheets } from '../organise/sheets.js'
import { download } from '../room/export/download.js'
import { doorSigns, slips } from './paper.js'

/** @import {Means, Programme} from './types.js' */

/** @param {Programme} programme @param {Means} means */
export function handOut(programme, means) {
  const rooms = programme.sessions.flatMap(({ room, title, codes }) =>
    room && codes ? [{ id: room, event: programme.event.id, title, phase: '', codes, joinUrl: programme.joinUrl ?? null }] : []
  )
  /** @param {string} path @param {string} format */
  const get = (path, format) => () => means.attempt(() => download(`${means.path}/${path}`, means.token, format))
  const button = (/** @type {string} */ name, /** @type {string} */ words, /** @type {() => unknown} */ act) =>
    h('button', { type: 'button', onclick: act }, icon(name), words)
  return h(
    'section',
    { class: 'card stack', 'aria-labelledby': 'hand-out' },
    h('h2', { id: 'hand-out' }, t('programme.handOut')),
    rooms.length === 0 && h('p', { class: 'hint' }, t('programme.handOutLater')),
    h(
      'div',
      { class: 'row' },
      rooms.length > 0 && [
        button('print', t('programme.sheets'), () => printSheets(rooms, programme.event)),
        button('print', t('programme.doors'), () => doorSigns(programme)),
        button('print', t('programme.slips'), () => slips(programme)),
        button('people', t('programme.links'), get(`moderators.csv?language=${lang()}`, 'csv'))
      ],
      button('cal', t('programme.calendar'), get('programme.ics', 'ics'))
    ),
    rooms.length > 0 && h('p', { class: 'hint' }, t('programme.linksHint'))
  )
}
