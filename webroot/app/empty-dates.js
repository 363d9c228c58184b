// Date fields with nothing in them look empty. WebKit shows today's date there, pale, and no style sheet can tell such a field from one with a date.

/** Dates also change by others' hands, of which a field tells nobody: looked at this often. Milliseconds. */
const LOOK_MS = 400

/** Marks empty date fields of the page, for the style sheet. */
export function markEmptyDates() {
  if (!navigator.vendor.startsWith('Apple')) return
  const look = () => {
    for (const field of document.querySelectorAll('input[type^=date]')) field.toggleAttribute('data-empty', /** @type {HTMLInputElement} */ (field).value === '')
  }
  document.addEventListener('input', look)
  setInterval(look, LOOK_MS)
}
