/** What is printed: a page a room to hang on the wall, and slips with personal codes to hand out. */
import { joinLink, spaced } from '../codes.js'
import { h, mark } from '../dom.js'
import { longDay, t } from '../i18n.js'
import { qr } from '../qr.js'

/** @import {Event, Room} from './workshop.js' */

/**
 * @param {Room[]} rooms
 * @param {Event | null} event
 */
export function printSheets(rooms, event) {
  print(rooms.map((room) => sheet(room, event)))
}

/**
 * @param {Room} room
 * @param {string[]} codes each for one person, once
 */
export function printPersonal(room, codes) {
  print([
    h(
      'section',
      { class: 'sheet slips' },
      codes.map((code) => {
        const link = joinLink(code, room.joinUrl ?? location.origin)
        const { host } = new URL(link)
        return h(
          'div',
          { class: 'slip' },
          qr(link, t('organise.qr', { host, code: spaced(code) })),
          h(
            'div',
            null,
            h('b', null, room.title),
            h('p', null, host),
            h('p', { class: 'code' }, spaced(code)),
            h('p', { class: 'hint' }, t('organise.slip'))
          )
        )
      })
    )
  ])
}

/**
 * @param {Room} room
 * @param {Event | null} event
 * @returns {HTMLElement}
 */
function sheet(room, event) {
  const link = joinLink(room.codes.participant, room.joinUrl ?? location.origin)
  const { host } = new URL(link)
  const code = spaced(room.codes.participant)
  const facts = [event?.title, event?.date ? longDay(event.date) : '', event?.venue].filter(Boolean).join(', ')
  return h(
    'section',
    { class: 'sheet' },
    h('p', { class: 'line' }, mark(), h('b', null, t('app.name'))),
    h('div', null, h('h2', null, room.title), facts ? h('p', { class: 'hint' }, facts) : null),
    qr(link, t('organise.qr', { host, code })),
    h('p', { class: 'code' }, code),
    h('p', { class: 'host' }, host),
    h(
      'ol',
      null,
      [1, 2, 3].map((n) => h('li', null, t(`organise.how.${n}`)))
    )
  )
}

/** @param {HTMLElement[]} pages each a `sheet` */
export function print(pages) {
  const paper = h('div', { class: 'sheets', 'aria-hidden': 'true' }, pages)
  document.body.append(paper)
  addEventListener('afterprint', () => paper.remove(), { once: true })
  window.print()
}
