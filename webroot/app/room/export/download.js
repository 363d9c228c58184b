import { api } from '../../api.js'
import { saveAs } from '../save-as.js'

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
  const name = fileName(response, format)
  saveAs(await response.blob(), name)
  return name
}

/** The name the server gives the file, else one of our own. @param {Response} response @param {string} format */
function fileName(response, format) {
  const header = response.headers.get('Content-Disposition') ?? ''
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  if (coded) return decodeURIComponent(coded)
  return /filename="?([^";]+)"?/i.exec(header)?.[1] ?? `plan.${format}`
}
