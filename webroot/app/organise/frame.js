/** What stands around the organisers' pages: the way past the bar, the bar, and the place where they say in passing what is done. */
import { fill, h, icon } from '../dom.js'
import { markEmptyDates } from '../empty-dates.js'
import { t } from '../i18n.js'
import { topbar } from '../topbar.js'

/** How long a sentence stays, in milliseconds. */
const STAY_MS = 5000

/** Where a page's content has changed under those who read it, they begin again at its name. @param {HTMLElement | null} heading */
export function focusOn(heading) {
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}

/**
 * @param {HTMLElement} main
 * @param {Parameters<typeof topbar>[0]} bar
 * @returns {(words: string) => void} says in passing that something is done
 */
export function frame(main, bar) {
  const toast = h('p', { class: 'toast', role: 'status' })
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let fading
  markEmptyDates()
  document.body.append(h('a', { class: 'skip', href: '#content' }, t('app.skip')), topbar(bar), main, h('div', { class: 'dock' }, toast))
  return (words) => {
    clearTimeout(fading)
    fill(toast, icon('check'), h('span', null, words))
    fading = setTimeout(() => fill(toast), STAY_MS)
  }
}
