/** The ballot: a form to fill in, then what the server confirmed, with the way to change it while the poll is open. */
import { fill, freshId, h, icon } from '../dom.js'
import { Problem } from '../api.js'
import { t } from '../i18n.js'
import { methods } from './methods/index.js'

/** @import {Fields, Poll} from './types.js' */
/** @typedef {(takeBack: () => boolean) => void} Kept hears that a ballot waits on this device for a connection, and how it is taken back until then */
/** @typedef {(choices: any, kept?: Kept) => Promise<{receipt?: string}>} Cast answers once the ballot is committed */

/** Receipts are compared by eye: groups of four. @param {string} receipt */
export const grouped = (receipt) => (receipt.includes('-') ? receipt : receipt.replace(/(.{4})(?=.)/g, '$1-'))

/**
 * @param {Poll} first
 * @param {{cast: Cast}} actions
 * @returns {{element: HTMLElement, isHalfFilled(): boolean, update(poll: Poll): void}} `update` never touches what is typed and not yet cast
 */
export function ballotForm(first, { cast }) {
  const element = h('div', { class: 'stack' })
  let poll = first
  /** @type {{choices: any, receipt?: string} | null} */
  let mine = first.mine ?? null
  /** @type {Fields | null} */
  let fields = null
  let touched = false
  /** Whether a ballot waits on this device for a connection. */
  let waits = false

  /** @param {any} [filled] choices to begin with */
  function showForm(filled = mine?.choices) {
    touched = false

    const view = methods[poll.method]
    const made = view.fields(poll, filled)
    fields = made
    const ruleId = freshId('rule')
    const error = h('p', { class: 'error', role: 'alert' })
    const send = h('button', { class: 'primary wide' }, t(mine ? 'poll.castAgain' : 'poll.cast'))
    const back = mine ? h('button', { type: 'button', class: 'quiet', onclick: showReceipt }, t('poll.keepMine')) : null
    const form = h(
      'form',
      { class: 'stack', 'aria-describedby': ruleId, novalidate: true },
      h('p', { class: 'hint', id: ruleId }, view.rule(poll)),
      h('fieldset', null, h('legend', { class: 'vh' }, poll.question), made.element),
      error,
      send,
      back
    )
    form.addEventListener('input', () => (touched = true))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void submit(made, send, error)
    })
    fill(element, form)
  }

  /**
   * @param {Fields} from
   * @param {HTMLButtonElement} send
   * @param {HTMLElement} error
   */
  async function submit(from, send, error) {
    const problem = from.problem?.() ?? null
    fill(error, problem ? [icon('warn'), problem] : [])
    if (problem || send.ariaBusy === 'true') return
    const choices = from.read()
    send.ariaBusy = 'true'
    try {
      const { receipt } = await cast(choices, (takeBack) => showKept(choices, takeBack))
      mine = receipt === undefined ? { choices } : { choices, receipt }
      const waited = waits
      waits = false
      showReceipt()
      // Whoever has waited is somewhere else meanwhile.
      if (!waited) focusFirst('.receipt b')
    } catch (refused) {
      waits = false
      if (refused instanceof Problem && refused.code === 'takenBack') return
      if (!fields) showForm(choices)
      const told = element.querySelector('.error')
      if (told instanceof HTMLElement) fill(told, icon('warn'), refused instanceof Problem ? refused.sentence : t('error.unknown'))
    } finally {
      send.ariaBusy = null
    }
  }

  /**
   * Without a connection a vote waits on this device, and is the voter's own until it leaves it.
   *
   * @param {any} choices
   * @param {() => boolean} takeBack
   */
  function showKept(choices, takeBack) {
    fields = null
    waits = true
    const undo = () => {
      if (!takeBack()) return
      showForm(choices)
      touched = true
      focusFirst('input:checked, input, select, button')
    }
    fill(
      element,
      h(
        'div',
        { class: 'receipt waits', role: 'status' },
        h('b', { tabindex: '-1' }, icon('offline'), t('poll.waits')),
        h('small', null, methods[poll.method].spoken(poll, choices))
      ),
      h('button', { type: 'button', onclick: undo }, t('poll.takeBack'))
    )
    focusFirst('.receipt b')
  }

  function showReceipt() {
    const focused = element.contains(document.activeElement)
    fields = null
    const change = h('button', { type: 'button', onclick: changeMind }, t('poll.change'))
    fill(
      element,
      h(
        'div',
        { class: 'receipt' },
        h('b', { tabindex: '-1' }, icon('saved'), t('poll.counted')),
        h('small', null, methods[poll.method].spoken(poll, mine?.choices)),
        mine?.receipt ? h('small', null, `${t('poll.receipt')} `, h('span', { class: 'code' }, grouped(mine.receipt))) : null
      ),
      change
    )
    if (focused) focusFirst('.receipt b')
  }

  /** @param {string} selector */
  function focusFirst(selector) {
    const found = element.querySelector(selector)
    if (found instanceof HTMLElement) found.focus()
  }

  function changeMind() {
    showForm()
    focusFirst('input:checked, input, select, button')
  }

  if (mine) showReceipt()
  else showForm()
  return {
    element,
    /** Whether something is filled in that was not cast. */
    isHalfFilled: () => waits || (fields !== null && touched),
    update(changed) {
      poll = changed
      // Cast in another tab or on another device meanwhile: show it, unless someone is filling in the form here.
      const known = JSON.stringify(changed.mine) === JSON.stringify(mine)
      if (changed.mine && !known && !waits && (!fields || !element.contains(document.activeElement))) {
        mine = changed.mine
        showReceipt()
      }
      fields?.update?.(changed)
    }
  }
}
