// Rich text as elements, for reading: our words, TipTap's and BlockNote's. What nobody here knows is shown as its text.
import { Y } from '/vendor/yjs.js'
import { h } from '../../dom.js'
import { isSafe } from './safe-link.js'

/** @type {Record<string, keyof HTMLElementTagNameMap>} */
const BLOCKS = {
  paragraph: 'p',
  bullet_list: 'ul',
  bulletList: 'ul',
  taskList: 'ul',
  ordered_list: 'ol',
  orderedList: 'ol',
  list_item: 'li',
  listItem: 'li',
  taskItem: 'li',
  blockquote: 'blockquote',
  code_block: 'pre',
  codeBlock: 'pre',
  horizontal_rule: 'hr',
  horizontalRule: 'hr',
  hard_break: 'br',
  hardBreak: 'br',
  table: 'table',
  tableRow: 'tr',
  table_row: 'tr',
  tableCell: 'td',
  table_cell: 'td',
  tableHeader: 'th',
  table_header: 'th'
}
/** @type {Record<string, keyof HTMLElementTagNameMap>} */
const MARKS = { em: 'em', italic: 'em', strong: 'strong', bold: 'strong', underline: 'u', strike: 's', code: 'code' }
/** BlockNote's items are blocks of their own; those in a row make a list. @type {Record<string, 'ul' | 'ol'>} */
const ITEMS = { bulletListItem: 'ul', checkListItem: 'ul', numberedListItem: 'ol' }

/** @param {Y.XmlFragment | Y.XmlElement} fragment @returns {Node[]} */
export function richNodes(fragment) {
  return fragment.toArray().flatMap(render)
}

/** Whether a fragment holds no text. @param {Y.XmlFragment} fragment */
export function isBlank(fragment) {
  return (
    fragment
      .toString()
      .replace(/<(?!image|mention)[^>]*>/g, '')
      .trim() === ''
  )
}

/** Whether a fragment is nested as BlockNote does it, which deletes what isn't. @param {Y.XmlFragment} fragment */
export function isBlocks(fragment) {
  return fragment.toArray().some((node) => node instanceof Y.XmlElement && node.nodeName === 'blockGroup')
}

/** @param {unknown} node @returns {Node[]} */
function render(node) {
  if (node instanceof Y.XmlText) return node.toDelta().map(run)
  if (!(node instanceof Y.XmlElement)) return []
  const name = node.nodeName
  if (name === 'heading') return [heading(node)]
  if (name === 'mention') return [document.createTextNode(`@${attribute(node, 'label') || attribute(node, 'id')}`)]
  if (name === 'image') return [image(node)]
  if (name === 'blockGroup') return blockGroup(node)
  const tag = BLOCKS[name]
  if (tag) return [h(tag, props(node), tag === 'br' || tag === 'hr' ? [] : richNodes(node))]
  return [h('div', null, richNodes(node))]
}

/** @param {Y.XmlElement} node @param {string} name */
function attribute(node, name) {
  const value = /** @type {unknown} */ (node.getAttribute(name))
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** @param {Y.XmlElement} node */
function heading(node) {
  // The page's own headings end at h3: those of a text lie below.
  const level = Math.min(6, 3 + (Number(attribute(node, 'level')) || 1))
  return h(/** @type {'h4'} */ (`h${level}`), null, richNodes(node))
}

/** @param {Y.XmlElement} node */
function props(node) {
  const start = Number(attribute(node, 'order') || attribute(node, 'start'))
  if (/^ordered_?[lL]ist$/.test(node.nodeName)) return Number.isInteger(start) && start !== 1 ? { start } : null
  if (node.nodeName === 'taskList') return { class: 'tasks' }
  return node.nodeName === 'taskItem' ? checked(node) : null
}

/** @param {Y.XmlElement} node */
function checked(node) {
  return { dataset: { checked: String(/** @type {unknown} */ (node.getAttribute('checked')) === true) } }
}

/** Nothing is fetched from elsewhere: a picture is its description, and a link to it. @param {Y.XmlElement} node */
function image(node) {
  const [src, alt] = [attribute(node, 'src'), attribute(node, 'alt')]
  const words = document.createTextNode(alt || src)
  return /^https?:/i.test(src) ? h('a', { href: src, rel: 'noopener noreferrer', target: '_blank' }, words) : words
}

/** @param {Y.XmlElement} group @returns {Node[]} */
function blockGroup(group) {
  /** @type {HTMLElement[]} */
  const nodes = []
  let before = ''
  for (const container of group.toArray()) {
    if (!(container instanceof Y.XmlElement)) continue
    const first = container.get(0)
    const name = first instanceof Y.XmlElement ? first.nodeName : ''
    const list = ITEMS[name]
    if (!list || !(first instanceof Y.XmlElement)) nodes.push(h('div', null, richNodes(container)))
    else {
      if (before !== name) nodes.push(h(list, name === 'checkListItem' ? { class: 'tasks' } : props(first)))
      const nested = container.toArray().slice(1).flatMap(render)
      nodes.at(-1)?.append(h('li', name === 'checkListItem' ? checked(first) : null, richNodes(first), nested))
    }
    before = name
  }
  return nodes
}

/** @param {{insert: unknown, attributes?: Record<string, any>}} run @returns {Node} */
function run({ insert, attributes = {} }) {
  /** @type {Node} */
  let node = document.createTextNode(typeof insert === 'string' ? insert : '')
  for (const [mark, tag] of Object.entries(MARKS)) if (attributes[mark]) node = h(tag, null, node)
  const href = attributes['link']?.href
  if (isSafe(href)) node = h('a', { href, rel: 'noopener noreferrer', target: '_blank' }, node)
  return node
}
