/** Sheets that were asked for. @type {Map<string, Promise<void>>} */
const asked = new Map()

/**
 * Loads a style sheet that only a part of the page needs.
 *
 * @param {string} path as the build knows it
 * @returns {Promise<void>} settled when it holds; fails if it can't be had now
 */
export function loadSheet(path) {
  const known = asked.get(path)
  if (known) return known
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = path
  const loaded = new Promise((resolve, reject) => {
    link.onload = () => resolve(undefined)
    link.onerror = () => {
      asked.delete(path)
      link.remove()
      reject(new Error(path))
    }
  })
  asked.set(path, loaded)
  document.head.append(link)
  return loaded
}
