import { session } from '../api.js'
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
 * @param {() => void} what.left
 */
export function leaveDialog({ state, connection, room, left }) {
  const unsaved = state.saving.unsaved + state.saving.refused
  const dialog = openDialog(
    t('room.leave'),
    [
      h('p', null, t('room.leave.what')),
      unsaved > 0 && h('p', { class: 'notice' }, t('room.leave.unsaved', { n: unsaved }))
    ],
    [
      h('button', { class: 'end', value: '' }, t('room.leave.stay')),
      h('button', { class: unsaved > 0 ? 'danger' : 'primary', value: 'leave' }, t('room.leave.go'))
    ]
  )
  dialog.element.addEventListener('close', async () => {
    if (dialog.element.returnValue !== 'leave') return
    await connection.leave()
    session.forget(room)
    left()
  })
}
