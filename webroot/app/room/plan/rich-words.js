// What editors call the same things: ours (ProseMirror's basic names, as the contract has them) and TipTap's. A text is edited in its own words.
import { Y } from '/vendor/yjs.js'

/**
 * @typedef {object} Words
 * @property {string} bullets
 * @property {string} numbers
 * @property {string} item
 * @property {string} start attribute of a numbered list that says where it begins
 * @property {string} lineBreak
 * @property {string} code a block of code
 * @property {string} rule
 * @property {string} strong
 * @property {string} em
 */

/** @type {Words} */
export const OURS = {
  bullets: 'bullet_list',
  numbers: 'ordered_list',
  item: 'list_item',
  start: 'order',
  lineBreak: 'hard_break',
  code: 'code_block',
  rule: 'horizontal_rule',
  strong: 'strong',
  em: 'em'
}

/** @type {Words} */
export const TIPTAP = {
  bullets: 'bulletList',
  numbers: 'orderedList',
  item: 'listItem',
  start: 'start',
  lineBreak: 'hardBreak',
  code: 'codeBlock',
  rule: 'horizontalRule',
  strong: 'bold',
  em: 'italic'
}

const TELLING = new Map([
  ...Object.values(OURS).map((word) => /** @type {const} */ ([word, OURS])),
  ...Object.values(TIPTAP).map((word) => /** @type {const} */ ([word, TIPTAP])),
  ...['taskList', 'taskItem', 'mention', 'tableRow', 'tableCell', 'tableHeader'].map((word) => /** @type {const} */ ([word, TIPTAP]))
])

/**
 * Whose words a text uses.
 *
 * @param {Y.XmlFragment | Y.XmlElement} fragment
 * @returns {Words | null} null where nothing in it tells
 */
export function wordsOf(fragment) {
  for (const node of fragment.toArray()) {
    const found = node instanceof Y.XmlText ? wordsOfText(node) : wordsOfElement(node)
    if (found) return found
  }
  return null
}

/** @param {unknown} node */
function wordsOfElement(node) {
  return node instanceof Y.XmlElement ? (TELLING.get(node.nodeName) ?? wordsOf(node)) : null
}

/** @param {Y.XmlText} text */
function wordsOfText(text) {
  for (const { attributes = {} } of text.toDelta()) {
    for (const mark of Object.keys(attributes)) if (TELLING.has(mark)) return TELLING.get(mark) ?? null
  }
  return null
}
