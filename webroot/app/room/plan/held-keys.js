// A key that is held down stays with what it was pressed in: its repeats never reach the next field that takes the focus.

/** Keys that people hold to move about. */
const MOVING = /^(Tab|Arrow|Page|Home|End|Shift|Control|Alt|Meta|AltGraph)/

/** @param {Document} page */
export function keepHeldKeys(page) {
  /** @type {Map<string, EventTarget | null>} */
  const pressed = new Map()
  page.addEventListener(
    'keydown',
    (event) => {
      if (!event.repeat) pressed.set(event.code || event.key, event.target)
      else if (!MOVING.test(event.key) && pressed.get(event.code || event.key) !== event.target) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
    },
    { capture: true }
  )
}
