// A Y.Text in an input or textarea, character by character. What is typed becomes the smallest edit that explains it; what others type
// appears without moving the caret, and never while an input method is composing.
import { LOCAL } from './document.js'

/** @typedef {import('/vendor/yjs.js').Y.Text} YText */
/** @typedef {{at: number, remove: number, insert: string}} Edit */

/**
 * The one edit between two texts, placed where the caret says it happened: in "aa|a" the deleted "a" could be any of three.
 *
 * @param {string} before
 * @param {string} after
 * @param {number} caret in `after`
 * @returns {Edit | null}
 */
export function difference(before, after, caret) {
  if (before === after) return null
  const grown = after.length - before.length
  let start = 0
  const limit = Math.min(before.length, after.length, Math.max(0, grown > 0 ? caret - grown : caret))
  while (start < limit && before[start] === after[start]) start++
  let end = 0
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++
  // Never cut a surrogate pair in two.
  if (start > 0 && isHigh(after, start - 1)) start--
  if (end > 0 && isLow(after, after.length - end)) end--
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) }
}

/** @param {string} text @param {number} at */
const isHigh = (text, at) => /[\ud800-\udbff]/.test(text[at] ?? '')
/** @param {string} text @param {number} at */
const isLow = (text, at) => /[\udc00-\udfff]/.test(text[at] ?? '')

/**
 * Where a place lies after an edit; at the edit's own place it stays before what was put in.
 *
 * @param {number} place
 * @param {{retain?: number, insert?: unknown, delete?: number}[]} delta
 * @returns {number}
 */
export function follow(place, delta) {
  let at = 0
  for (const part of delta) {
    if (part.retain) at += part.retain
    if (at >= place) break
    if (typeof part.insert === 'string') {
      place += part.insert.length
      at += part.insert.length
    }
    if (part.delete) place -= Math.min(part.delete, place - at)
  }
  return place
}

/**
 * Binds a text to a field.
 *
 * @param {YText} text
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {{max: number, changed?: () => void}} options longest text in UTF-16 units; told after every change of the text
 * @returns {() => void} unbinds
 */
export function bindText(text, field, { max, changed }) {
  /** The text as the field last showed it: what typing is compared with. */
  let shown = clean(text.toString())
  /** What others did while an input method was composing. @type {any[][]} */
  let missed = []
  let composing = false

  function take() {
    const caret = field.selectionStart ?? field.value.length
    const value = clean(field.value)
    const edit = difference(shown, value, caret)
    if (value !== field.value) show(value, [caret, caret])
    shown = value
    if (edit) write(edit)
    if (text.length > max) trim()
  }

  /** @param {Edit} edit */
  function write(edit) {
    let { at, remove } = edit
    let end = at + remove
    for (const delta of missed) [at, end] = [follow(at, delta), follow(end, delta)]
    remove = end - at
    text.doc?.transact(() => {
      if (remove > 0) text.delete(at, remove)
      if (edit.insert) text.insert(at, edit.insert)
    }, LOCAL)
  }

  /** Somebody pasted a book: what is too much goes again. */
  function trim() {
    text.doc?.transact(() => text.delete(max, text.length - max), LOCAL)
    refresh([])
  }

  /** @param {string} value @param {[number, number]} selection */
  function show(value, selection) {
    if (field.value === value) return
    field.value = value
    if (document.activeElement === field) field.setSelectionRange(...selection)
  }

  /** @param {any[]} delta */
  function refresh(delta) {
    const from = follow(field.selectionStart ?? 0, delta)
    const to = follow(field.selectionEnd ?? 0, delta)
    shown = clean(text.toString())
    show(shown, [from, to])
  }

  /** @param {import('/vendor/yjs.js').Y.YTextEvent} event @param {import('/vendor/yjs.js').Y.Transaction} transaction */
  function observed(event, transaction) {
    if (transaction.origin !== LOCAL || shown !== clean(text.toString())) {
      if (composing) missed.push(event.delta)
      else refresh(event.delta)
    }
    changed?.()
  }

  const started = () => (composing = true)
  const ended = () => {
    composing = false
    take()
    missed = []
    refresh([])
  }
  const typed = () => !composing && take()

  field.value = shown
  field.addEventListener('input', typed)
  field.addEventListener('compositionstart', started)
  field.addEventListener('compositionend', ended)
  text.observe(observed)
  return () => {
    field.removeEventListener('input', typed)
    field.removeEventListener('compositionstart', started)
    field.removeEventListener('compositionend', ended)
    text.unobserve(observed)
  }
}

/** One line is one line, also when pasted; the length stays, so that places in the text stay places in the field. @param {string} value */
function clean(value) {
  return value.replace(/[\n\r\u2028\u2029]/g, ' ')
}
