import { api, session } from '../api.js'
import { h, icon } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { openDialog } from './dialog.js'
import { saveAs } from './save-as.js'

/**
 * What the server keeps about oneself: to take away, and to have erased.
 *
 * @param {object} what
 * @param {import('./state.js').State} what.state
 * @param {import('../connection/connection.js').Connection} what.connection
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {() => void} what.left
 */
export async function myDataDialog({ state, connection, room, token, left }) {
  await loadTexts('records')
  const path = `/rooms/${room}/members/${state.me.id}`
  const error = h('p', { class: 'error', hidden: true, role: 'alert' })
  const sure = h('input', { type: 'checkbox' })
  const erase = h('button', { type: 'button', class: 'danger' }, t('records.mine.erase'))

  /** @param {any} problem */
  function failed(problem) {
    error.replaceChildren(icon('warn'), problem.sentence ?? t('error.unknown'))
    error.hidden = false
  }

  async function download() {
    try {
      const data = await api.get(`${path}/data`, { token: token() })
      saveAs(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), t('records.mine.file'))
    } catch (problem) {
      failed(problem)
    }
  }

  erase.addEventListener('click', async () => {
    if (!sure.checked) {
      sure.focus()
      return failed({ sentence: t('records.mine.confirm') })
    }
    erase.disabled = true
    try {
      await api.del(`${path}?erase=true`, { token: token() })
      dialog.close()
      await connection.leave()
      session.forget(room)
      left()
    } catch (problem) {
      erase.disabled = false
      failed(problem)
    }
  })

  const dialog = openDialog(
    t('records.mine'),
    [
      h('p', null, t('records.mine.what')),
      h('button', { type: 'button', onclick: download }, icon('down'), t('records.mine.download')),
      h('h3', null, t('records.mine.erase.title')),
      h('p', null, t('records.mine.erase.what')),
      h('label', { class: 'check' }, sure, t('records.mine.sure')),
      error
    ].map((part) => h('div', { class: 'stack' }, part)),
    [h('button', { class: 'end', value: '' }, t('cancel')), erase]
  )
}
