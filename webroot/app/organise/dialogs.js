/** Dialogs of the organiser's page: a new event, a room's sheet, what else there is to do with a room, deleting it. */
import { api } from '../api.js'
import { joinLink, screenLink, spaced } from '../codes.js'
import { h, icon, listen } from '../dom.js'
import { t } from '../i18n.js'
import { field } from '../poll/fields.js'
import { qr } from '../qr.js'
import { openDialog } from '../room/dialog.js'
import { counted } from './counted.js'
import { printPersonal, printSheets } from './sheets.js'

/** @import {Child} from '../dom.js' */
/** @import {Event, Means, Room} from './workshop.js' */

/** Personal codes made at a time: the server's limit is far above what a hall seats. */
const MOST_CODES = 1000

/**
 * A dialog and what its last button does.
 *
 * @param {string} title
 * @param {Child[]} body
 * @param {Child[]} buttons
 * @param {(() => unknown) | null} submit
 * @returns {HTMLDialogElement}
 */
function dialog(title, body, buttons, submit) {
  const { element, form } = openDialog(title, body, buttons)
  listen(form, 'submit', (event) => {
    event.preventDefault()
    return submit?.()
  })
  return element
}

/**
 * @param {Means} means
 * @returns {HTMLDialogElement}
 */
export function eventDialog({ token, tell, reload, attempt }) {
  const title = h('input', { required: true, maxlength: 300, autofocus: true })
  const date = h('input', { type: 'date' })
  const venue = h('input', { maxlength: 300 })
  const made = dialog(
    t('organise.newEvent'),
    [
      field(t('organise.eventTitle'), title),
      h('div', { class: 'fields' }, field(t('organise.date'), date), field(t('organise.venue'), venue))
    ],
    [
      h('button', { type: 'button', class: 'end', onclick: () => made.close() }, t('cancel')),
      h('button', { class: 'primary' }, t('organise.makeEvent'))
    ],
    async () => {
      const name = title.value.trim()
      if (name === '') return title.focus()
      const request = {
        title: name,
        ...(date.value ? { date: date.value } : {}),
        ...(venue.value.trim() ? { venue: venue.value.trim() } : {})
      }
      if (!(await attempt(() => api.post('/events', request, { token })))) return
      made.close()
      await reload()
      tell(t('organise.eventMade', { title: name }))
    }
  )
  return made
}

/**
 * The QR code as it will be on paper.
 *
 * @param {Room} room
 * @param {Event | null} event
 * @returns {HTMLDialogElement}
 */
export function sheetDialog(room, event) {
  const link = joinLink(room.codes.participant, room.joinUrl ?? location.origin)
  const { host } = new URL(link)
  const code = spaced(room.codes.participant)
  const made = dialog(
    room.title,
    [
      h(
        'div',
        { class: 'join-panel' },
        qr(link, t('organise.qr', { host, code })),
        h('p', null, host),
        h('p', { class: 'code' }, code)
      )
    ],
    [h('button', { class: 'primary wide' }, icon('print'), t('organise.print'))],
    () => printSheets([room], event)
  )
  made.classList.add('small')
  return made
}

/**
 * Everything else about a room: its screen, new codes, personal codes, the end.
 *
 * @param {Room} room
 * @param {Means} means
 * @returns {HTMLDialogElement}
 */
export function roomDialog(room, means) {
  const { token, tell, reload, attempt } = means
  const count = h('input', { type: 'number', inputmode: 'numeric', min: 1, max: MOST_CODES, value: '20' })

  /** @param {'participant' | 'moderator' | 'viewer'} role */
  async function renew(role) {
    if (!(await attempt(() => api.post(`/rooms/${room.id}/codes`, { role }, { token })))) return
    await reload()
    tell(t('organise.renewed', { role: t(`role.${role}`) }))
    made.close()
  }

  async function personal() {
    const done = await attempt(async () => {
      const { codes } = await api.post(`/rooms/${room.id}/codes`, { role: 'participant', count: counted(count) }, { token })
      // "One vote each" is true only if the shared code admits nobody any more.
      await api.patch(`/rooms/${room.id}`, { admission: 'personal' }, { token })
      printPersonal(room, codes)
    })
    if (!done) return
    made.close()
    await reload()
    tell(t('organise.personalOnly'))
  }

  const made = dialog(
    room.title,
    [
      h(
        'p',
        { class: 'row' },
        h('a', { class: 'button', href: `/room.html?room=${room.id}` }, t('organise.enter')),
        h('a', { class: 'button', href: screenLink(room.codes.viewer) }, icon('screen'), t('organise.openScreen'))
      ),
      renewPart(renew),
      personalPart(count, personal)
    ],
    [
      h(
        'button',
        {
          type: 'button',
          class: 'danger',
          onclick: () => {
            made.close()
            deleteDialog(room, means)
          }
        },
        t('organise.delete')
      ),
      h('button', { type: 'button', class: 'end', onclick: () => made.close() }, t('close'))
    ],
    null
  )
  return made
}

/** @param {(role: 'participant' | 'moderator' | 'viewer') => Promise<void>} renew */
function renewPart(renew) {
  return h(
    'section',
    { class: 'stack' },
    h('h3', null, t('organise.newCodes')),
    h('p', { class: 'hint' }, t('organise.newCodesHint')),
    h(
      'p',
      { class: 'row' },
      /** @type {const} */ (['participant', 'moderator', 'viewer']).map((role) =>
        h('button', { type: 'button', onclick: () => renew(role) }, t(`role.${role}`))
      )
    )
  )
}

/** @param {HTMLInputElement} count @param {() => Promise<void>} make */
function personalPart(count, make) {
  return h(
    'section',
    { class: 'stack' },
    h('h3', null, t('organise.personal')),
    h('p', { class: 'hint' }, t('organise.personalHint')),
    h(
      'div',
      { class: 'row ends' },
      field(t('organise.personalCount'), count),
      h('button', { type: 'button', onclick: () => make() }, icon('print'), t('organise.personalMake'))
    )
  )
}

/**
 * @param {Room} room
 * @param {Means} means
 * @returns {HTMLDialogElement}
 */
function deleteDialog(room, { token, tell, reload, attempt }) {
  const cancel = h('button', { type: 'button', class: 'end', autofocus: true, onclick: () => made.close() }, t('cancel'))
  const made = dialog(
    t('organise.deleteTitle'),
    [h('p', null, t('organise.deleteText', { title: room.title }))],
    [cancel, h('button', { class: 'danger' }, t('organise.deleteNow'))],
    async () => {
      if (!(await attempt(() => api.del(`/rooms/${room.id}`, { token })))) return
      made.close()
      await reload()
      tell(t('organise.deleted', { title: room.title }))
    }
  )
  made.classList.add('small')
  return made
}
