import { dayAt } from '../i18n.js'
import { clock } from '../timer.js'

/** Today where people are, by the server's clock. */
export function today() {
  return dayAt(clock.now())
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
