/** Light, dark or as the system has it; kept in this browser. */

const STORED = 'werkraum.theme'

/** @returns {'light' | 'dark' | null} null: as the system has it */
export function theme() {
  try {
    const stored = localStorage.getItem(STORED)
    return stored === 'light' || stored === 'dark' ? stored : null
  } catch {
    return null
  }
}

/** Shows the page in the kept theme; every page calls it once. */
export function applyTheme() {
  const kept = theme()
  if (kept) document.documentElement.dataset['theme'] = kept
  else delete document.documentElement.dataset['theme']
}

/** @param {'light' | 'dark' | null} to */
function setTheme(to) {
  try {
    if (to) localStorage.setItem(STORED, to)
    else localStorage.removeItem(STORED)
  } catch {
    // Without storage the choice holds for this page only.
  }
  if (to) document.documentElement.dataset['theme'] = to
  else delete document.documentElement.dataset['theme']
}

/** Turns to the other one of what is shown now. */
export function flipTheme() {
  const dark = theme() ? theme() === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  setTheme(dark ? 'light' : 'dark')
}
