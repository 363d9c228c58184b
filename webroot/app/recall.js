/**
 * What this browser keeps as JSON.
 *
 * @param {Storage} storage
 * @param {string} key
 * @returns {any} null where there is nothing that can be read
 */
export function recall(storage, key) {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}
