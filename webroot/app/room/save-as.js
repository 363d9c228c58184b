import { h } from '../dom.js'

/** How long the browser may take to begin, in milliseconds. */
const PATIENCE = 60_000

/** Gives the reader a file. @param {Blob} content @param {string} name */
export function saveAs(content, name) {
  const address = URL.createObjectURL(content)
  h('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE)
}
