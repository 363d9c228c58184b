// This device's own copy of the plan, in IndexedDB: offline edits come back after a reload. Where there is no IndexedDB the page works without.
import { IndexeddbPersistence, Y, fetchUpdates } from '/vendor/yjs.js'

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
