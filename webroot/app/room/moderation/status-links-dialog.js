// Links by which whoever is in charge of steps says how far they are: to make, to see, to end.
import { h } from '../../dom.js'
import { loadTexts, t } from '../../i18n.js'
import { statusLinks } from '../../outwards/status-links.js'
import { readPlan } from '../../plan/read.js'
import { openDialog } from '../dialog.js'

/**
 * @param {object} what
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {import('/vendor/yjs.js').Y.Doc} what.doc
 */
export async function statusLinksDialog({ room, token, doc }) {
  await loadTexts('outwards')
  const links = statusLinks({ path: `/rooms/${room}`, token, steps: () => readPlan(doc).steps })
  openDialog(t('outwards.status'), [h('div', { class: 'stack' }, links)])
}
