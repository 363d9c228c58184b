/** Who is in charge of a step, where several may be named: as the server reads it. */

/** What stands between two. */
const AND = /[,;/&+\n]|(?<![\p{L}\p{N}])(?:und|and)(?![\p{L}\p{N}])/u

/** @param {string} responsible @returns {string[]} */
export function people(responsible) {
  const named = responsible.split(AND).map((one) => one.trim())
  return [...new Set(named)].filter((one) => one !== '')
}
