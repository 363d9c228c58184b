// Text that is about to go from this device: to copy or to keep as a file, before it does.
import { h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { plainText } from './plan/plain.js'
import { saveAs } from './save-as.js'

/**
 * What the server never saved, as text with headings.
 *
 * @param {import('/vendor/yjs.js').Y.Doc} doc
 * @param {import('../connection/unsaved.js').Place[]} places
 * @returns {string} '' if there is nothing to read in it
 */
export function unsavedText(doc, places) {
  /** @type {Map<string, string[]>} */
  const parts = new Map()
  const steps = /** @type {import('/vendor/yjs.js').Y.Map<any>} */ (doc.getMap('steps'))
  for (const [root, id, key] of places) {
    if (root !== 'steps') {
      const text = plainText(root === 'minutes' ? doc.getXmlFragment(root) : doc.getText(root))
      if (['title', 'goal', 'minutes'].includes(root)) put(parts, t(`room.takeAway.${root}`), text)
      continue
    }
    const step = steps.get(id)
    const heading = t('room.takeAway.step', { title: plainText(step?.get?.('title')) })
    if (['id', 'rank', 'createdAt', 'title'].includes(key)) put(parts, heading, '')
    else put(parts, heading, `${t(KEYS.has(key) ? `room.field.${key}` : 'room.takeAway.other')}: ${plainText(step?.get?.(key))}`)
  }
  return [...parts].map(([heading, lines]) => [heading, ...lines].join('\n')).join('\n\n')
}

const KEYS = new Set(['details', 'result', 'responsible', 'contributors', 'comments', 'effort', 'start', 'due', 'followUp'])

/** @param {Map<string, string[]>} parts @param {string} heading @param {string} line */
function put(parts, heading, line) {
  const lines = parts.get(heading) ?? []
  parts.set(heading, lines)
  if (line) lines.push(line)
}

/**
 * The text with ways to take it.
 *
 * @param {string} text
 * @param {string} explained why it is offered
 * @returns {HTMLElement}
 */
export function takeAway(text, explained) {
  const field = h('textarea', { readonly: true, rows: 8, value: text, 'aria-label': explained, dir: 'auto' })
  const word = h('span', null, t('room.takeAway.copy'))
  const copy = h('button', { type: 'button', class: 'primary', onclick: () => void take() }, icon('copy'), word)
  async function take() {
    if (!(await copied(field))) return
    word.textContent = t('room.takeAway.copied')
  }
  return h(
    'div',
    { class: 'take-away' },
    h('p', null, explained),
    field,
    h(
      'p',
      { class: 'row' },
      copy,
      h('button', { type: 'button', onclick: () => download(text) }, icon('down'), t('room.takeAway.save'))
    )
  )
}

/** Copies a field's text; also on a page without TLS, where there is no clipboard to write to. @param {HTMLTextAreaElement} field */
async function copied(field) {
  field.select()
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    return document.execCommand('copy')
  }
}

/** @param {string} text */
function download(text) {
  saveAs(new Blob([text], { type: 'text/plain;charset=utf-8' }), t('room.takeAway.file'))
}
