/** What the screens of the event show in turn, and where they are opened. */
import { api } from '../api.js'
import { screenLink, spaced } from '../codes.js'
import { fill, h, icon, listen } from '../dom.js'
import { t } from '../i18n.js'
import { copying } from '../outwards/shown-once.js'
import { check, field, select } from '../poll/fields.js'
import { openDialog } from '../room/dialog.js'

/** @import {EventCodes, Means, Programme} from './types.js' */
/** @typedef {{view: string, room?: string | null, seconds: number}} Entry */

/** Seconds, as the server has them. */
const SHORTEST = 5
const LONGEST = 600
/** For what is added. */
const USUAL = 20

/** @param {Programme} programme @param {EventCodes} codes @param {Means} means */
export async function playlistDialog(programme, codes, means) {
  /** @type {{entries: Entry[], results: number | null}} */
  let list = { entries: [], results: null }
  if (!(await means.attempt(async () => (list = await api.get(`${means.path}/playlist`, { token: means.token }))))) return
  const rows = entryRows(programme, list.entries)
  const results = check(t('programme.screens.results'), list.results !== null, t('programme.screens.resultsHint'))
  const seconds = secondsInput(list.results ?? USUAL, t('programme.screens.resultsSeconds'))
  const dialog = openDialog(
    t('programme.screens'),
    [
      h('p', { class: 'hint' }, t('programme.screens.hint')),
      rows.element,
      h('div', { class: 'row' }, results.element, seconds),
      whereOpened(codes.viewer, programme.joinUrl ?? location.origin)
    ],
    [h('button', { class: 'primary end' }, t('programme.save'))]
  )
  listen(dialog.form, 'submit', async (event) => {
    event.preventDefault()
    const given = { entries: rows.read(), results: results.input.checked ? Number(seconds.value) : null }
    if (!(await means.attempt(() => api.put(`${means.path}/playlist`, given, { token: means.token })))) return
    dialog.close()
    means.tell(t('programme.screens.saved'))
  })
}

/** How the machine at a beamer gets there. @param {string} code @param {string} base */
function whereOpened(code, base) {
  const link = screenLink(code, base)
  const { button, told } = copying(link, { words: t('programme.copyLink') })
  return h(
    'section',
    { class: 'stack' },
    h('h3', null, t('programme.screens.where')),
    h('p', { class: 'hint' }, t('programme.screens.whereHint')),
    h(
      'dl',
      { class: 'codes' },
      h('div', null, h('dt', { class: 'hint' }, t('programme.screens.address')), h('dd', { class: 'address' }, link.replace(/^https?:\/\//, ''))),
      h('div', null, h('dt', { class: 'hint' }, t('programme.screens.code')), h('dd', { class: 'code' }, spaced(code)))
    ),
    h('div', { class: 'row' }, h('a', { class: 'button', href: screenLink(code), target: '_blank' }, icon('screen'), t('programme.screens.open')), button, told)
  )
}

/** @param {number} value @param {string} label */
function secondsInput(value, label) {
  return h('input', { type: 'number', inputmode: 'numeric', class: 'seconds', required: true, min: SHORTEST, max: LONGEST, value: String(value), 'aria-label': label })
}

/** What can be shown, as values of a select. @param {Programme} programme @returns {[string, string][]} */
function choices({ event, sessions }) {
  const rooms = sessions.flatMap(({ room, title }) => (room ? [{ room, title }] : []))
  return [
    ['programme ', t('programme.screens.programme')],
    ['board ', t('programme.screens.board')],
    ...(event.plenary ? [/** @type {[string, string]} */ (['plenary ', t('programme.screens.plenary')]), /** @type {[string, string]} */ ([`results ${event.plenary}`, t('programme.screens.plenaryResults')])] : []),
    ...rooms.map(({ room, title }) => /** @type {[string, string]} */ ([`room ${room}`, t('programme.screens.room', { title })])),
    ...rooms.map(({ room, title }) => /** @type {[string, string]} */ ([`results ${room}`, t('programme.screens.resultsOf', { title })]))
  ]
}

/** @param {Programme} programme @param {Entry[]} entries */
function entryRows(programme, entries) {
  const list = h('ol', { class: 'playlist' })
  const possible = choices(programme)
  const known = new Set(possible.map(([value]) => value))

  /** @param {string} value @param {number} seconds */
  function row(value, seconds) {
    const what = select(possible, value)
    what.setAttribute('aria-label', t('programme.screens.what'))
    const long = secondsInput(seconds, t('programme.screens.seconds'))
    const move = (/** @type {number} */ by) => () => {
      const other = by < 0 ? element.previousElementSibling : element.nextElementSibling
      if (by < 0) other?.before(element)
      else other?.after(element)
    }
    const button = (/** @type {string} */ sign, /** @type {string} */ key, /** @type {() => void} */ act) =>
      h('button', { type: 'button', class: 'icon', 'aria-label': t(key), title: t(key), onclick: act }, icon(sign))
    const element = h(
      'li',
      null,
      h('div', { class: 'select' }, what),
      long,
      h('span', { class: 'hint' }, 's'),
      button('up', 'programme.screens.up', move(-1)),
      button('down', 'programme.screens.down', move(1)),
      button('x', 'programme.screens.remove', () => element.remove())
    )
    return element
  }

  fill(list, entries.map(({ view, room, seconds }) => ({ value: `${view} ${room ?? ''}`, seconds })).filter(({ value }) => known.has(value)).map(({ value, seconds }) => row(value, seconds)))
  const add = h('button', { type: 'button', onclick: () => list.append(row('programme ', USUAL)) }, icon('plus'), t('programme.screens.add'))
  return {
    element: field(t('programme.screens.turn'), h('div', { class: 'stack', role: 'group' }, list, add)),
    /** @returns {Entry[]} */
    read: () =>
      [...list.children].map((one) => {
        const [view = '', room = ''] = String(one.querySelector('select')?.value).split(' ')
        return { view, room: view === 'room' || view === 'results' ? room : null, seconds: Number(one.querySelector('input')?.value) }
      })
  }
}
