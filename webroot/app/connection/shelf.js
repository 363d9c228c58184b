// This device's own copy of the plan, in IndexedDB: offline edits come back after a reload. Where there is no IndexedDB the page works without.
import { IndexeddbPersistence, Y, fetchUpdates } from '/vendor/yjs.js'
import { afterwards } from '../pace.js'

/** Longest wait for the local copy, in milliseconds, before the page goes on with the server's. */
const PATIENCE_MS = 2500

export class Shelf {
  /** @type {IndexeddbPersistence | null} */ #store = null

  /** @param {string | null} name null: keep nothing @param {Y.Doc} doc */
  constructor(name, doc) {
    /** Settled once the local copy is in the document, or is not to be had. */
    this.loaded = this.#load(name, doc)
  }

  /** What the document gives as origin of changes that came from here. */
  get origin() {
    return this.#store
  }

  /** @param {string | null} name null: keep nothing @param {Y.Doc} doc */
  async #load(name, doc) {
    if (name === null || !('indexedDB' in globalThis)) return
    this.#store = new IndexeddbPersistence(name, doc)
    putAfterFrames(this.#store, doc)
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
    await Promise.race([this.#store.whenSynced, late])
  }

  /** Takes in what other tabs of this device have put there since. */
  async refresh() {
    if (this.#store?.synced) await fetchUpdates(this.#store)
  }

  /** Removes the copy from this device. */
  async clear() {
    const store = this.#store
    this.#store = null
    if (store?.synced) await store.clearData()
  }
}

/**
 * A key is painted before it is kept: what changed is put there once the frame that shows it is done, as one update, which costs one transaction.
 *
 * @param {IndexeddbPersistence} store
 * @param {Y.Doc} doc
 */
function putAfterFrames(store, doc) {
  const { _storeUpdate: put } = store
  /** @type {Uint8Array[]} */
  let waiting = []
  const later = afterwards(() => {
    const updates = waiting
    waiting = []
    put(updates.length === 1 ? updates[0] : Y.mergeUpdates(updates), null)
  })
  doc.off('update', put)
  doc.on('update', (/** @type {Uint8Array} */ update, /** @type {unknown} */ origin) => {
    if (origin === store) return
    waiting.push(update)
    later()
  })
}
