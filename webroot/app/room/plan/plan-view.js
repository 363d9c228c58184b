// The plan: head, steps as cards, the line for a new one. What others do is drawn with the next frame and only where it changed;
// the card somebody works in never moves under their hands.
import { h } from '../../dom.js'
import { t } from '../../i18n.js'
import { batched } from '../frame.js'
import { calmly } from '../motion.js'
import { dragByGrip } from './drag.js'
import { matches } from './filter.js'
import { newStep } from './new-step.js'
import { nothing } from './nothing.js'
import { part } from '../part.js'
import { planHead } from './plan-head.js'
import { keepHeldKeys } from './held-keys.js'
import { cutTitle } from './amounts.js'
import { StepCard, TITLE_MAX } from './step-card.js'
import { takenOut, textOf } from './taken-out.js'

/** Values the filters look at; letters in a title change no number. */
const COUNTED = new Set(['status', 'due', 'responsible', 'contributors'])
/** Sooner than this, in milliseconds, a press belongs to the one before it. */
const SECOND_PRESS_MS = 1000

/** @typedef {import('./filter.js').Filter} Filter */
/**
 * @typedef {object} Page
 * @property {import('./document.js').PlanDocument} plan
 * @property {import('./carets.js').Carets} carets
 * @property {() => boolean} editable
 * @property {() => string[]} notices keys of the sentences on what is to be known about the plan
 * @property {() => boolean} moderates
 * @property {() => string} phase that is on; '' where none guides
 * @property {() => string} today
 * @property {() => {id: string, name: string, organisation?: string}} me
 * @property {(id: string) => import('./facts.js').Decision[]} decisions
 * @property {(text: string) => void} say tells the own act's outcome politely
 * @property {() => void} pickedChanged
 * @property {(cells: string) => unknown} bring takes pasted cells of a spreadsheet as an import
 * @property {(client: number) => string | null} nameOf who writes under a Yjs client id
 * @property {HTMLElement} origin says where the plan comes from
 */

export class PlanView {
  /** @type {Map<string, StepCard>} */ #cards = new Map()
  /** @type {Map<string, Set<string>>} */ #dirty = new Map()
  #orderDirty = true
  #countDirty = true
  /** Whether what is to be drawn was done by others. */
  #byOthers = false
  /** When a step was dropped here. */
  #leftAt = -SECOND_PRESS_MS
  /** @type {Filter} */ #filter = 'all'
  #draw = batched(() => this.draw())
  /** Ids of the steps a moderator has picked. @type {Set<string>} */
  picked = new Set()

