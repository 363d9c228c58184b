import { loadTexts, t } from '../i18n.js'

/** What could not be had is asked for again after this, in milliseconds. */
export const AGAIN_MS = 5000

/**
 * Loads a part of the page that few people need, when they need it, and what such parts say.
 *
 * @template T
 * @param {() => Promise<T>} load
 * @param {(sentence: string) => void} failed told if it can't be had now
 * @returns {Promise<T | null>}
 */
export async function part(load, failed) {
  try {
    const [module] = await Promise.all([load(), loadTexts('acts')])
    return module
  } catch {
    failed(t('error.offline'))
    return null
  }
}
