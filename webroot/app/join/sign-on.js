/** Signing on while joining: who has an account is the same person from every device. Loaded after the page, which needs nothing of it. */
import { profile } from '../api.js'
import { fill, h } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { signOnButton } from '../signon/button.js'
import { account, signOff } from '../signon/way.js'

/**
 * @param {{provider: string, box: HTMLElement, name: HTMLInputElement, code(): string}} page what people call the provider, where it is shown, what it
 *     fills in, the code typed so far
 * @returns {Promise<void>}
 */
export async function offerSignOn({ provider, box, name, code }) {
  await loadTexts('signon')
  const known = account.now()
  if (known) {
    if (!name.value && !profile.load().name) name.value = known.name
    fill(box, ...signedOn(known.name))
  } else {
    const { button, error } = signOnButton(provider, 'wide', () => `/#${code()}`)
    fill(box, button, h('p', { class: 'hint' }, t('signon.joinHint')), error)
  }
}

/** @param {string} name */
function signedOn(name) {
  const out = h('button', { type: 'button', class: 'quiet', onclick: () => signOff() || location.reload() }, t('signon.signOff'))
  return [
    h('p', { class: 'hint' }, t('signon.as', { name: name || t('signon.nameless') })),
    h('div', { class: 'row' }, h('a', { href: '/organise.html' }, t('signon.ownRooms')), out)
  ]
}
