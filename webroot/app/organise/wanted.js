/** The page somebody was on the way to when they had to sign in. */

/** Those that organisers are sent on to. */
const PAGES = /^\/(programme|board|plenary|progress|room)\.html$/

/** Where one signs in, to come back to this page or another one of ours. @param {string} [page] */
export const signInAddress = (page = location.pathname + location.search) => `/organise.html?to=${encodeURIComponent(page)}`

/**
 * The page that an address of the sign-in names, if it is one of ours.
 *
 * @param {string} search
 * @returns {string | null} below this server, whatever the address says of hosts
 */
export function wanted(search) {
  const to = new URLSearchParams(search).get('to') ?? ''
  const [path = '', query] = to.split('?')
  return PAGES.test(path) ? path + (query ? `?${query}` : '') : null
}
