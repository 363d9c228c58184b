// What became of a plan that others took over: a file of theirs, read in as comments and ideas.
import { api } from '../../api.js'
import { t } from '../../i18n.js'

/** Longer ones are no feedback, in bytes: the server takes no longer body. */
const MOST = 4 * 1024 * 1024

/** @param {File} file @returns {Promise<object | null>} null where it is another kind of file */
async function feedbackIn(file) {
  if (!/\.json$/i.test(file.name) || file.size > MOST) return null
  try {
    const tree = JSON.parse(await file.text())
    return typeof tree?.feedback === 'string' && Array.isArray(tree.steps) ? tree : null
  } catch {
    return null
  }
}

/**
 * Reads a feedback in, and says what that brought.
 *
 * @param {File} file
 * @param {{room: string, token: () => string, say: (text: string) => void}} means
 * @returns {Promise<boolean>} whether the file was one
 */
export async function feedback(file, { room, token, say }) {
  const tree = await feedbackIn(file)
  if (!tree) return false
  const { from, comments, ideas } = await api.post(`/rooms/${room}/feedback`, tree, { token: token() })
  say(t('import.feedback', { from, n: comments, ideas }))
  return true
}
