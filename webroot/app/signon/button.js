/** The way to the provider, and beside it why it can't be gone now. */
import { Problem } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { begin } from './way.js'

/**
 * @param {string} provider what people call it
 * @param {string} look classes
 * @param {() => string} back the page to come back to
 * @returns {{button: HTMLElement, error: HTMLElement}}
 */
export function signOnButton(provider, look, back) {
  const error = h('p', { class: 'error', role: 'alert' })
  const button = h('button', { type: 'button', class: look, onclick: leave }, t('signon.with', { name: provider }))

  async function leave() {
    fill(error)
    try {
      await begin(back())
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason
      fill(error, icon('warn'), h('span', null, reason.sentence))
    }
  }
  return { button, error }
}
