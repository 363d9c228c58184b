/**
 * Time as the server has it, and the timer drawn as a folding rule getting shorter.
 *
 * @typedef {{endsAt?: string, left?: number, seconds: number}} Timer `left`, in seconds, in place of `endsAt` while it is paused
 */
import { h, setText } from './dom.js'
import { duration, t } from './i18n.js'

/** Milliseconds this machine's clock is behind the server's. */
let behind = 0

export const clock = {
  /**
   * Takes the server's time, as its `room` event carries it.
   *
   * @param {string | null | undefined} now an instant
   */
  sync(now) {
    const server = Date.parse(now ?? '')
    if (!Number.isNaN(server)) behind = server - Date.now()
  },

  /** @returns {number} milliseconds since 1970, by the server's clock */
  now: () => Date.now() + behind
}

/**
 * @param {string} instant
 * @returns {number} seconds until then; negative once it is past
 */
export function secondsUntil(instant) {
  return (Date.parse(instant) - clock.now()) / 1000
}

/** @param {Timer} timer @returns {number} seconds; negative once time is up */
export function secondsLeft({ endsAt, left = 0 }) {
  return endsAt ? secondsUntil(endsAt) : left
}

/** @param {Timer | null | undefined} timer */
export function isPaused(timer) {
  return Boolean(timer) && !timer?.endsAt
}

/**
 * The timer: `noch 12:40`, in the last minute on yellow, then `Zeit ist um`; `Pause, 12:40` while it stands. Hidden without a timer.
 *
 * @returns {{element: HTMLElement, update(timer: Timer | null | undefined): void, stop(): void}}
 */
export function timerView() {
  const rest = h('time', null)
  const element = h('p', { class: 'timer', role: 'timer', hidden: true }, rest)
  /** @type {Timer | null} */
  let current = null

  function draw() {
    element.hidden = !current
    if (!current) return
    const left = secondsLeft(current)
    const paused = isPaused(current)
    element.dataset['state'] = paused ? 'paused' : left <= 0 ? 'over' : left <= 60 ? 'ending' : 'running'
    element.style.setProperty('--left', String(Math.min(1, Math.max(0, left / Math.max(1, current.seconds)))))
    setText(rest, left <= 0 ? t('timer.over') : t(paused ? 'timer.paused' : 'timer.left', { time: duration(left) }))
  }

  const ticking = setInterval(draw, 500)
  return {
    element,
    update(timer) {
      current = timer ?? null
      draw()
    },
    stop: () => clearInterval(ticking)
  }
}
