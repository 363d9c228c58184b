// What the editor can hold: the contract's nodes and marks and TipTap's, each under its own name and with whatever attributes it has.
import { model } from '/vendor/editor.js'
import { TABLES } from './rich-tables.js'
import { isSafe } from './safe-link.js'
import { OURS, TIPTAP } from './rich-words.js'

/** @typedef {import('./rich-words.js').Words} Words */
/** @typedef {import('/vendor/editor.js').model.NodeSpec} NodeSpec */
/** @typedef {import('/vendor/editor.js').model.MarkSpec} MarkSpec */

const LEVELS = [1, 2, 3, 4, 5, 6]

/** Nodes that have one name in both. @type {Record<string, NodeSpec>} */
const SHARED = {
  doc: { content: 'block+' },
  paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    group: 'block',
    content: 'inline*',
    attrs: { level: { default: 1 } },
    defining: true,
    parseDOM: LEVELS.map((level) => ({ tag: `h${level}`, attrs: { level } })),
    // The page's own headings end at h3.
    toDOM: (node) => [`h${Math.min(6, 3 + (Number(node.attrs['level']) || 1))}`, 0]
  },
  blockquote: { group: 'block', content: 'block+', defining: true, toDOM: () => ['blockquote', 0] },
  text: { group: 'inline' }
}

/** @param {Words} words @param {boolean} used whether what is pasted is put into these words @returns {Record<string, NodeSpec>} */
function nodes(words, used) {
  /** @param {NodeSpec['parseDOM']} rules */
  const parse = (rules) => (used ? rules : [])
  const { start } = words
  return {
    [words.bullets]: {
      group: 'block',
      content: `${words.item}+`,
      parseDOM: parse([{ tag: 'ul' }]),
      toDOM: () => ['ul', 0]
    },
    [words.numbers]: {
      group: 'block',
      content: `${words.item}+`,
      attrs: { [start]: { default: null } },
      parseDOM: parse([{ tag: 'ol', getAttrs: (list) => startOf(list, start) }]),
      toDOM: (node) => ['ol', node.attrs[start] > 1 ? { start: node.attrs[start] } : {}, 0]
    },
    [words.item]: {
      content: 'paragraph block*',
      defining: true,
      parseDOM: parse([{ tag: 'li' }]),
      toDOM: () => ['li', 0]
    },
    [words.lineBreak]: {
      group: 'inline',
      inline: true,
      selectable: false,
      parseDOM: parse([{ tag: 'br' }]),
      toDOM: () => ['br']
    },
    [words.code]: {
      group: 'block',
      content: 'text*',
      marks: '',
      code: true,
      defining: true,
      toDOM: () => ['pre', ['code', 0]]
    },
    [words.rule]: { group: 'block', toDOM: () => ['hr'] }
  }
}

/** @param {HTMLElement} list @param {string} name of the attribute */
function startOf(list, name) {
  const from = Number(list.getAttribute('start') ?? 1)
  return Number.isInteger(from) && from > 1 ? { [name]: from } : null
}

/** What StarterKit's neighbours write. @param {Words} words @returns {Record<string, NodeSpec>} */
function extras(words) {
  const inline = words === OURS
  return {
    taskList: { group: 'block', content: 'taskItem+', toDOM: () => ['ul', { class: 'tasks' }, 0] },
    taskItem: {
      content: 'paragraph block*',
      defining: true,
      toDOM: (node) => ['li', { 'data-checked': String(node.attrs['checked'] === true) }, 0]
    },
    mention: {
      group: 'inline',
      inline: true,
      atom: true,
      toDOM: (node) => ['span', { class: 'mention' }, `@${node.attrs['label'] ?? node.attrs['id'] ?? ''}`]
    },
    image: {
      group: inline ? 'inline' : 'block',
      inline,
      atom: true,
      toDOM: (node) => ['span', { class: 'hint' }, String(node.attrs['alt'] || node.attrs['src'] || '')]
    }
  }
}

/** @param {Words} words @param {boolean} used @returns {Record<string, MarkSpec>} */
function emphasis(words, used) {
  return {
    [words.strong]: { parseDOM: used ? [{ tag: 'strong' }, { tag: 'b' }] : [], toDOM: () => ['strong', 0] },
    [words.em]: { parseDOM: used ? [{ tag: 'em' }, { tag: 'i' }] : [], toDOM: () => ['em', 0] }
  }
}

/** @type {Record<string, MarkSpec>} */
const MARKS = {
  link: {
    attrs: { href: { default: null } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: (link) => ({ href: link.getAttribute('href') }) }],
    toDOM: (mark) => [
      'a',
      { href: isSafe(mark.attrs['href']) ? mark.attrs['href'] : '#', rel: 'noopener noreferrer' },
      0
    ]
  },
  underline: { toDOM: () => ['u', 0] },
  strike: { toDOM: () => ['s', 0] },
  code: { toDOM: () => ['code', 0] }
}

/** @type {Map<string, import('/vendor/editor.js').model.Schema>} */
const made = new Map()

/**
 * The schema that writes in these words, and holds both kinds and further marks.
 *
 * @param {Words} words
 * @param {string[]} marks names of marks that nobody here knows: kept, shown as text
 * @returns {import('/vendor/editor.js').model.Schema}
 */
export function schemaOf(words, marks) {
  const key = JSON.stringify([words.bullets, marks])
  let schema = made.get(key)
  if (!schema) {
    const other = words === OURS ? TIPTAP : OURS
    const unknown = Object.fromEntries(marks.map((name) => [name, { toDOM: () => ['span', 0] }]))
    schema = new model.Schema({
      nodes: { ...SHARED, ...nodes(words, true), ...nodes(other, false), ...extras(words), ...TABLES },
      marks: /** @type {any} */ ({ ...emphasis(words, true), ...emphasis(other, false), ...MARKS, ...unknown })
    })
    made.set(key, exact(schema))
  }
  return schema
}

/**
 * Keeps attributes as they came: ProseMirror drops those a schema doesn't name and puts in the defaults of those it names, and the binding
 * would then write that into everybody's document.
 *
 * @param {import('/vendor/editor.js').model.Schema} schema
 */
function exact(schema) {
  for (const type of /** @type {any[]} */ (Object.values(schema.nodes))) {
    const standard = type.defaultAttrs
    type.computeAttrs = (/** @type {object | null} */ attrs) => (attrs ? { ...attrs } : (standard ?? {}))
  }
  for (const type of /** @type {any[]} */ (Object.values(schema.marks))) {
    type.create = (/** @type {object | null} */ attrs) => new /** @type {any} */ (model.Mark)(type, { ...attrs })
  }
  return schema
}
