// A secret that the server shows this once: to be copied now, by hand where the browser lets no page copy.
import { freshId, h, icon, setText } from '../dom.js'
import { t } from '../i18n.js'

/**
 * @param {string} name what it is
 * @param {string} secret
 * @returns {HTMLElement}
 */
export function shownOnce(name, secret) {
  const id = freshId('secret')
  const told = h('span', { role: 'status' })
  const line = h('input', { id, class: 'secret', readonly: true, value: secret, autocomplete: 'off', spellcheck: 'false' })
  line.addEventListener('focus', () => line.select())
  const copy = h('button', { type: 'button', onclick: take }, icon('copy'), t('outwards.copy'))

  async function take() {
    try {
      await navigator.clipboard.writeText(secret)
      setText(told, t('outwards.copied'))
    } catch {
      line.focus()
      setText(told, t('outwards.copyByHand'))
    }
  }
  return h(
    'div',
    { class: 'once' },
    h('label', { class: 'label', for: id }, name),
    h('div', { class: 'row' }, line, copy),
    h('p', { class: 'hint' }, t('outwards.once'), ' ', told)
  )
}
