import { api } from '../../api.js'
import { h } from '../../dom.js'

/** Formats that documents come in, the readable ones first. */
export const FORMATS = ['pdf', 'docx', 'odt', 'xlsx', 'ics', 'md', 'csv', 'json', 'zip']

/** Whose columns a table may have instead of ours. */
export const PRESETS = ['openproject', 'deck']

/**
 * Fetches a document and gives it to the browser to keep.
 *
 * @param {string} path
 * @param {string} token
 * @param {string} format
 * @returns {Promise<string>} its name
 */
export async function download(path, token, format) {
  const response = await api.raw(path, { token })
  const link = h('a', { href: URL.createObjectURL(await response.blob()), download: fileName(response, format) })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return link.download
}

/** The name the server gives the file, else one of our own. @param {Response} response @param {string} format */
function fileName(response, format) {
  const header = response.headers.get('Content-Disposition') ?? ''
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  if (coded) return decodeURIComponent(coded)
  return /filename="?([^";]+)"?/i.exec(header)?.[1] ?? `plan.${format}`
}
