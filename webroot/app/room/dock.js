// What floats at the bottom: the live region, the picked steps, an open poll on a phone, and there the tabs.
import { h, setText } from '../dom.js'
import { t } from '../i18n.js'
import { tabs } from './tabs.js'

/**
 * @param {import('./state.js').State} state
 * @param {HTMLElement} toast
 * @param {HTMLElement} bulk
 */
export function dock(state, toast, bulk) {
  const question = h('span', null)
  const nudge = h(
    'p',
    { class: 'nudge' },
    h('span', null, h('b', null, t('room.nudge')), h('br', null), question),
    h('a', { class: 'button primary end', href: '#abstimmung' }, t('room.nudge.vote'))
  )
  const bar = tabs(state, 'dock')
  const element = h('div', { class: 'dock', role: 'region', 'aria-label': t('room.dock') }, toast, bulk, bar)
  state.on(['polls', 'room'], () => {
    const poll = state.openPoll
    const calls = poll !== null && !poll['mine'] && (poll['mayVote'] ?? state.role === 'participant')
    if (calls) setText(question, poll.question)
    if (calls === nudge.isConnected) return
    if (calls) bar.before(nudge)
    else nudge.remove()
  })
  return element
}
