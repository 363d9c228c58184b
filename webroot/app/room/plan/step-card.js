// One step as a card: its number, title, status and facts; opened, also its fields. Elements are made once and changed in place.
import { h, icon, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { drawInSight, sighted, unsighted } from '../sight.js'
import { drawFacts } from './facts.js'
import { STATUSES } from './document.js'
import { keepInDetails, sourceOf, stepMore } from './step-more.js'
import { textField } from './text-field.js'

/** Longest title, as the server has it. */
export const TITLE_MAX = 300

/** A heading's words follow the title so much later, in milliseconds. */
const HEARD_MS = 700

/** @typedef {import('./facts.js').Decision} Decision */
/**
 * What cards need of the page.
 * @typedef {object} Board
 * @property {import('./document.js').PlanDocument} plan
 * @property {import('./carets.js').Carets} carets
 * @property {() => boolean} editable
 * @property {() => boolean} moderates
 * @property {() => string} today
 * @property {() => {id: string, name: string}} me
 * @property {(id: string) => Decision[]} decisions
 * @property {(id: string) => boolean} picked
 * @property {(id: string, picked: boolean) => void} pick
 * @property {(id: string) => void} addAfter
 * @property {(id: string) => void} remove
 * @property {(id: string, by: number) => void} shift
 * @property {(text: string) => void} say tells the own act's outcome
 * @property {Map<string, string>} drafts comments that are half written, by step
 */

export class StepCard {
  #number = 0
  /** @type {{element: HTMLElement, update(keys: Set<string> | null): void, destroy(): void} | null} */ #more = null

  /** @param {Board} board @param {string} id */
  constructor(board, id) {
    this.board = board
    this.id = id
    this.num = h('h3', { class: 'num' })
    this.heard = h('span', { class: 'vh' })
    this.pick = h('input', { class: 'pick', type: 'checkbox', onchange: () => board.pick(id, this.pick.checked) })
    this.grip = h(
      'button',
      { type: 'button', class: 'icon grip', onkeydown: (/** @type {KeyboardEvent} */ e) => this.#gripKey(e) },
      icon('grip')
    )
    this.title = h('textarea', {
      class: 'step-title',
      rows: 1,
      onkeydown: (/** @type {KeyboardEvent} */ e) => this.#titleKey(e)
    })
    this.titleField = textField({
      name: `${id}/title`,
      field: this.title,
      carets: board.carets,
      max: TITLE_MAX,
      source: sourceOf(board, id, 'title'),
      keep: keepInDetails(board, id)
    })
    this.select = h('select', { onchange: () => board.plan.set(id, 'status', this.select.value) })
    for (const status of STATUSES) this.select.append(h('option', { value: status }, t(`status.${status}`)))
    this.sign = h('span', null)
    this.status = h('div', { class: 'status select' }, this.sign, this.select)
    this.toggle = h(
      'button',
      { type: 'button', class: 'icon toggle', 'aria-expanded': 'false', onclick: () => this.open(!this.isOpen) },
      icon('down')
    )
    this.facts = h('ul', { class: 'facts' })
    this.side = h('div', { class: 'n' }, this.num, this.grip)
    this.element = h(
      'li',
      { class: 'step', dataset: { step: id } },
      this.side,
      this.titleField.element,
      this.status,
      this.toggle,
      this.facts
    )
    this.refresh()
    this.update(null)
    sighted(this.element)
  }

  get isOpen() {
    return this.#more !== null
  }

  /** Whether somebody here is working in this card. */
  get hasFocus() {
    return this.element.contains(document.activeElement)
  }

  /** @param {number} number from 1 */
  renumber(number) {
    if (this.#number === number) return
    this.#number = number
    const n = number
    this.num.replaceChildren(h('span', { class: 'vh' }, `${t('room.step')} `), String(n), this.heard)
    this.grip.setAttribute('aria-label', t('room.step.move', { n }))
    this.pick.setAttribute('aria-label', t('room.step.pick', { n }))
    this.title.setAttribute('aria-label', t('room.step.title', { n }))
    this.select.setAttribute('aria-label', t('room.step.status', { n }))
    this.toggle.setAttribute('aria-label', t('room.step.more', { n }))
  }

  /** After the role or the lock has changed. */
  refresh() {
    const editable = this.board.editable()
    this.title.readOnly = !editable
    this.select.disabled = !editable
    this.grip.disabled = !editable
    const moderates = this.board.moderates()
    if (moderates !== this.side.contains(this.pick)) moderates ? this.side.prepend(this.pick) : this.pick.remove()
    this.showPicked()
    this.#more?.update(null)
  }

  showPicked() {
    const picked = this.board.moderates() && this.board.picked(this.id)
    this.pick.checked = picked
    if (picked) this.element.dataset['picked'] = ''
    else delete this.element.dataset['picked']
  }

  /** What has changed since it was drawn. @type {Set<string>} */ #stale = new Set()
  #redraw = () => {
    const keys = this.#stale
    this.#stale = new Set()
    if (keys.size > 0) this.update(keys)
  }

  /** Draws what has changed: now, or when it can be seen. @param {Set<string>} keys */
  changed(keys) {
    for (const key of keys) this.#stale.add(key)
    drawInSight(this.element, this.#redraw)
  }

  /** @param {Set<string> | null} keys what changed; null for everything */
  update(keys) {
    const { plan } = this.board
    if (keys === null || keys.has('title')) {
      this.titleField.update()
      if (keys === null) this.#hear()
      else this.#hearLater()
    }
    if (keys === null || keys.has('status')) this.#showStatus(plan.status(this.id))
    if (keys === null || [...keys].some((key) => key !== 'title' && key !== 'details')) this.showFacts()
    this.#more?.update(keys)
  }

  /** Who goes by headings hears which step it is. */
  #hear() {
    setText(this.heard, `: ${this.board.plan.titleOf(this.id)}`)
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */ #hearing

  /** A heading follows when the typing rests: changing it at each key would lay the step out once more before the key is seen. */
  #hearLater() {
    clearTimeout(this.#hearing)
    this.#hearing = setTimeout(() => this.#hear(), HEARD_MS)
  }

  showFacts() {
    const { plan, today, decisions } = this.board
    drawFacts(this.facts, plan, this.id, today(), decisions(this.id))
  }

  /** @param {boolean} open */
  open(open) {
    if (open === this.isOpen) return
    this.toggle.setAttribute('aria-expanded', String(open))
    if (open) {
      this.#more = stepMore(this.board, this.id)
      this.toggle.setAttribute('aria-controls', this.#more.element.id)
      this.element.append(this.#more.element)
      this.element.dataset['open'] = ''
    } else {
      this.#more?.element.remove()
      this.#more?.destroy()
      this.#more = null
      this.toggle.removeAttribute('aria-controls')
      delete this.element.dataset['open']
    }
  }

  destroy() {
    this.open(false)
    clearTimeout(this.#hearing)
    this.titleField.destroy()
    this.element.remove()
    unsighted(this.element)
  }

  /** @param {string} status */
  #showStatus(status) {
    this.select.value = status
    this.status.dataset['status'] = status
    this.sign.replaceChildren(icon(`st-${status}`))
    if (status === 'dropped') this.element.dataset['dropped'] = ''
    else delete this.element.dataset['dropped']
  }

  /** @param {KeyboardEvent} event */
  #gripKey(event) {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    this.board.shift(this.id, event.key === 'ArrowUp' ? -1 : 1)
  }

  /** Enter adds a step below; Backspace in an empty step takes it out. @param {KeyboardEvent} event */
  #titleKey(event) {
    if (event.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (this.board.editable() && !event.repeat) this.board.addAfter(this.id)
    } else if (event.key === 'Backspace' && this.board.editable() && this.board.plan.isEmpty(this.id)) {
      // A key held down to clear the title stops there.
      if (event.repeat) return
      event.preventDefault()
      this.board.remove(this.id)
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      this.#gripKey(event)
    }
  }
}
