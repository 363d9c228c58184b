/** What a ballot looks like: to be filled in, waiting on this device, counted. */
import { freshId, h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { methods } from './methods/index.js'
import { grouped } from './receipts.js'

/** @import {Fields, Poll} from './types.js' */

/**
 * @param {Poll} poll
 * @param {Fields} fields
 * @param {object} acts
 * @param {() => void} acts.typed
 * @param {(send: HTMLButtonElement, error: HTMLElement) => void} acts.submit
 * @param {(() => void) | null} acts.back to the ballot that was cast, where one was
 */
export function blank(poll, fields, { typed, submit, back }) {
  const ruleId = freshId('rule')
  const error = h('p', { class: 'error', role: 'alert' })
  const send = h('button', { class: 'primary wide' }, t(back ? 'poll.castAgain' : 'poll.cast'))
  const form = h(
    'form',
    { class: 'stack', 'aria-describedby': ruleId, novalidate: true },
    h('p', { class: 'hint', id: ruleId }, methods[poll.method].rule(poll)),
    h('fieldset', null, h('legend', { class: 'vh' }, poll.question), fields.element),
    error,
    send,
    back && h('button', { type: 'button', class: 'quiet', onclick: back }, t('poll.keepMine'))
  )
  form.addEventListener('input', typed)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit(send, error)
  })
  return form
}

/**
 * Without a connection a vote waits on this device, and is the voter's own until it leaves it.
 *
 * @param {Poll} poll
 * @param {any} choices
 * @param {() => void} undo
 */
export function waiting(poll, choices, undo) {
  return [
    h(
      'div',
      { class: 'receipt waits', role: 'status' },
      h('b', { tabindex: '-1' }, icon('offline'), t('poll.waits')),
      h('small', null, methods[poll.method].spoken(poll, choices))
    ),
    h('button', { type: 'button', onclick: undo }, t('poll.takeBack'))
  ]
}

/**
 * @param {Poll} poll
 * @param {Poll['mine']} mine
 * @param {() => void} change
 */
export function counted(poll, mine, change) {
  return [
    h(
      'div',
      { class: 'receipt' },
      h('b', { tabindex: '-1' }, icon('saved'), t('poll.counted')),
      h('small', null, methods[poll.method].spoken(poll, mine?.choices)),
      mine?.receipt ? h('small', null, `${t('poll.receipt')} `, h('span', { class: 'code' }, grouped(mine.receipt))) : null
    ),
    h('button', { type: 'button', onclick: change }, t('poll.change'))
  ]
}
