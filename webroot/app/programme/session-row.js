/** A session in the programme: when, what, where; its room, once it has one. */
import { spaced } from '../codes.js'
import { h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { span } from './times.js'

/** @import {Session} from './types.js' */

/** @param {Session} session @param {(session: Session) => void} edit */
export function sessionRow(session, edit) {
  const facts = [
    session.place ?? '',
    session.moderators.map((name) => name.replace(/\s*<[^<>]*>/, '')).join(', '),
    session.seats ? t('programme.seatsOf', { n: session.seats }) : ''
  ].filter(Boolean)
  return h(
    'li',
    null,
    h('p', { class: 'num time' }, span(session)),
    h('div', null, h('h3', null, session.room ? h('a', { href: `/room.html?room=${session.room}` }, session.title) : session.title), facts.length > 0 && h('p', { class: 'hint' }, facts.join(' · '))),
    session.codes ? h('p', { class: 'code' }, spaced(session.codes.participant)) : h('p', { class: 'hint' }, t('programme.noRoom')),
    h(
      'button',
      { type: 'button', class: 'icon', 'aria-label': t('programme.edit', { title: session.title }), onclick: () => edit(session) },
      icon('text')
    )
  )
}
