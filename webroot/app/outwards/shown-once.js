// A secret that the server shows this once: to be copied now, by hand where the browser lets no page copy.
import { freshId, h } from '../dom.js'
import { t } from '../i18n.js'
import { copying } from './copy.js'

/**
 * @param {string} name what it is
 * @param {string} secret
 * @returns {HTMLElement}
 */
export function shownOnce(name, secret) {
  const id = freshId('secret')
  const line = h('input', { id, class: 'secret', readonly: true, value: secret, autocomplete: 'off', spellcheck: 'false' })
  line.addEventListener('focus', () => line.select())
  const { button, told } = copying(secret, { byHand: () => line.focus() })
  return h(
    'div',
    { class: 'once' },
    h('label', { class: 'label', for: id }, name),
    h('div', { class: 'row' }, line, button),
    h('p', { class: 'hint' }, t('outwards.once'), ' ', told)
  )
}
