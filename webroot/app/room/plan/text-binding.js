// A Y.Text in an input or textarea, character by character. What is typed becomes the smallest edit that explains it; what others type
// appears without moving the caret, and never while an input method is composing.
import { batched } from '../frame.js'
import { drawInSight } from '../sight.js'
import { LOCAL } from './document.js'
import { difference, follow } from './text-edits.js'

/** @typedef {import('/vendor/yjs.js').Y.Text} YText */
/** @typedef {import('./text-edits.js').Edit} Edit */
/** @typedef {import('./text-edits.js').Delta} Delta */

/**
 * Binds a text to a field.
 *
 * @param {YText} text
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {object} options
 * @param {number} options.max longest text in UTF-16 units
 * @param {(rest: string) => void} options.rest told what of the typed or pasted text had no room
 * @param {() => void} [options.changed] told after every change of the text
 * @param {boolean} [options.typed] whether the field holds something typed already, to be taken in
 * @returns {() => void} unbinds
 */
export function bindText(text, field, { max, rest, changed, typed: begun = false }) {
  /** The text as the field last showed it: what typing is compared with. */
  let shown = clean(text.toString())
  /** What others did since. @type {Delta[]} */
  let missed = []
  let composing = false

  function take() {
    const value = clean(field.value)
    const edit = difference(shown, value, field.selectionStart ?? value.length)
    if (!edit) return
    const late = missed.length > 0
    const caret = write(edit)
    shown = value
    if (late || text.toString().length !== value.length || value !== field.value) show([caret, caret])
  }

  /** Others may have edited since the field was drawn: the edit belongs where its place has gone. @param {Edit} edit @returns {number} the caret after it */
  function write({ at, remove, insert }) {
    let end = at + remove
    for (const delta of missed) [at, end] = [follow(at, delta), follow(end, delta)]
    const fits = cut(insert, max - (text.length - (end - at)))
    if (fits < insert.length) rest(insert.slice(fits))
    insert = insert.slice(0, fits)
    text.doc?.transact(() => {
      if (end > at) text.delete(at, end - at)
      if (insert) text.insert(at, insert)
    }, LOCAL)
    return at + insert.length
  }

  /** Draws the text as it is now. @param {[number, number] | null} selection null: the field has no focus */
  function show(selection) {
    missed = []
    shown = clean(text.toString())
    if (field.value === shown) return
    field.value = shown
    if (selection) field.setSelectionRange(...selection)
  }

  /** Once a frame: what others did. */
  function refresh() {
    if (composing || missed.length === 0) return
    if (document.activeElement !== field) return show(null)
    const move = (/** @type {number | null} */ place) => missed.reduce(follow, place ?? 0)
    show([move(field.selectionStart), move(field.selectionEnd)])
  }

  const drawn = () => drawInSight(field, refresh)

  /** @param {import('/vendor/yjs.js').Y.YTextEvent} event @param {import('/vendor/yjs.js').Y.Transaction} transaction */
  function observed(event, transaction) {
    if (transaction.origin !== LOCAL) {
      missed.push(/** @type {Delta} */ (event.delta))
      stale.add(drawn)
      drawStale()
    }
    changed?.()
  }

  const started = () => (composing = true)
  const ended = () => {
    composing = false
    take()
    refresh()
  }
  const typed = () => !composing && take()

  if (!begun) field.value = shown
  field.addEventListener('input', typed)
  field.addEventListener('compositionstart', started)
  field.addEventListener('compositionend', ended)
  text.observe(observed)
  if (begun) take()
  return () => {
    field.removeEventListener('input', typed)
    field.removeEventListener('compositionstart', started)
    field.removeEventListener('compositionend', ended)
    text.unobserve(observed)
    stale.delete(drawn)
    missed = []
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
