/**
 * The list in an answer, whether it comes bare or as the only list of an object.
 *
 * @param {any} answer
 * @returns {any[]}
 */
export function listOf(answer) {
  if (Array.isArray(answer)) return answer
  return Object.values(answer ?? {}).find(Array.isArray) ?? []
}
