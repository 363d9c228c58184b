// A shared text in a field with everybody's carets. It follows what lies behind its place: undo or another client may put a new text there, an older
// client a plain value; the first letter typed makes that a shared text.
import { h } from '../../dom.js'
import { bindText } from './text-binding.js'
import { overflow } from './overflow.js'

/** @typedef {import('/vendor/yjs.js').Y.Text} YText */
/**
 * @typedef {object} Source
 * @property {() => YText | null} shared the text, if it is one
 * @property {() => string} plain what is there otherwise
 * @property {() => YText | null} begin makes it one; null if it can't be
 */

/**
 * @param {object} what
 * @param {string} what.name of the place, the same on every page
 * @param {HTMLInputElement | HTMLTextAreaElement} what.field
 * @param {string} [what.look] class of what lies over the field
 * @param {import('./carets.js').Carets} what.carets
 * @param {number} what.max longest text in UTF-16 units
 * @param {Source} what.source
 * @param {((rest: string) => void) | null} [what.keep] puts what had no room elsewhere
 * @returns {{element: HTMLElement, update(): void, destroy(): void}}
 */
export function textField({ name, field, look = '', carets, max, source, keep = null }) {
  const mirror = h('div', { class: `mirror ${look}`.trim(), 'aria-hidden': 'true', hidden: true })
  const over = overflow(max, keep)
  /** @type {YText | null} */
  let bound = null
  let unbind = () => {}
  let beginning = false
  /** What the field showed last of a plain value. */
  let shown = ''

  /** @param {YText} text @param {string} [typed] what the field showed before something was typed into it */
  function bind(text, typed) {
    unbind()
    bound = text
    const caret = carets.over(name, text, field, mirror)
    const off = bindText(text, field, { max, rest: over.rest, changed: caret.changed, typed })
    unbind = () => {
      off()
      caret.stop()
      bound = null
    }
  }

  function begin() {
    if (bound || field.readOnly) return
    beginning = true
    const text = source.begin()
    beginning = false
    if (text) bind(text, shown)
  }

  function update() {
    if (beginning) return
    const text = source.shared()
    if (text && text === bound) return
    if (text) return bind(text)
    unbind()
    unbind = () => {}
    shown = source.plain()
    if (field.value !== shown) field.value = shown
  }

  field.addEventListener('input', (event) => !(/** @type {InputEvent} */ (event).isComposing) && begin())
  field.addEventListener('compositionend', begin)
  if (field instanceof HTMLInputElement) onePastedLine(field)
  field.dir = 'auto'
  mirror.dir = 'auto'
  update()
  return {
    element: h('div', { class: 'grow' }, field, mirror, over.element),
    update,
    destroy: () => unbind()
  }
}

/** Browsers put pasted lines into one by leaving out what parts them: the words at both sides would become one. @param {HTMLInputElement} field */
export function onePastedLine(field) {
  field.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!/[\n\r\t]/.test(text) || field.readOnly) return
    event.preventDefault()
    const line = text.trim().replace(/ *\t */g, ' | ').replace(/\s*[\n\r]+\s*/g, ' ')
    field.setRangeText(line, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
  })
}
