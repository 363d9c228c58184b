// Full jitter: everyone in a hall loses the server in the same moment and must not come back in the same moment.

/** First ceiling in milliseconds: short, because most drops are a WLAN hiccup. */
const BASE = 500
/** Last ceiling in milliseconds: long enough for 1,200 devices to spread, short enough that nobody reaches for "reload". */
const CAP = 8000

/**
 * How long to wait before the next try.
 * @param {number} attempt failed tries so far, from 0
 * @param {() => number} [random] 0 ≤ x < 1
 * @returns {number} milliseconds
 */
export function pause(attempt, random = Math.random) {
  return random() * Math.min(CAP, BASE * 2 ** Math.min(attempt, 10))
}
