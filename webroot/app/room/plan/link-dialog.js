import { freshId, h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { isSafe } from './safe-link.js'

/**
 * Asks for a link's address.
 *
 * @param {string} href the present one
 * @param {string} text what is selected; '' asks for a text as well
 * @returns {Promise<{href: string, text: string} | null>} null if called off; an empty address takes the link away
 */
export function askLink(href, text) {
  const ids = { title: freshId('link'), href: freshId('link'), text: freshId('link'), error: freshId('link') }
  const address = h('input', {
    id: ids.href,
    type: 'text',
    inputmode: 'url',
    value: href,
    placeholder: 'https://',
    'aria-describedby': ids.error
  })
  const words = h('input', { id: ids.text, type: 'text' })
  const error = h('p', { class: 'error', id: ids.error, hidden: true }, icon('warn'), t('room.rich.linkBad'))
  const form = h(
    'form',
    { method: 'dialog', novalidate: true },
    h(
      'header',
      null,
      h('h2', { id: ids.title }, t('room.rich.link')),
      h('button', { type: 'button', class: 'icon', 'aria-label': t('close'), onclick: () => dialog.close() }, icon('x'))
    ),
    h(
      'div',
      { class: 'body' },
      text ? null : h('div', { class: 'field' }, h('label', { for: ids.text }, t('room.rich.linkText')), words),
      h('div', { class: 'field' }, h('label', { for: ids.href }, t('room.rich.linkHref')), address, error)
    ),
    h(
      'footer',
      null,
      href ? h('button', { class: 'danger', value: 'remove' }, t('room.rich.linkRemove')) : null,
      h('button', { class: 'primary end', value: 'set' }, t('room.rich.linkSet'))
    )
  )
  const dialog = h('dialog', { 'aria-labelledby': ids.title }, form)
  form.addEventListener('submit', (event) => {
    const set = /** @type {HTMLButtonElement | null} */ (event.submitter)?.value === 'set'
    if (set && !isSafe(complete(address.value))) {
      event.preventDefault()
      error.hidden = false
      address.setAttribute('aria-invalid', 'true')
      address.focus()
    }
  })
  document.body.append(dialog)
  dialog.showModal()
  ;(text ? address : words).focus()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      if (dialog.returnValue === 'remove') resolve({ href: '', text })
      else if (dialog.returnValue === 'set')
        resolve({ href: complete(address.value), text: text || words.value.trim() })
      else resolve(null)
    })
  })
}

/** People write `example.org`. @param {string} typed */
function complete(typed) {
  const address = typed.trim()
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `https://${address}` : address
}
