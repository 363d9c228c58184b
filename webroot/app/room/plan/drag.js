// Reordering with mouse, pen or finger by the grip. The list only moves on dropping; until then a line shows where.
import { h } from '../../dom.js'

/** Movement before a press counts as a drag, in px. */
const SLACK = 5
/** Band at the window's edges that scrolls, and how far per frame, in px. */
const EDGE = 72
const SCROLL = 14

/**
 * @param {HTMLElement} list of cards with `data-step`
 * @param {{allowed: () => boolean, dropped: (id: string, index: number) => void}} acts `index` among the other visible cards
 */
export function dragByGrip(list, { allowed, dropped }) {
  const mark = h('li', { class: 'drop-mark', 'aria-hidden': 'true' })
  /** @type {{card: HTMLElement, pointer: number, from: number, at: number, moving: boolean, index: number} | null} */
  let drag = null

  list.addEventListener('pointerdown', (event) => {
    const grip = event.target instanceof Element ? event.target.closest('.grip') : null
    const card = /** @type {HTMLElement | null | undefined} */ (grip?.closest('[data-step]'))
    if (!grip || !card || event.button !== 0 || !allowed()) return
    drag = { card, pointer: event.pointerId, from: event.clientY, at: event.clientY, moving: false, index: -1 }
    grip.setPointerCapture(event.pointerId)
  })
  list.addEventListener('pointermove', (event) => {
    if (!drag || event.pointerId !== drag.pointer) return
    drag.at = event.clientY
    if (!drag.moving && Math.abs(drag.at - drag.from) < SLACK) return
    if (!drag.moving) start()
    follow()
  })
  list.addEventListener('pointerup', () => end(true))
  list.addEventListener('pointercancel', () => end(false))
  addEventListener('keydown', (event) => event.key === 'Escape' && drag?.moving && end(false))

  function start() {
    if (!drag) return
    drag.moving = true
    drag.card.dataset['dragging'] = ''
    requestAnimationFrame(scroll)
  }

  /** Near an edge the page scrolls on under a finger that holds still. */
  function scroll() {
    if (!drag?.moving) return
    const by = drag.at < EDGE * 2 ? -SCROLL : drag.at > innerHeight - EDGE ? SCROLL : 0
    if (by !== 0) {
      scrollBy({ top: by, behavior: 'instant' })
      drag.from -= by
      follow()
    }
    requestAnimationFrame(scroll)
  }

  function follow() {
    if (!drag) return
    const { card, at } = drag
    card.style.setProperty('--dy', `${at - drag.from}px`)
    const others = cards().filter((other) => other !== card)
    let index = others.findIndex((other) => {
      const box = other.getBoundingClientRect()
      return at < box.top + box.height / 2
    })
    if (index < 0) index = others.length
    if (index === drag.index) return
    drag.index = index
    list.insertBefore(mark, others[index] ?? null)
  }

  /** @param {boolean} drop */
  function end(drop) {
    const ended = drag
    drag = null
    mark.remove()
    if (!ended?.moving) return
    delete ended.card.dataset['dragging']
    ended.card.style.removeProperty('--dy')
    if (drop && ended.index >= 0) dropped(ended.card.dataset['step'] ?? '', ended.index)
  }

  const cards = () =>
    /** @type {HTMLElement[]} */ ([...list.children]).filter(
      (child) => child.dataset['step'] !== undefined && !child.hidden
    )
}
