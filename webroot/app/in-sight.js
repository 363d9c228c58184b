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
