// Fields that grow with their text, where the browser's style sheets can't do it (Firefox before 145, Safari before 26).

/** Text also changes by others' hands, of which a field tells nobody: looked at this often. Milliseconds. */
const LOOK_MS = 400

/** Lets every textarea of the page be as high as its text. */
export function growFields() {
  if (CSS.supports('field-sizing', 'content')) return
  const grow = () => {
    const short = [...document.querySelectorAll('textarea')].filter(isOff)
    // All are measured before any is changed: one layout, not one a field.
    const heights = short.map((field) => field.scrollHeight + field.offsetHeight - field.clientHeight)
    short.forEach((field, at) => (field.style.blockSize = `${heights[at]}px`))
  }
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return
    target.style.blockSize = 'auto' // it may have become shorter
    grow()
  })
  setInterval(grow, LOOK_MS)
}

/** @param {HTMLTextAreaElement} field */
const isOff = (field) => field.clientHeight > 0 && field.scrollHeight > field.clientHeight
