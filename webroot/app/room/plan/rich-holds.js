// Whether the editor can hold a text without changing it. The binding deletes what its schema can't hold, for everybody: so the schema itself
// checks all of it, nodes, marks and structure, before an editor opens and after each edit of others.
import { Y } from '/vendor/yjs.js'

/** @typedef {import('/vendor/editor.js').model.Schema} Schema */
/** A mark that may stand twice on a character carries a hash of its attributes in its name, which only its own editor can make. */
const HASHED = /--[a-zA-Z0-9+/=]{8}$/

/**
 * The names of all marks in a text, sorted.
 *
 * @param {Y.XmlFragment | Y.XmlElement} fragment
 * @returns {Set<string>}
 */
export function marksIn(fragment, names = new Set()) {
  for (const node of fragment.toArray()) {
    if (node instanceof Y.XmlText) {
      for (const { attributes = {} } of node.toDelta()) for (const name of Object.keys(attributes)) names.add(name)
    } else if (node instanceof Y.XmlElement) marksIn(node, names)
  }
  return names
}

/**
 * @param {Y.XmlFragment} fragment
 * @param {Schema} schema
 * @returns {boolean}
 */
export function holds(fragment, schema) {
  const nodes = fragment.toArray()
  return nodes.every((node) => holdsBlock(node, schema)) && fitsTop(nodes, schema)
}

/**
 * The same after an edit, looking only at what it touched.
 *
 * @param {Y.XmlFragment} fragment
 * @param {Schema} schema
 * @param {Y.YEvent<any>[]} events
 */
export function stillHolds(fragment, schema, events) {
  /** @type {Set<unknown>} */
  const touched = new Set()
  for (const { target, changes } of events) {
    if (target === fragment) for (const item of changes.added) touched.add(/** @type {any} */ (item.content).type)
    else touched.add(topOf(fragment, target))
  }
  const nodes = fragment.toArray()
  return nodes.every((node) => !touched.has(node) || holdsBlock(node, schema)) && fitsTop(nodes, schema)
}

/** @param {Y.XmlFragment} fragment @param {Y.AbstractType<any>} type */
function topOf(fragment, type) {
  let at = type
  while (at.parent && at.parent !== fragment) at = at.parent
  return at
}

/** Whether each may stand at the top: any blocks may, in any order. @param {unknown[]} nodes @param {Schema} schema */
function fitsTop(nodes, schema) {
  return nodes.every((node) => node instanceof Y.XmlElement && schema.nodes[node.nodeName]?.isInGroup('block'))
}

/** @param {unknown} node @param {Schema} schema */
function holdsBlock(node, schema) {
  try {
    return node instanceof Y.XmlElement && made(node, schema) !== null
  } catch {
    return false // the schema says no by an error
  }
}

/** @param {Y.XmlElement} element @param {Schema} schema @returns {any} the editor's node; an error or null if it can't be one */
function made(element, schema) {
  const children = element
    .toArray()
    .flatMap((node) =>
      node instanceof Y.XmlText ? runs(node, schema) : [node instanceof Y.XmlElement ? made(node, schema) : null]
    )
  if (children.includes(null)) return null
  return schema.node(element.nodeName, /** @type {any} */ (element.getAttributes()), children)
}

/** @param {Y.XmlText} text @param {Schema} schema */
function runs(text, schema) {
  return text.toDelta().map((/** @type {{insert: unknown, attributes?: object}} */ { insert, attributes = {} }) => {
    const marks = Object.entries(attributes)
    if (typeof insert !== 'string' || marks.some(([name, value]) => HASHED.test(name) || !isPlain(value))) return null
    return schema.text(
      insert,
      marks.map(([name, value]) => schema.mark(name, value))
    )
  })
}

/** @param {unknown} value */
function isPlain(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
