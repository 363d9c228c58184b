/** A question before something is lost. */
import { h, listen } from '../dom.js'
import { t } from '../i18n.js'
import { openDialog } from '../room/dialog.js'

/**
 * @param {string} title
 * @param {import('../dom.js').Child[]} body
 * @param {string} act what is done if the answer is yes
 * @param {() => unknown} done does it, when the dialog is closed
 */
export function ask(title, body, act, done) {
  const dialog = openDialog(title, body, [
    h('button', { type: 'button', class: 'end', autofocus: true, onclick: () => dialog.close() }, t('cancel')),
    h('button', { class: 'danger' }, act)
  ])
  listen(dialog.form, 'submit', (event) => {
    event.preventDefault()
    dialog.close()
    return done()
  })
}
