// Where others write: each page tells the field its caret is in, with places that survive edits, and every field shows the carets of the others.
import { Y } from '/vendor/yjs.js'
import { h } from '../../dom.js'
import { Pace } from '../../pace.js'
import { batched } from '../frame.js'
import { drawInSight } from '../sight.js'

/** A caret shows its name this long after it moved, in milliseconds; then it is a line. */
const NAMED_MS = 2000
/** Between two drawings of others' carets, in milliseconds: each costs a layout, and forty people move theirs all the time. */
const PACE = { shortest: 80, longest: 600, share: 0.15 }

/** @typedef {{client: number, name: string, hue: number, at: number, moved: number}} Caret */
/** @typedef {{text: Y.Text, input: HTMLInputElement | HTMLTextAreaElement, mirror: HTMLElement, carets: Caret[], always: boolean, drawn: string, draw: () => void}} Field */

/**
 * A person's hue, the same on every page.
 *
 * @param {string} id of the member
 * @returns {number} 0…359
 */
export function hue(id) {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0
  return (sum * 137) % 360
}

export class Carets {
  /** @type {Map<string, Field>} */ #fields = new Map()
  /** Where each client's caret was told to be, and since when. @type {Map<number, {told: string, moved: number}>} */
  #told = new Map()
  #pace = new Pace(PACE)
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #waiting
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #fading

  /** @param {import('/vendor/yjs.js').awareness.Awareness} awareness */
  constructor(awareness) {
    this.awareness = awareness
    awareness.on('change', () => this.#ask())
    addEventListener('selectionchange', (event) => this.#selected(event), true)
    document.addEventListener('focusout', () => this.#tell(null))
  }

  /**
   * Shows carets over a field, and tells one's own when it has focus.
   *
   * @param {string} name the same on every page
   * @param {Y.Text} text
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   * @param {HTMLElement} mirror lies over the field with the same type
   * @returns {{changed(): void, stop(): void}} `changed` after the text has changed
   */
  over(name, text, field, mirror) {
    field.dataset['caret'] = name
    // A textarea that doesn't grow by itself is stretched by what lies over it.
    const always = field instanceof HTMLTextAreaElement && !CSS.supports('field-sizing', 'content')
    /** @type {Field} */
    const shown = { text, input: field, mirror, carets: [], always, drawn: '', draw: () => drawMirror(shown) }
    this.#fields.set(name, shown)
    this.#ask()
    const soon = batched(shown.draw)
    return {
      changed: () => {
        if (always) soon()
        else if (shown.carets.length > 0) this.#ask()
      },
      stop: () => {
        if (this.#fields.get(name) === shown) this.#fields.delete(name)
      }
    }
  }

  /** @param {Event} event */
  #selected(event) {
    this.#tell(document.activeElement)
    // Chromium answers this event of a field by going through all text of the page, some 10 ms at sixty steps: nobody else here waits for it.
    if (event.target !== document) event.stopPropagation()
  }

  /** @param {Element | null} element */
  #tell(element) {
    const field = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element : null
    const name = field?.dataset['caret']
    const text = name ? this.#fields.get(name)?.text : undefined
    const state = this.awareness.getLocalState()
    if (!state) return
    if (!text || !field || field.readOnly) {
      if (state['caret']) this.awareness.setLocalStateField('caret', null)
      return
    }
    const at = Math.min(field.selectionEnd ?? 0, text.length)
    const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, at, -1))
    const caret = { field: name, place }
    if (JSON.stringify(state['caret']) !== JSON.stringify(caret)) this.awareness.setLocalStateField('caret', caret)
  }

  #ask() {
    this.#waiting ??= setTimeout(() => {
      this.#waiting = undefined
      this.#pace.work(() => this.#drawAll())
    }, Math.max(PACE.shortest, this.#pace.wait))
  }

  #drawAll() {
    for (const field of this.#fields.values()) field.carets = []
    const soonest = this.#collect()
    for (const field of this.#fields.values()) drawInSight(field.input, field.draw)
    clearTimeout(this.#fading)
    if (soonest < Infinity) this.#fading = setTimeout(() => this.#ask(), soonest)
  }

  /** @returns {number} milliseconds until the next caret loses its name */
  #collect() {
    const now = Date.now()
    let soonest = Infinity
    for (const [client, state] of this.awareness.getStates()) {
      const field = client === this.awareness.clientID ? undefined : this.#fields.get(state['caret']?.field)
      if (!field) continue
      const place = resolve(state['caret'].place, field.text)
      if (place === null) continue
      const told = JSON.stringify(state['caret'])
      const known = this.#told.get(client)
      const moved = known?.told === told ? known.moved : now
      this.#told.set(client, { told, moved })
      if (now - moved < NAMED_MS) soonest = Math.min(soonest, NAMED_MS - (now - moved))
      const { id = '', name = '' } = state['user'] ?? {}
      field.carets.push({ client, name: String(name), hue: hue(String(id)), at: place, moved })
    }
    return soonest
  }
}

/** @param {any} place @param {Y.Text} text @returns {number | null} */
function resolve(place, text) {
  try {
    const absolute = Y.createAbsolutePositionFromRelativePosition(
      Y.createRelativePositionFromJSON(place),
      /** @type {Y.Doc} */ (text.doc)
    )
    return absolute && absolute.type === text ? absolute.index : null
  } catch {
    return null // somebody's client told something that is no place
  }
}

/** @param {Field} field */
function drawMirror(field) {
  const { text, input, mirror, carets, always } = field
  mirror.hidden = carets.length === 0 && !always
  if (mirror.hidden && field.drawn === '') return
  const now = Date.now()
  const value = mirror.hidden ? '' : text.toString()
  carets.sort((a, b) => a.at - b.at)
  const quiet = carets.map((caret) => now - caret.moved >= NAMED_MS)
  const drawn = value && JSON.stringify([value, carets.map(({ client, at }) => [client, at]), quiet])
  if (drawn === field.drawn) return
  field.drawn = drawn
  /** @type {(string | HTMLElement)[]} */
  const parts = []
  let from = 0
  carets.forEach(({ name, hue: h1, at }, index) => {
    parts.push(value.slice(from, at))
    parts.push(h('span', { class: 'caret', dataset: { name, quiet: quiet[index] }, style: { '--h': h1 } }))
    from = at
  })
  mirror.replaceChildren(...parts, value.slice(from) + '\u200b')
  if (input instanceof HTMLInputElement) mirror.scrollLeft = input.scrollLeft
}
