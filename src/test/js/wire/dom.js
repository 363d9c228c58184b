// A page for editors that ask for one, without a browser.
import { JSDOM } from 'jsdom'

const page = new JSDOM('<!doctype html><body></body>').window
const given = {
  window: page,
  requestAnimationFrame: later => setTimeout(later, 0),
  cancelAnimationFrame: clearTimeout
}
const names = [
  'window', 'document', 'navigator', 'HTMLElement', 'Node', 'Element', 'DocumentFragment', 'DOMParser', 'MutationObserver', 'getSelection', 'Range',
  'innerHeight', 'requestAnimationFrame', 'cancelAnimationFrame', 'HTMLStyleElement', 'KeyboardEvent'
]
for (const name of names) globalThis[name] ??= given[name] ?? page[name]

/** A new element of the page. */
export function place () {
  return page.document.body.appendChild(page.document.createElement('div'))
}
