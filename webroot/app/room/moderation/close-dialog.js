import { api } from '../../api.js'
import { h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { openDialog } from '../dialog.js'

/**
 * Closing a room ends editing, joining and voting for everyone: said before it is done.
 *
 * @param {object} what
 * @param {string} what.room
 * @param {() => string} what.token
 */
export function closeDialog({ room, token }) {
  const error = h('p', { class: 'error', hidden: true, role: 'alert' })
  const dialog = openDialog(
    t('room.close'),
    [h('p', null, t('room.close.what')), error],
    [
      h('button', { type: 'button', class: 'end', onclick: () => dialog.close() }, t('cancel')),
      h('button', { class: 'primary', value: 'close' }, t('room.close'))
    ]
  )
  dialog.form.addEventListener('submit', async (event) => {
    event.preventDefault()
    try {
      await api.patch(`/rooms/${room}`, { phase: 'closed' }, { token: token() })
      dialog.close()
    } catch (/** @type {any} */ problem) {
      error.replaceChildren(icon('warn'), problem.sentence ?? t('error.unknown'))
      error.hidden = false
    }
  })
}
