// Shared types and values as plain text: to look whether there is any, and to take it away.
import { Y } from '/vendor/yjs.js'

/** Nodes that stand in a line, others begin a new one. */
const INLINE = new Set(['hard_break', 'hardBreak', 'mention', 'image'])
/** The marker before an item of these. @type {Record<string, (n: number) => string>} */
const MARKERS = {
  bullet_list: () => '- ',
  bulletList: () => '- ',
  ordered_list: (n) => `${n}. `,
  orderedList: (n) => `${n}. `
}

/**
 * @param {unknown} value a shared type, a list of comments, or a plain value
 * @returns {string} readable text
 */
export function plainText(value) {
  if (value instanceof Y.XmlText) return spoken(value)
  if (value instanceof Y.Text) return value.toString()
  if (value instanceof Y.XmlFragment) return lines(value).join('\n').trim()
  if (value instanceof Y.Array) return value.toArray().map(comment).filter(Boolean).join('\n')
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value)
}

/** @param {any} entry */
function comment(entry) {
  const { name = '', text = '' } = entry instanceof Y.Map ? entry.toJSON() : (entry ?? {})
  return text ? `${name}: ${text}` : ''
}

/** @param {Y.XmlText} text */
function spoken(text) {
  return text
    .toDelta()
    .map((/** @type {{insert: unknown}} */ { insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')
}

/** @param {Y.XmlFragment | Y.XmlElement} parent @returns {string[]} */
function lines(parent) {
  const marker = parent instanceof Y.XmlElement ? MARKERS[parent.nodeName] : undefined
  let n = parent instanceof Y.XmlElement ? Number(parent.getAttribute('order') ?? parent.getAttribute('start') ?? 1) : 1
  /** @type {string[]} */
  const made = []
  let line = ''
  const end = () => {
    if (line) made.push(...line.split('\n'))
    line = ''
  }
  for (const node of parent.toArray()) {
    if (node instanceof Y.XmlText) line += spoken(node)
    else if (!(node instanceof Y.XmlElement)) continue
    else if (INLINE.has(node.nodeName)) line += inline(node)
    else {
      end()
      const inner = lines(node)
      if (marker) made.push(...inner.map((text, at) => (at === 0 ? marker(n++) : '  ') + text))
      else made.push(...inner)
    }
  }
  end()
  return made
}

/** @param {Y.XmlElement} node */
function inline(node) {
  if (node.nodeName.startsWith('hard')) return '\n'
  const label = node.getAttribute('label') ?? node.getAttribute('alt') ?? node.getAttribute('id') ?? node.getAttribute('src')
  return typeof label === 'string' ? (node.nodeName === 'mention' ? `@${label}` : label) : ''
}
