// Reordering with mouse, pen or finger by the grip. The list only moves on dropping; until then a line shows where.
import { h } from '../../dom.js'

/** Movement before a press counts as a drag, in px. */
const SLACK = 5
/** Band at the window's edges that scrolls, and how far per frame, in px. */
const EDGE = 72
const SCROLL = 14

/**
 * @param {HTMLElement} list of cards with `data-step`
 * @param {{allowed: () => boolean, dropped: (id: string, index: number) => void, pressed: (id: string, grip: HTMLElement) => unknown}} acts
 *   `index` among the other visible cards; `pressed`: without dragging
 */
export function dragByGrip(list, { allowed, dropped, pressed }) {
  /** @type {Drag | null} */
  let drag = null
  /** Whether the press that ends with the next click has dragged. */
  let dragged = false

  /** @param {boolean} drop */
  function end(drop) {
    dragged = drag?.moving === true
    const to = drag?.end(drop)
    drag = null
    if (to) dropped(to.id, to.index)
  }

  list.addEventListener('pointerdown', (event) => {
    const grip = event.target instanceof Element ? event.target.closest('.grip') : null
    const card = /** @type {HTMLElement | null | undefined} */ (grip?.closest('[data-step]'))
    dragged = false
    if (!grip || !card || event.button !== 0 || !allowed()) return
    drag = new Drag(list, card, event)
    grip.setPointerCapture(event.pointerId)
  })
  list.addEventListener('click', ({ target }) => {
    const grip = target instanceof Element ? target.closest('.grip') : null
    const card = grip?.closest('[data-step]')
    if (!dragged && grip instanceof HTMLElement && card instanceof HTMLElement && allowed()) void pressed(card.dataset['step'] ?? '', grip)
    dragged = false
  })
  list.addEventListener('pointermove', (event) => event.pointerId === drag?.pointer && drag.move(event.clientY))
  list.addEventListener('pointerup', () => end(true))
  list.addEventListener('pointercancel', () => end(false))
  addEventListener('keydown', (event) => event.key === 'Escape' && drag?.moving && end(false))
}

/** A card under a finger. */
class Drag {
  moving = false
  #index = -1
  #over = false
  #mark = h('li', { class: 'drop-mark', 'aria-hidden': 'true' })

  /** @param {HTMLElement} list @param {HTMLElement} card @param {PointerEvent} press */
  constructor(list, card, press) {
    this.list = list
    this.card = card
    this.pointer = press.pointerId
    this.from = press.clientY
    this.at = press.clientY
  }

  /** @param {number} at */
  move(at) {
    this.at = at
    if (!this.moving && Math.abs(at - this.from) < SLACK) return
    if (!this.moving) {
      this.moving = true
      this.card.dataset['dragging'] = ''
      requestAnimationFrame(() => this.#scroll())
    }
    this.#follow()
  }

  /** @param {boolean} drop @returns {{id: string, index: number} | null} where it was dropped */
  end(drop) {
    this.#over = true
    this.#mark.remove()
    if (!this.moving) return null
    delete this.card.dataset['dragging']
    this.card.style.removeProperty('--dy')
    return drop && this.#index >= 0 ? { id: this.card.dataset['step'] ?? '', index: this.#index } : null
  }

  /** Near an edge the page scrolls on under a finger that holds still. */
  #scroll() {
    if (this.#over) return
    const by = this.at < EDGE * 2 ? -SCROLL : this.at > innerHeight - EDGE ? SCROLL : 0
    if (by !== 0) {
      scrollBy({ top: by, behavior: 'instant' })
      this.from -= by
      this.#follow()
    }
    requestAnimationFrame(() => this.#scroll())
  }

  #follow() {
    this.card.style.setProperty('--dy', `${this.at - this.from}px`)
    const others = this.#others()
    const below = others.findIndex((other) => {
      const box = other.getBoundingClientRect()
      return this.at < box.top + box.height / 2
    })
    const index = below < 0 ? others.length : below
    if (index === this.#index) return
    this.#index = index
    this.list.insertBefore(this.#mark, others[index] ?? null)
  }

  #others() {
    return /** @type {HTMLElement[]} */ ([...this.list.children]).filter(
      (child) => child !== this.card && child.dataset['step'] !== undefined && !child.hidden
    )
  }
}
