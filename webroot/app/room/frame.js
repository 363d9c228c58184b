// One moment to draw for everything that happened since the last one.

/** A hidden tab gets no frames; it draws this often instead, in milliseconds. */
const HIDDEN_MS = 300

/**
 * Makes a function that asks for one call of `draw` with the next frame, however often it is asked.
 *
 * @param {() => void} draw
 * @returns {() => void}
 */
export function batched(draw) {
  let asked = false
  const run = () => {
    asked = false
    draw()
  }
  return () => {
    if (asked) return
    asked = true
    if (document.visibilityState === 'hidden') setTimeout(run, HIDDEN_MS)
    else requestAnimationFrame(run)
  }
}