  /** @param {Page} page */
  constructor(page) {
    this.page = page
    const { plan } = page
    /** @type {import('./step-card.js').Board} */
    this.board = {
      ...page,
      drafts: new Map(),
      picked: (id) => this.picked.has(id),
      pick: (id, picked) => this.#pick(id, picked),
      addAfter: (id) => this.#focusTitle(plan.add('', id)),
      remove: (id) => this.#remove(id),
      shift: (id, towards) => this.#shift(id, towards)
    }
    this.head = planHead({
      ...page,
      undo: () => this.undo(),
      redo: () => this.redo(),
      chosen: (filter) => this.#choose(filter)
    })
    this.list = h('ol', { class: 'steps', 'aria-label': t('room.steps') })
    this.nothing = nothing({
      first: () => this.#focusTitle(plan.add('')),
      all: () => this.head.filter.choose('all')
    })
    this.form = newStep(
      (steps) => this.#add(steps),
      () => (page.moderates() ? page.bring : null)
    )
    this.element = h(
      'section',
      { class: 'plan', id: 'plan', 'aria-labelledby': 'plan-h', tabindex: '-1' },
      this.head.element,
      this.nothing.element,
      this.list,
      this.form
    )
    dragByGrip(this.list, {
      allowed: page.editable,
      dropped: (id, index) => this.#dropped(id, index),
      pressed: (id, grip) => this.#menu(id, grip)
    })
    keepHeldKeys(document)
    this.element.addEventListener('keydown', (event) => this.#undoKey(event))
    this.element.addEventListener('focusout', () => this.#filter !== 'all' && this.#ask())
    plan.watch((changes) => this.#changed(changes))
    for (const name of ['stack-item-added', 'stack-item-popped', 'stack-cleared']) {
      plan.undoer.on(/** @type {any} */ (name), () => this.#showUndo())
    }
    this.#showUndo()
  }

  /** Everything again: after role, lock, date or decisions changed. */
  refresh() {
    const editable = this.page.editable()
    this.head.refresh()
    this.form.hidden = !editable
    this.list.classList.toggle('locked', !editable)
    for (const card of this.#cards.values()) {
      card.refresh()
      card.showFacts()
    }
    this.#ask()
  }

  /** Number of a step in the plan, from 1; 0 if it is not there. @param {string} id */
  numberOf(id) {
    return this.page.plan.order().indexOf(id) + 1
  }

  /** Opens a step and brings it into view, without taking focus away. @param {string} id */
  show(id) {
    this.draw()
    const card = this.#cards.get(id)
    if (!card) return false
    if (card.element.hidden) this.head.filter.choose('all')
    this.draw()
    card.open(true)
    card.element.scrollIntoView({ block: 'start', behavior: calmly() })
    card.element.dataset['called'] = ''
    setTimeout(() => delete card.element.dataset['called'], 4000)
    return true
  }

  undo() {
    const { plan, editable, say } = this.page
    if (editable() && plan.undo()) say(t(plan.kept ? 'room.undone.kept' : 'room.undone'))
  }

  redo() {
    const { plan, editable, say } = this.page
    if (editable() && plan.redo()) say(t('room.redone'))
  }

  clearPicked() {
    const ids = [...this.picked]
    this.picked.clear()
    for (const id of ids) this.#cards.get(id)?.showPicked()
    this.page.pickedChanged()
  }

  draw() {
    const order = this.page.plan.order()
    if (this.#orderDirty) this.#arrange(order)
    for (const [id, keys] of this.#dirty) {
      this.#cards.get(id)?.changed(keys)
      if ([...keys].some((key) => COUNTED.has(key))) this.#countDirty = true
    }
    this.#dirty.clear()
    if (this.#countDirty) this.#count(order)
  }

  /** @param {import('./document.js').Changes} changes */
  #changed(changes) {
    this.#byOthers = changes.byOthers
    // One's own letter is drawn at once, and with it nothing of what others did.
    if (!changes.byOthers && !changes.order) return this.#own(changes.steps)
    if (changes.order) this.#orderDirty = true
    for (const id of changes.added) this.#dirty.set(id, new Set(['status', 'title', 'details', 'comments', 'due']))
    for (const [id, keys] of changes.steps) {
      const known = this.#dirty.get(id) ?? new Set()
      for (const key of keys) known.add(key)
      this.#dirty.set(id, known)
    }
    // Own acts show in this very frame; others' wait for the next one.
    if (changes.byOthers) this.#draw()
    else this.draw()
  }

  /** @param {Map<string, Set<string>>} steps */
  #own(steps) {
    for (const [id, keys] of steps) {
      this.#cards.get(id)?.changed(keys)
      if ([...keys].some((key) => COUNTED.has(key))) this.#ask()
    }
  }

  /** Everything is looked at again with the next frame. */
  #ask() {
    this.#countDirty = true
    this.#draw()
  }

  /** @param {string[]} order */
  #arrange(order) {
    this.#orderDirty = false
    this.#countDirty = true
    const there = new Set(order)
    for (const [id, card] of this.#cards) {
      if (there.has(id)) continue
      if ((card.hasFocus || card.isOpen) && this.#byOthers) this.#taken(card)
      card.destroy()
      this.#cards.delete(id)
      if (this.picked.delete(id)) this.page.pickedChanged()
    }
    for (const id of order) if (!this.#cards.has(id)) this.#cards.set(id, new StepCard(this.board, id))
    for (const notice of this.list.querySelectorAll('.taken')) {
      if (there.has(/** @type {HTMLElement} */ (notice).dataset['taken'] ?? '')) notice.remove()
    }
    const cards = order.map((id) => /** @type {StepCard} */ (this.#cards.get(id)))
    this.#place(cards)
    cards.forEach((card, index) => card.renumber(index + 1))
  }

  /** Somebody was working in it: it says that it has gone, and offers what was written. @param {StepCard} card */
  #taken(card) {
    const { plan, nameOf } = this.page
    const text = textOf(card.element)
    const mark = /** @type {any} */ (plan.step(card.id)?._map.get('removed'))
    const close = () => {
      notice.remove()
      this.#ask()
    }
    const back = plan.step(card.id)
      ? () => {
          if (this.page.editable()) plan.bringBack(card.id)
          close()
          this.#focusTitle(card.id)
        }
      : null
    const notice = takenOut(card, { text, by: mark ? nameOf(mark.id.client) : null, back, close })
    card.element.before(notice)
    if (card.hasFocus) notice.focus({ preventScroll: true })
  }

  /** Puts the cards in order around the one that has focus: moving that one would take its focus away. @param {StepCard[]} cards */
  #place(cards) {
    const anchor = Math.max(
      0,
      cards.findIndex((card) => card.hasFocus)
    )
    const first = cards[anchor]?.element
    if (!first) return
    if (first.parentElement !== this.list) this.list.prepend(first)
    for (let i = anchor - 1, next = first; i >= 0; next = cards[i].element, i--) {
      if (beside(next, 'previousElementSibling') !== cards[i].element) next.before(cards[i].element)
    }
    for (let i = anchor + 1, last = first; i < cards.length; last = cards[i].element, i++) {
      if (beside(last, 'nextElementSibling') !== cards[i].element) last.after(cards[i].element)
    }
  }

  /** @param {string[]} order */
  #count(order) {
    this.#countDirty = false
    const { plan, today, me } = this.page
    const { name, organisation = '' } = me()
    const mine = [name, organisation].map((who) => who.trim().toLowerCase()).filter((who) => who !== '')
    const by = { today: today(), mine }
    const counts = { all: 0, mine: 0, open: 0, overdue: 0 }
    let shown = 0
    for (const id of order) {
      for (const filter of /** @type {Filter[]} */ (Object.keys(counts)))
        if (matches(filter, plan, id, by)) counts[filter]++
      const card = this.#cards.get(id)
      if (!card) continue
      const show = matches(this.#filter, plan, id, by) || card.hasFocus
      card.element.hidden = !show
      if (show) shown++
    }
    this.head.filter.count(counts)
    this.head.progress.update(order.map((id) => plan.status(id)))
    this.list.hidden = shown === 0 && !this.list.querySelector('.taken')
    this.nothing.show(shown > 0 ? null : order.length > 0 ? 'filter' : this.page.editable() ? 'first' : 'none')
  }

  /** @param {Filter} filter */
  #choose(filter) {
    this.#filter = filter
    this.#countDirty = true
    this.draw()
  }

  /** @param {{title: string, rest: string}[]} steps */
  #add(steps) {
    const { plan, editable, say } = this.page
    if (!editable()) return
    if (this.#filter !== 'all') this.head.filter.choose('all')
    const ids = steps.map(({ title }) => plan.add(title))
    steps.forEach(({ rest }, at) => plan.appendDetails(ids[at], rest))
    const n = this.numberOf(ids[0])
    if (steps.some(({ rest }) => rest)) say(t('room.new.addedLong', { n }))
    else say(ids.length > 1 ? t('room.new.addedAll', { n: ids.length }) : t('room.new.added', { n }))
  }

  /** @param {string} id */
  #focusTitle(id) {
    this.draw()
    this.#cards.get(id)?.title.focus()
  }

  /** An empty or already dropped step goes for good (undo brings it back), any other is marked as dropped first. @param {string} id */
  #remove(id) {
    const { plan, say } = this.page
    const n = this.numberOf(id)
    // The button that drops a step then deletes it: a second press in the same move is none.
    if (performance.now() - this.#leftAt < SECOND_PRESS_MS) return
    if (!plan.isEmpty(id) && plan.status(id) !== 'dropped') {
      this.#leftAt = performance.now()
      plan.set(id, 'status', 'dropped')
      say(t('room.step.dropped', { n }))
      return
    }
    const before = this.page.plan.order()[n - 2]
    plan.remove(id)
    say(t('room.step.deleted', { n }))
    const near = before ? this.#cards.get(before)?.title : this.form.querySelector('input')
    near?.focus()
  }

  /** Past the first or last place that is shown it stays there. @param {string} id @param {number} by places; infinite: to an end */
  #shift(id, by) {
    const shown = this.page.plan.order().filter((other) => other === id || !this.#cards.get(other)?.element.hidden)
    const to = Math.max(0, Math.min(shown.indexOf(id) + by, shown.length - 1))
    if (!this.page.editable() || to === shown.indexOf(id)) return
    this.#moveNextTo(
      id,
      shown.filter((other) => other !== id),
      to
    )
  }

  /** @param {string} id @param {number} index among the other visible cards */
  #dropped(id, index) {
    if (!this.page.editable()) return
    const shown = this.page.plan.order().filter((other) => other !== id && !this.#cards.get(other)?.element.hidden)
    this.#moveNextTo(id, shown, index)
  }

  /** What can be done with a step without dragging. @param {string} id @param {HTMLElement} grip */
  async #menu(id, grip) {
    const { say } = this.page
    const menu = await part(() => import('./step-menu.js'), say)
    menu?.openStepMenu(grip, id, {
      numberOf: (step) => this.numberOf(step),
      to: (step, by) => this.#shift(step, by),
      below: (step) => this.board.addAfter(step),
      copy: (step) => this.#copy(step)
    })
  }

