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

/**
 * A button that copies, and the place where it says whether the browser let it.
 *
 * @param {string} text
 * @param {object} [own]
 * @param {string} [own.words] on the button
 * @param {() => void} [own.byHand] marks the text where no page may copy
 * @returns {{button: HTMLElement, told: HTMLElement}}
 */
export function copying(text, { words = t('outwards.copy'), byHand } = {}) {
  const told = h('span', { class: 'hint', role: 'status' })
  async function take() {
    try {
      await navigator.clipboard.writeText(text)
      setText(told, t('outwards.copied'))
    } catch {
      byHand?.()
      setText(told, byHand ? t('outwards.copyByHand') : text)
    }
  }
  return { button: h('button', { type: 'button', onclick: take }, icon('copy'), words), told }
}
