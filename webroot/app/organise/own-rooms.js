/** What somebody with an account sees who is no organiser: the rooms of this account, and for moderators a form for a new one. */
import { api, session } from '../api.js'
import { passes } from '../event/passes.js'
import { eventAddress, roomAddress } from '../codes.js'
import { h, patch, setText } from '../dom.js'
import { t } from '../i18n.js'
import { attempts } from './attempt.js'
import { roomForm } from './room-form.js'
import { templatesOf } from './workshop.js'

/** @import {Account} from '../signon/way.js' */
/** @typedef {{id: string, title: string, role: string, phase?: string, event?: {id: string, title: string} | null}} Place an event has no phase */

/**
 * @param {{account: Account, tell(words: string): void, expired(): void}} options
 * @returns {{element: HTMLElement, stop(): void}}
 */
export function ownRooms({ account, tell, expired }) {
  const { token } = account
  const error = h('p', { class: 'error', role: 'alert' })
  const list = h('ul', { class: 'rooms', role: 'list' })
  const none = h('p', { class: 'hint', hidden: true }, t('signon.noRooms'))
  const attempt = attempts(error, expired)
  const leads = account.role === 'moderator'
  const form = leads ? roomForm(null, { token, tell, reload, attempt }) : null

  async function reload() {
    await attempt(async () => {
      const { events, rooms } = await api.get('/account', { token })
      draw([...events, ...rooms])
    })
  }

  /** @param {Place[]} places */
  function draw(places) {
    none.hidden = places.length > 0
    patch(
      list,
      places,
      ({ id }) => id,
      (place) => row(place, () => attempt(() => (place.phase ? enter(place) : attend(place))))
    )
  }

  /** @param {Place} place */
  async function enter(place) {
    const joined = await api.post(`/account/rooms/${place.id}`, {}, { token })
    session.save(joined)
    location.assign(roomAddress(joined))
  }

  /** @param {Place} event */
  async function attend(event) {
    passes.save(await api.post(`/account/events/${event.id}`, {}, { token }))
    location.assign(eventAddress(event.id))
  }

  void reload()
  if (form) void attempt(async () => form.update(await templatesOf()))
  return { element: frame(account, leads, [error, h('div', { class: 'card stack' }, list, none, form?.element)]), stop: () => {} }
}

/** @param {Account} account @param {boolean} leads @param {HTMLElement[]} content */
function frame(account, leads, content) {
  return h(
    'div',
    { class: 'stack events' },
    h(
      'div',
      null,
      h('h1', null, t('signon.ownRooms')),
      h('p', { class: 'hint' }, t('signon.as', { name: account.name || t('signon.nameless') }))
    ),
    content,
    h('p', { class: 'hint' }, t(leads ? 'signon.leads' : 'signon.noRole')),
    h('p', null, h('a', { class: 'button', href: '/' }, t('organise.toCode')))
  )
}

/** @param {Place} place @param {() => unknown} enter */
function row(place, enter) {
  const title = h('h2')
  setText(title, place.title)
  const facts = [t(`role.${place.role}`), place.phase ? t(`phase.${place.phase}`) : t('signon.anEvent'), place.event?.title ?? ''].filter(Boolean).join(' · ')
  const enters = t(place.phase ? 'organise.enter' : 'signon.attend')
  const button = h('button', { type: 'button', onclick: enter, 'aria-label': `${enters}: ${place.title}` }, enters)
  return h('li', null, h('div', null, title, h('p', { class: 'hint' }, facts)), h('div', { class: 'row' }, button))
}
