/** The ballot: a form to fill in, then what the server confirmed, with the way to change it while the poll is open. */
import { fill, h, icon } from '../dom.js'
import { Problem } from '../api.js'
import { t } from '../i18n.js'
import { blank, counted, waiting } from './ballot-views.js'
import { methods } from './methods/index.js'

/** @import {Fields, Poll} from './types.js' */
/** @typedef {(takeBack: () => boolean) => void} Kept hears that a ballot waits on this device for a connection, and how it is taken back until then */
/** @typedef {(choices: any, kept?: Kept) => Promise<{receipt?: string}>} Cast answers once the ballot is committed */

const CONFIRMED = '.receipt b'
const INPUT = 'input:checked, input, select, button'

export class Ballot {
  element = h('div', { class: 'stack' })
  /** What is being filled in; null where a ballot is shown that is cast or waits. @type {Fields | null} */ #fields = null
  #touched = false
  /** Whether a ballot waits on this device for a connection. */
  #waits = false

  /**
   * @param {Poll} poll
   * @param {{cast: Cast}} actions
   */
  constructor(poll, { cast }) {
    this.poll = poll
    this.cast = cast
    /** What the server has. */
    this.mine = poll.mine ?? null
    if (this.mine) this.#showCounted()
    else this.#showForm()
  }

  /** Whether something is filled in that was not cast. */
  isHalfFilled() {
    return this.#waits || (this.#fields !== null && this.#touched)
  }

  /** Never touches what is typed and not yet cast. @param {Poll} poll */
  update(poll) {
    this.poll = poll
    // Cast in another tab or on another device meanwhile: show it, unless someone is filling in the form here.
    const known = JSON.stringify(poll.mine) === JSON.stringify(this.mine)
    if (poll.mine && !known && !this.#waits && (!this.#fields || !this.element.contains(document.activeElement))) {
      this.mine = poll.mine
      this.#showCounted()
    }
    this.#fields?.update?.(poll)
  }

  /** @param {any} [filled] choices to begin with */
  #showForm(filled = this.mine?.choices) {
    this.#touched = false
    const fields = methods[this.poll.method].fields(this.poll, filled)
    this.#fields = fields
    const form = blank(this.poll, fields, {
      typed: () => (this.#touched = true),
      submit: (send, error) => void this.#submit(fields, send, error),
      back: this.mine && (() => this.#showCounted())
    })
    fill(this.element, form)
  }

  /**
   * @param {Fields} from
   * @param {HTMLButtonElement} send
   * @param {HTMLElement} error
   */
  async #submit(from, send, error) {
    const problem = from.problem?.() ?? null
    fill(error, problem ? [icon('warn'), problem] : [])
    if (problem || send.ariaBusy === 'true') return
    const choices = from.read()
    send.ariaBusy = 'true'
    try {
      const { receipt } = await this.cast(choices, (takeBack) => this.#showWaiting(choices, takeBack))
      this.#confirmed(receipt === undefined ? { choices } : { choices, receipt })
    } catch (refused) {
      this.#refused(choices, refused)
    } finally {
      send.ariaBusy = null
    }
  }

  /** @param {{choices: any, receipt?: string}} mine */
  #confirmed(mine) {
    this.mine = mine
    const waited = this.#waits
    this.#waits = false
    this.#showCounted()
    // Whoever has waited is somewhere else meanwhile.
    if (!waited) this.#focus(CONFIRMED)
  }

  /** @param {any} choices @param {unknown} refused */
  #refused(choices, refused) {
    this.#waits = false
    if (refused instanceof Problem && refused.code === 'takenBack') return
    if (!this.#fields) this.#showForm(choices)
    const told = this.element.querySelector('.error')
    if (told instanceof HTMLElement) fill(told, icon('warn'), refused instanceof Problem ? refused.sentence : t('error.unknown'))
  }

  /** @param {any} choices @param {() => boolean} takeBack */
  #showWaiting(choices, takeBack) {
    this.#fields = null
    this.#waits = true
    const undo = () => {
      if (!takeBack()) return
      this.#showForm(choices)
      this.#touched = true
      this.#focus(INPUT)
    }
    fill(this.element, waiting(this.poll, choices, undo))
    this.#focus(CONFIRMED)
  }

  #showCounted() {
    const focused = this.element.contains(document.activeElement)
    this.#fields = null
    const change = () => {
      this.#showForm()
      this.#focus(INPUT)
    }
    fill(this.element, counted(this.poll, this.mine, change))
    if (focused) this.#focus(CONFIRMED)
  }

  /** @param {string} selector */
  #focus(selector) {
    const found = this.element.querySelector(selector)
    if (found instanceof HTMLElement) found.focus()
  }
}
