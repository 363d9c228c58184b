/** Paper for a congress: a sign for each door, and slips for tables, four on a page. */
import { joinLink, spaced } from '../codes.js'
import { h } from '../dom.js'
import { t } from '../i18n.js'
import { print } from '../organise/sheets.js'
import { qr } from '../qr.js'
import { dayOf, dayWords, span } from './times.js'

/** @import {Programme, Session} from './types.js' */

/** Slips of one room, as many as fit on a page. */
const SLIPS = 8

/** @param {Programme} programme @returns {{session: Session, link: string, code: string}[]} */
function opened({ sessions, joinUrl }) {
  return sessions.flatMap((session) =>
    session.codes ? [{ session, link: joinLink(session.codes.participant, joinUrl ?? location.origin), code: spaced(session.codes.participant) }] : []
  )
}

/** The sessions of one place on one sign, since a door is one; of a session without a place the title is what people look for. @param {Programme} programme */
export function doorSigns(programme) {
  const all = opened(programme)
  const doors = [...new Set(all.map(({ session }) => session.place || session))]
  print(
    doors.map((door) =>
      h(
        'section',
        { class: 'sheet door' },
        h('div', null, h('p', { class: 'hint' }, programme.event.title), h('h2', null, typeof door === 'string' ? door : door.title)),
        h(
          'div',
          { class: 'door-list' },
          all
            .filter(({ session }) => (session.place || session) === door)
            .map(({ session, link, code }) =>
              h(
                'div',
                { class: 'slip' },
                qr(link, t('organise.qr', { host: new URL(link).host, code })),
                h(
                  'div',
                  null,
                  h('p', null, [dayWords(dayOf(session.start)), span(session)].filter(Boolean).join(', ')),
                  session !== door && h('b', null, session.title),
                  h('p', { class: 'code' }, code)
                )
              )
            )
        )
      )
    )
  )
}

/** @param {Programme} programme */
export function slips(programme) {
  print(
    opened(programme).map(({ session, link, code }) => {
      const { host } = new URL(link)
      return h(
        'section',
        { class: 'sheet slips' },
        Array.from({ length: SLIPS }, () =>
          h(
            'div',
            { class: 'slip' },
            qr(link, t('organise.qr', { host, code })),
            h('div', null, h('b', null, session.title), h('p', null, host), h('p', { class: 'code' }, code))
          )
        )
      )
    })
  )
}
