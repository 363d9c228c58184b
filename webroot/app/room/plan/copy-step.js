// A step once more: what stands in it, but not what was said about it.
import { Y } from '/vendor/yjs.js'

/** What a copy has of its own. */
const OWN = new Set(['id', 'rank', 'createdAt', 'comments', 'removed'])

/**
 * The values of a copy, not yet in any document.
 *
 * @param {Y.Map<any>} step
 * @param {(key: string) => boolean} isText whether a key's value is a shared text from the beginning
 * @returns {[key: string, value: unknown][]}
 */
export function copied(step, isText) {
  return [...step.entries()]
    .filter(([key]) => !OWN.has(key))
    .map(([key, value]) => {
      if (value instanceof Y.AbstractType) return [key, value.clone()]
      return [key, isText(key) && typeof value === 'string' ? new Y.Text(value) : value]
    })
}
