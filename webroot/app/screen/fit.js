/** Makes what is on the screen fit it: nothing may hang below the edge of a wall nobody can scroll. */

/** Where the page has the height of the screen; elsewhere it flows and scrolls. As in styles/screen.css. */
const FIXED = matchMedia('(min-width: 40rem) and (min-aspect-ratio: 5 / 4)')

/** Tried from large to small; below the last the text would no longer carry through the room. */
const SIZES = [1, 0.92, 0.85, 0.78, 0.71, 0.64]

/** Sets the largest size at which everything shown fits. */
export function fit() {
  const root = document.documentElement
  if (!FIXED.matches || !document.body.classList.contains('screen')) {
    root.style.removeProperty('--fit')
    return
  }
  for (const size of SIZES) {
    root.style.setProperty('--fit', String(size))
    if (document.body.scrollHeight <= innerHeight) return
  }
}
