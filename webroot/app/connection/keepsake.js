// How many unsaved changes this device holds, kept across reloads: the changes themselves lie in IndexedDB, this is only their number.

import { afterwards } from '../pace.js'

const PREFIX = 'werkraum.unsaved.'

/** Remembers one tab's number of unsaved changes in one room. */
export class Keepsake {
  /** Keys of this and earlier tabs whose changes this tab has taken over with the shared IndexedDB. @type {string[]} */
  #adopted = []
  #key
  /** What is written there. @type {number} */ #last
  /** What is to be. */
  #unsaved = 0
  #later = afterwards(() => this.#put())

  /** @param {string} name of the document, one per room and member */
  constructor(name) {
    const prefix = `${PREFIX}${name}.`
    this.#key = prefix + tab()
    let sum = 0
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue
      sum += Number(localStorage.getItem(key)) || 0
      if (key !== this.#key) this.#adopted.push(key)
    }
    /** Changes left over when this page was last open. */
    this.initial = sum
    this.#last = Number(localStorage.getItem(this.#key)) || 0
  }

  /** This tab's own name for what it keeps. */
  get key() {
    return this.#key
  }

  /** Another tab has left its changes to this one. @param {string} key @returns {boolean} whether there are any */
  adopt(key) {
    if (!localStorage.getItem(key)) return false
    this.#adopted.push(key)
    return true
  }

  /** @param {number} unsaved @param {boolean} settled everything found at the start is committed */
  write(unsaved, settled) {
    if (settled) for (const key of this.#adopted.splice(0)) localStorage.removeItem(key)
    this.#unsaved = unsaved
    this.#later()
  }

  /** A key is painted before it is counted. */
  #put() {
    if (this.#unsaved === this.#last) return
    this.#last = this.#unsaved
    if (this.#last > 0) localStorage.setItem(this.#key, String(this.#last))
    else localStorage.removeItem(this.#key)
  }
}

/** A name for this tab that survives its reload. */
function tab() {
  const key = 'werkraum.tab'
  let id = sessionStorage.getItem(key)
  if (!id) sessionStorage.setItem(key, (id = Math.random().toString(36).slice(2, 10)))
  return id
}
