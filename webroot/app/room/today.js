import { clock } from '../timer.js'

/** Today where people are, by the server's clock. */
export function today() {
  const now = new Date(clock.now())
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** What is overdue changes with the day. @param {() => void} act */
export function everyMidnight(act) {
  let known = today()
  setInterval(() => {
    if (known === today()) return
    known = today()
    act()
  }, 60_000)
}
