import { h, icon, setText } from '../dom.js'
import { t } from '../i18n.js'

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
