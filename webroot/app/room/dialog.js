import { freshId, h, icon } from '../dom.js'
import { t } from '../i18n.js'

/**
 * A dialog that is there while it is open: Escape and the cross close it, and focus goes back to where it was. What
 * went wrong is said beside its buttons, which are always in sight.
 *
 * @param {string} title
 * @param {import('../dom.js').Child[]} body
 * @param {import('../dom.js').Child[]} [footer]
 * @returns {{element: HTMLDialogElement, form: HTMLFormElement, error: HTMLElement, close(): void}}
 */
export function openDialog(title, body, footer = []) {
  const opener = document.activeElement
  const id = freshId('dialog')
  const error = h('p', { class: 'error', role: 'alert' })
  const form = h(
    'form',
    { method: 'dialog' },
    h(
      'header',
      null,
      h('h2', { id }, title),
      h(
        'button',
        { type: 'button', class: 'icon', 'aria-label': t('close'), onclick: () => element.close() },
        icon('x')
      )
    ),
    h('div', { class: 'body' }, body),
    footer.length > 0 && h('footer', null, error, footer)
  )
  const element = h('dialog', { 'aria-labelledby': id }, form)
  element.addEventListener('close', () => {
    element.remove()
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
  })
  errorsInSight(element)
  document.body.append(element)
  element.showModal()
  return { element, form, error, close: () => element.close() }
}

/**
 * What went wrong in a dialog is seen, however long the dialog is: wherever in it that is said, it is scrolled to.
 *
 * @param {HTMLDialogElement} dialog
 */
export function errorsInSight(dialog) {
  /** What was said last, by place. @type {Map<Element, string>} */
  const told = new Map()
  const look = () => {
    for (const place of dialog.querySelectorAll('.error, [role="alert"]')) {
      const words = place.checkVisibility() ? (place.textContent ?? '') : ''
      if (words !== '' && words !== told.get(place)) place.scrollIntoView({ block: 'nearest' })
      told.set(place, words)
    }
  }
  new MutationObserver(look).observe(dialog, { subtree: true, childList: true, characterData: true, attributeFilter: ['hidden'] })
}
