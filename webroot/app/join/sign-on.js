/** Signing on while joining: who has an account is the same person from every device. Loaded after the page, which needs nothing of it. */
import { Problem, profile } from '../api.js'
import { fill, h, icon, listen } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { account, begin, signOff } from '../signon/way.js'

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
    fill(box, ...offered(provider, () => begin(`/#${code()}`)))
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

/** @param {string} provider @param {() => Promise<void>} leave */
function offered(provider, leave) {
  const error = h('p', { class: 'error', role: 'alert' })
  const button = h('button', { type: 'button', class: 'wide' }, t('signon.with', { name: provider }))
  listen(button, 'click', async () => {
    fill(error)
    try {
      await leave()
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason
      fill(error, icon('warn'), h('span', null, reason.sentence))
    }
  })
  return [button, h('p', { class: 'hint' }, t('signon.joinHint')), error]
}
