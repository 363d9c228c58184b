/** Rich text of the plan as elements. Only what the contract names becomes more than text. */
import { Y } from '/vendor/yjs.js'
import { h } from '../dom.js'

/** @type {Record<string, 'p' | 'ul' | 'ol' | 'li' | 'br'>} */
const NODES = { paragraph: 'p', bullet_list: 'ul', ordered_list: 'ol', list_item: 'li', hard_break: 'br' }

/**
 * @param {Y.XmlFragment} fragment
 * @returns {Node[]}
 */
export function rich(fragment) {
  return fragment.toArray().flatMap(node)
}

/**
 * @param {unknown} child
 * @returns {Node[]}
 */
function node(child) {
  if (child instanceof Y.XmlText) return child.toDelta().flatMap(run)
  if (!(child instanceof Y.XmlElement)) return []
  const inner = rich(child)
  if (child.nodeName === 'heading') return [h('p', null, h('b', null, inner))]
  const tag = NODES[child.nodeName]
  return tag ? [h(tag, null, inner)] : inner
}

/**
 * @param {{insert: unknown, attributes?: Record<string, any>}} piece
 * @returns {Node[]}
 */
function run({ insert, attributes = {} }) {
  if (typeof insert !== 'string') return []
  /** @type {Node} */
  let made = document.createTextNode(insert)
  if (attributes['em']) made = h('em', null, made)
  if (attributes['strong']) made = h('strong', null, made)
  const href = attributes['link']?.href
  if (typeof href === 'string' && /^(https?|mailto):/i.test(href)) made = h('a', { href, rel: 'noopener noreferrer' }, made)
  return [made]
}
