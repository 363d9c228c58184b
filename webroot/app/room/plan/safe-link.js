/** Whether a link may be followed: addresses that run script are only text. @param {unknown} href @returns {href is string} */
export function isSafe(href) {
  return typeof href === 'string' && /^(https?:|mailto:|tel:)/i.test(href.trim())
}
