import { api } from '../../api.js'
import { h, icon } from '../../dom.js'
import { has, loadTexts, moment, t } from '../../i18n.js'
import { openDialog } from '../dialog.js'

/** Entries at a time. */
const PAGE = 50

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} at
 * @property {string} act
 * @property {number} [steps] how many, where it was more than a few
 * @property {{id: string, name: string, role: string} | null} by
 * @property {{id: string, name: string}} [member]
 * @property {string} [question]
 * @property {string} [phase]
 * @property {string} [role]
 * @property {string} [format]
 * @property {string} [name]
 * @property {string} [reason]
 * @property {string} [title]
 */

/**
 * Who led the room how, the newest first.
 *
 * @param {object} what
 * @param {string} what.room
 * @param {() => string} what.token
 */
export async function logDialog({ room, token }) {
  await loadTexts('records')
  const list = h('ol', { class: 'records' })
  const note = h('p', { class: 'hint', role: 'status' })
  const older = h('button', { type: 'button', hidden: true }, t('records.log.older'))
  openDialog(t('records.log'), [h('p', { class: 'hint' }, t('records.log.what')), list, note, older])
  let before = ''

  async function load() {
    try {
      /** @type {Entry[]} */
      const entries = await api.get(`/rooms/${room}/audit?limit=${PAGE}${before}`, { token: token() })
      list.append(...entries.map(line))
      const last = entries[entries.length - 1]
      if (last) before = `&before=${last.id}`
      older.hidden = entries.length < PAGE
      note.textContent = list.childElementCount === 0 ? t('records.log.empty') : ''
    } catch (/** @type {any} */ problem) {
      note.replaceChildren(icon('warn'), problem.sentence ?? t('error.unknown'))
    }
  }
  older.addEventListener('click', load)
  await load()
}

/** @param {Entry} entry */
function line(entry) {
  return h(
    'li',
    null,
    h('p', null, h('b', null, who(entry.by)), ' ', h('small', { class: 'hint' }, moment(entry.at))),
    h('p', { class: 'said' }, did(entry))
  )
}

/** @param {Entry['by']} by */
function who(by) {
  if (by === null) return t('records.by.server')
  if (by.name !== '') return by.name
  return by.role === 'organiser' ? t('room.organiser') : t('records.by.erased')
}

/** @param {Entry} entry */
function did(entry) {
  const key = `records.act.${entry.act}${entry.steps ? '.many' : ''}`
  if (!has(key)) return entry.act
  const role = entry.role ?? ''
  return t(key, {
    member: entry.member ? entry.member.name || t('records.by.erased') : '',
    question: entry.question ?? '',
    phase: entry.phase && has(`phase.${entry.phase}`) ? t(`phase.${entry.phase}`) : (entry.phase ?? ''),
    role: has(`role.${role}`) ? t(`role.${role}`) : role,
    format: entry.format ?? '',
    name: entry.name ?? '',
    reason: entry.reason ?? '',
    title: entry.title || t('records.difference.untitled'),
    steps: entry.steps ?? 0
  })
}
