/** The event itself: another name, day, venue; its end. */
import { api, organiser } from '../api.js'
import { h, listen } from '../dom.js'
import { t } from '../i18n.js'
import { check, field } from '../poll/fields.js'
import { openDialog } from '../room/dialog.js'
import { ask } from './ask.js'

/** @import {Means, Programme} from './types.js' */

/** @param {Programme} programme @param {Means} means */
export function eventDialog(programme, means) {
  const { event } = programme
  const title = h('input', { required: true, maxlength: 300, value: event.title, autofocus: true })
  const date = h('input', { type: 'date', value: event.date ?? '' })
  const venue = h('input', { maxlength: 300, value: event.venue ?? '' })
  const dialog = openDialog(
    t('programme.event'),
    [
      field(t('organise.eventTitle'), title),
      h('div', { class: 'fields' }, field(t('organise.date'), date), field(t('organise.venue'), venue))
    ],
    [
      h('button', { type: 'button', class: 'danger', onclick: () => remove() }, t('programme.deleteEvent')),
      organiser.token() === means.token && h('button', { type: 'button', onclick: () => copy() }, t('programme.copyEvent')),
      h('button', { class: 'primary end' }, t('programme.save'))
    ]
  )
  function copy() {
    dialog.close()
    copyDialog(programme, means)
  }
  function remove() {
    dialog.close()
    void deleteDialog(programme, means)
  }
  listen(dialog.form, 'submit', async (submitted) => {
    submitted.preventDefault()
    const change = { title: title.value.trim(), date: date.value || null, venue: venue.value.trim() || null }
    if (!(await means.attempt(() => api.patch(means.path, change, { token: means.token })))) return
    dialog.close()
    await means.load()
    means.tell(t('programme.saved', { title: change.title }))
  })
}

/** Next year's, with the same programme: without rooms, codes or people. @param {Programme} programme @param {Means} means */
function copyDialog({ event, sessions }, means) {
  const title = h('input', { required: true, maxlength: 300, value: t('programme.copyOf', { title: event.title }), autofocus: true })
  const date = h('input', { type: 'date', value: event.date ?? '' })
  const dialog = openDialog(
    t('programme.copyEvent'),
    [h('p', { class: 'hint' }, t('programme.copyEventHint', { n: sessions.length })), field(t('organise.eventTitle'), title), field(t('organise.date'), date, event.date ? t('programme.copyDateHint') : '')],
    [h('button', { class: 'primary end' }, t('programme.copyEvent'))]
  )
  listen(dialog.form, 'submit', async (submitted) => {
    submitted.preventDefault()
    const given = { title: title.value.trim(), date: date.value || null }
    await means.attempt(async () => {
      const { id } = await api.post(`${means.path}/copy`, given, { token: means.token })
      location.assign(`/programme.html?event=${id}`)
    })
  })
}

/** Says what is lost and who is in there at this moment. @param {Programme} programme @param {Means} means */
async function deleteDialog({ event, sessions }, means) {
  /** @type {{event: string | null, connected?: number}[]} */
  let rooms = []
  if (!(await means.attempt(async () => (rooms = await api.get('/rooms', { token: means.token }))))) return
  const own = rooms.filter((room) => room.event === event.id)
  const here = own.reduce((sum, { connected }) => sum + (connected ?? 0), 0)
  const all = check(t('programme.deleteRooms', { n: own.length }), false, t('programme.deleteRoomsHint'))
  const body = [
    h('p', null, t('programme.deleteText', { title: event.title, n: sessions.length })),
    here > 0 && h('p', { class: 'notice' }, t('programme.deleteHere', { n: here })),
    own.length > 0 && all.element
  ]
  ask(t('programme.deleteTitle'), body, t('programme.deleteNow'), async () => {
    if (await means.attempt(() => api.del(`${means.path}?rooms=${all.input.checked}`, { token: means.token }))) location.assign('/organise.html')
  })
}
