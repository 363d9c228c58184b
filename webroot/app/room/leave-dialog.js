import { api, session } from '../api.js'
import { listOf } from './answers.js'
import { h } from '../dom.js'
import { t } from '../i18n.js'
import { openDialog } from './dialog.js'

/**
 * Leaving takes the plan's copy and the access off this device; the membership stays, so that decisions stay counted.
 *
 * @param {object} what
 * @param {import('./state.js').State} what.state
 * @param {import('../connection/connection.js').Connection} what.connection
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {() => void} what.left
 */
export async function leaveDialog({ state, connection, room, token, left }) {
  const alone = state.moderates && state.me.id !== null && state.room?.locked === true && (await isAlone(state, room, token()))
  const unsaved = state.saving.unsaved + state.saving.refused
  const dialog = openDialog(
    t('room.leave'),
    [
      h('p', null, t('room.leave.what')),
      alone && h('p', { class: 'notice' }, h('span', null, t('error.lastModerator'))),
      unsaved > 0 && h('p', { class: 'notice' }, t('room.leave.unsaved', { n: unsaved }))
    ],
    [
      h('button', { class: 'end', value: '' }, t('room.leave.stay')),
      !alone && h('button', { class: unsaved > 0 ? 'danger' : 'primary', value: 'leave' }, t('room.leave.go'))
    ]
  )
  dialog.element.addEventListener('close', async () => {
    if (dialog.element.returnValue !== 'leave') return
    await connection.leave()
    session.forget(room)
    left()
  })
}

/** Whether nobody else could unlock the plan. @param {import('./state.js').State} state @param {string} room @param {string} token */
async function isAlone(state, room, token) {
  try {
    const members = listOf(await api.get(`/rooms/${room}/members`, { token }))
    return !members.some(({ id, role }) => role === 'moderator' && id !== state.me.id)
  } catch {
    return false // Not to be known now: leaving is not held up for it.
  }
}
