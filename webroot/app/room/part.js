import { t } from '../i18n.js'

/**
 * Loads a part of the page that few people need, when they need it.
 *
 * @template T
 * @param {() => Promise<T>} load
 * @param {(sentence: string) => void} failed told if it can't be had now
 * @returns {Promise<T | null>}
 */
export async function part(load, failed) {
  try {
    return await load()
  } catch {
    failed(t('error.offline'))
    return null
  }
}