  /** @param {string} id */
  #copy(id) {
    const { plan, editable, say } = this.page
    if (!editable()) return
    const [title] = cutTitle(t('room.step.copyOf', { title: plan.titleOf(id) }), TITLE_MAX)
    const made = plan.copy(id, title)
    if (made === null) return
    this.#focusTitle(made)
    say(t('room.step.copied', { n: this.numberOf(made) }))
  }

  /** Hidden steps between keep to the visible one before them. @param {string} id @param {string[]} others @param {number} index */
  #moveNextTo(id, others, index) {
    const { plan, say } = this.page
    const all = plan.order().filter((other) => other !== id)
    const to = index < others.length ? all.indexOf(others[index]) : all.length
    if (plan.order().indexOf(id) === to) return
    plan.move(id, to)
    say(t('room.step.moved', { n: this.numberOf(id), of: plan.order().length }))
    this.#cards.get(id)?.element.scrollIntoView({ block: 'nearest' })
  }

  /** @param {string} id @param {boolean} picked */
  #pick(id, picked) {
    if (picked) this.picked.add(id)
    else this.picked.delete(id)
    this.#cards.get(id)?.showPicked()
    this.page.pickedChanged()
  }

  #showUndo() {
    const { undoStack, redoStack } = this.page.plan.undoer
    this.head.showUndo(undoStack.length > 0, redoStack.length > 0)
  }

  /** Undo takes back own edits of the plan; the browser's own would bring back texts others have changed since. @param {KeyboardEvent} event */
  #undoKey(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    if (!(event.target instanceof Element) || !event.target.closest('[data-caret]')) return
    event.preventDefault()
    if (key === 'z' && !event.shiftKey) this.undo()
    else this.redo()
  }
}

/** The card next to one: what says that a step was taken out stays where it stood. @param {Element} card @param {'previousElementSibling' | 'nextElementSibling'} where */
function beside(card, where) {
  let next = card[where]
  while (next instanceof HTMLElement && next.dataset['taken'] !== undefined) next = next[where]
  return next
}
