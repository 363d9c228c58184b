// A Y.Text in an input or textarea, character by character. What is typed becomes the smallest edit that explains it; what others type
// appears without moving the caret, and never while an input method is composing.
import { batched } from '../frame.js'
import { drawInSight } from '../sight.js'
import { LOCAL } from './document.js'
import { delta, difference, follow } from './text-edits.js'

/** @typedef {import('/vendor/yjs.js').Y.Text} YText */
/** @typedef {import('./text-edits.js').Edit} Edit */
/** @typedef {import('./text-edits.js').Delta} Delta */
/**
 * @typedef {object} Options
 * @property {number} max longest text in UTF-16 units
 * @property {(rest: string) => void} rest told what of the typed or pasted text had no room
 * @property {() => void} [changed] told after every change of the text
 * @property {string} [typed] what the field showed before: it holds something typed since, to be taken in
 */

/**
 * Binds a text to a field.
 *
 * @param {YText} text
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {Options} options
 * @returns {() => void} unbinds
 */
export function bindText(text, field, options) {
  const bound = new Bound(text, field, options)
  /** @type {Record<string, () => void>} */
  const heard = { input: () => bound.typed(), compositionstart: () => bound.started(), compositionend: () => bound.ended() }
  const observed = bound.observed.bind(bound)
  for (const [name, listener] of Object.entries(heard)) field.addEventListener(name, listener)
  text.observe(observed)
  if (options.typed !== undefined) bound.take()
  return () => {
    for (const [name, listener] of Object.entries(heard)) field.removeEventListener(name, listener)
    text.unobserve(observed)
    bound.forget()
  }
}

class Bound {
  /** The text as the field last showed it: what typing is compared with. */
  #shown
  /** What others did since. @type {Delta[]} */ #missed = []
  #composing = false
  #drawn = () => drawInSight(this.field, this.refresh)

  /** @param {YText} text @param {HTMLInputElement | HTMLTextAreaElement} field @param {Options} options */
  constructor(text, field, options) {
    this.text = text
    this.field = field
    this.options = options
    const now = clean(text.toString())
    this.#shown = clean(options.typed ?? now)
    // Others may have made it a shared text, and written into it, since the field was drawn.
    const since = difference(this.#shown, now, now.length)
    if (since) this.#missed = [delta(since)]
    if (options.typed === undefined) this.#fill(document.activeElement === field ? [field.selectionStart ?? 0, field.selectionEnd ?? 0] : null)
  }

  started() {
    this.#composing = true
  }

  ended() {
    this.#composing = false
    this.take()
    this.refresh()
  }

  typed() {
    if (!this.#composing) this.take()
  }

  /** What the field holds becomes the text. */
  take() {
    const { field, text } = this
    const value = clean(field.value)
    const edit = difference(this.#shown, value, field.selectionStart ?? value.length)
    if (!edit) return
    const late = this.#missed.length > 0
    const caret = this.#write(edit)
    this.#shown = value
    if (late || text.length !== value.length || value !== field.value) this.#show([caret, caret])
  }

  /** Others may have edited since the field was drawn: the edit belongs where its place has gone. @param {Edit} edit @returns {number} the caret after it */
  #write({ at, remove, insert }) {
    const { text, options } = this
    let end = at + remove
    for (const delta of this.#missed) [at, end] = [follow(at, delta), follow(end, delta)]
    const fits = cut(insert, options.max - (text.length - (end - at)))
    if (fits < insert.length) options.rest(insert.slice(fits))
    insert = insert.slice(0, fits)
    text.doc?.transact(() => {
      if (end > at) text.delete(at, end - at)
      if (insert) text.insert(at, insert)
    }, LOCAL)
    return at + insert.length
  }

  /** Draws the text as it is now. @param {[number, number] | null} selection null: the field has no focus */
  #show(selection) {
    this.#missed = []
    this.#shown = clean(this.text.toString())
    if (this.field.value !== this.#shown) this.#fill(selection)
  }

  /** @param {[number, number] | null} selection null: the field has no focus, and whoever comes by keyboard is to hear the text from its beginning */
  #fill(selection) {
    this.field.value = this.#shown
    this.field.setSelectionRange(...(selection ?? [0, 0]))
  }

  /** Once a frame: what others did. */
  refresh = () => {
    if (this.#composing || this.#missed.length === 0) return
    if (document.activeElement !== this.field) return this.#show(null)
    const move = (/** @type {number | null} */ place) => this.#missed.reduce(follow, place ?? 0)
    this.#show([move(this.field.selectionStart), move(this.field.selectionEnd)])
  }

  /** @param {import('/vendor/yjs.js').Y.YTextEvent} event @param {import('/vendor/yjs.js').Y.Transaction} transaction */
  observed(event, transaction) {
    if (transaction.origin !== LOCAL) {
      this.#missed.push(/** @type {Delta} */ (event.delta))
      stale.add(this.#drawn)
      drawStale()
    }
    this.options.changed?.()
  }

  forget() {
    stale.delete(this.#drawn)
    this.#missed = []
  }
}

/** Fields whose text others have changed; all are drawn in one go, so that the page is laid out once. @type {Set<() => void>} */
const stale = new Set()
const drawStale = batched(() => {
  const fields = [...stale]
  stale.clear()
  for (const refresh of fields) refresh()
})

/** How much of a text fits into so many units, without cutting a character in two. @param {string} text @param {number} room */
function cut(text, room) {
  if (text.length <= room) return text.length
  const at = Math.max(0, room)
  return at > 0 && /[\ud800-\udbff]/.test(text[at - 1]) ? at - 1 : at
}

/** One line is one line, also when pasted; the length stays, so that places in the text stay places in the field. @param {string} value */
function clean(value) {
  return value.replace(/[\n\r\u2028\u2029]/g, ' ')
}
