// Rich text as elements, for reading. Nodes and marks nobody here knows are shown as their text.
import { Y } from '/vendor/yjs.js'
import { h } from '../../dom.js'

/** @type {Record<string, keyof HTMLElementTagNameMap>} */
const BLOCKS = { paragraph: 'p', bullet_list: 'ul', ordered_list: 'ol', list_item: 'li', blockquote: 'blockquote' }
/** What the editor can hold without losing anything. */
const EDITABLE = new Set(['paragraph', 'heading', 'bullet_list', 'ordered_list', 'list_item', 'hard_break'])
const MARKS = new Set(['strong', 'em', 'link'])

/** @typedef {Y.XmlElement | Y.XmlText | Y.XmlHook} RichNode */

/** @param {Y.XmlFragment | Y.XmlElement} fragment @returns {Node[]} */
export function richNodes(fragment) {
  return fragment.toArray().flatMap((node) => render(/** @type {RichNode} */ (node)))
}

/** Whether a fragment holds no text. @param {Y.XmlFragment} fragment */
export function isBlank(fragment) {
  return (
    fragment
      .toString()
      .replace(/<[^>]*>/g, '')
      .trim() === ''
  )
}

/**
 * Whether the editor knows everything in a fragment: what it doesn't know it would take out.
 *
 * @param {Y.XmlFragment | Y.XmlElement} fragment
 * @returns {boolean}
 */
export function isEditable(fragment) {
  return fragment.toArray().every((node) => {
    if (node instanceof Y.XmlText) return node.toDelta().every(knownRun)
    if (!(node instanceof Y.XmlElement)) return false
    return EDITABLE.has(node.nodeName) && isEditable(node)
  })
}

/** @param {{insert: unknown, attributes?: Record<string, unknown>}} run */
function knownRun({ insert, attributes = {} }) {
  return typeof insert === 'string' && Object.keys(attributes).every((mark) => MARKS.has(mark))
}

/** @param {RichNode} node @returns {Node[]} */
function render(node) {
  if (node instanceof Y.XmlText) return node.toDelta().map(run)
  if (!(node instanceof Y.XmlElement)) return []
  if (node.nodeName === 'hard_break') return [h('br', null)]
  if (node.nodeName === 'heading') {
    // The page's own headings end at h3: those of a text lie below.
    const level = Math.min(6, 3 + (Number(node.getAttribute('level')) || 1))
    return [h(/** @type {'h4'} */ (`h${level}`), null, richNodes(node))]
  }
  const tag = BLOCKS[node.nodeName]
  return [tag ? h(tag, null, richNodes(node)) : h('div', null, richNodes(node))]
}

/** @param {{insert: unknown, attributes?: Record<string, any>}} run @returns {Node} */
function run({ insert, attributes = {} }) {
  /** @type {Node} */
  let node = document.createTextNode(typeof insert === 'string' ? insert : '')
  if (attributes['em']) node = h('em', null, node)
  if (attributes['strong']) node = h('strong', null, node)
  const href = attributes['link']?.href
  if (isSafe(href)) node = h('a', { href, rel: 'noopener noreferrer', target: '_blank' }, node)
  return node
}

/** Whether a link may be followed: addresses that run script are only text. @param {unknown} href @returns {href is string} */
export function isSafe(href) {
  return typeof href === 'string' && /^(https?:|mailto:|tel:)/i.test(href.trim())
}
