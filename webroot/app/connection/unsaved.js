// Which parts of a document the server has not committed, as far as this device knows.
import { Y } from '/vendor/yjs.js'

/** A place of text: a root type's name, then keys down to the shared text or value. @typedef {string[]} Place */

export class Baseline {
  /** What the server had when it last asked; null if it never did. @type {Map<number, number> | null} */ #had = null
  /** Own clock up to which all is committed, of others then everything; null if there is something older that isn't. @type {number | null} */ #own = null

  /** @param {Y.Doc} doc */
  constructor(doc) {
    this.doc = doc
  }

  /** The server told what it has. @param {Uint8Array} vector */
  asked(vector) {
    if (this.#own === null) this.#had = Y.decodeStateVector(vector)
  }

  /** Everything of this device is committed now. */
  settled() {
    this.#own = Y.getState(this.doc.store, this.doc.clientID)
  }

  /** Where something stands that is not known to be committed, each place once. @returns {Place[]} */
  places() {
    /** @type {Map<string, Place>} */
    const places = new Map()
    for (const [client, structs] of this.doc.store.clients) {
      const from = this.#committed(client)
      for (let i = structs.length - 1; i >= 0 && structs[i].id.clock + structs[i].length > from; i--) {
        const item = structs[i]
        if (!(item instanceof Y.Item) || item.deleted || item.content instanceof Y.ContentType) continue
        const place = placeOf(item)
        places.set(JSON.stringify(place), place)
      }
    }
    return [...places.values()]
  }

  /** @param {number} client @returns {number} clock before which everything is committed */
  #committed(client) {
    if (this.#own !== null) return client === this.doc.clientID ? this.#own : Infinity
    return this.#had?.get(client) ?? 0
  }
}

/** @param {Y.Item} item @returns {Place} down to a field: what lies inside a text or a list belongs to it */
function placeOf(item) {
  /** @type {Place} */
  const place = []
  for (let at = /** @type {Y.Item | null} */ (item); at; ) {
    const parent = /** @type {Y.AbstractType<any>} */ (at.parent)
    if (at.parentSub !== null && parent instanceof Y.Map) place.unshift(at.parentSub)
    else place.length = 0
    at = parent._item
    if (!at) place.unshift(Y.findRootTypeKey(parent))
  }
  return place
}
