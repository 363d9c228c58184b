/** How many have voted, of how many; and how long the poll stays open. Never what was chosen. */
import { h, setText } from '../dom.js'
import { duration, t } from '../i18n.js'
import { secondsUntil } from '../timer.js'

/** @import {Poll} from './types.js' */

/**
 * @param {Poll} first
 * @returns {{element: HTMLElement, update(poll: Poll): void}}
 */
export function turnout(first) {
  // The words say the same: a bar that moves is read as a bare percentage, again and again.
  const bar = h('progress', { 'aria-hidden': 'true' })
  const words = h('span', { class: 'num' })
  const element = h('div', { class: 'turnout' }, bar, words)

  /** @param {Poll} poll */
  function update({ cast, eligible }) {
    bar.max = Math.max(1, eligible)
    bar.value = cast
    setText(words, t('poll.castOf', { n: cast, eligible }))
  }

  update(first)
  return { element, update }
}

/**
 * Until when the poll is open, counting down by the server's clock; nothing where it has no end.
 *
 * @param {Poll} first
 * @returns {{element: HTMLElement, update(poll: Poll): void}}
 */
export function deadline(first) {
  const words = h('time', null)
  const element = h('p', { class: 'hint', hidden: true }, words)
  let poll = first
  const ticking = setInterval(() => {
    if (shown && !element.isConnected) clearInterval(ticking)
    else draw()
  }, 1000)
  let shown = false

  function draw() {
    shown ||= element.isConnected
    element.hidden = !poll.closesAt || poll.state !== 'open'
    if (!poll.closesAt) return
    const left = secondsUntil(poll.closesAt)
    setText(words, left > 0 ? t('poll.closesIn', { time: duration(left) }) : t('poll.closing'))
  }

  draw()
  return {
    element,
    update(changed) {
      poll = changed
      draw()
    }
  }
}
