// Ideas as they lie after the revealing: cards and piles. A card is laid on another by dragging, or by two presses: pick it up, put it there.
import { api } from '../../api.js'
import { heaps } from '../../cards/told.js'
import { assign, h, icon, patch, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { ideaCard } from './idea-card.js'

/** @typedef {ReturnType<typeof heaps>[number]} Heap */

/** @param {import('./section.js').Means} means */
export function board(means) {
  const { cards, attempt, path, token, state, say } = means
  const silent = h('p', { class: 'count' })
  const list = h('ul', { class: 'heaps', role: 'list', 'aria-label': t('cards.ideas') })
  const element = h('div', { class: 'stack' }, silent, list)
  /** The card that was picked up. */
  let held = ''
  /** @type {Map<string, ReturnType<typeof ideaCard>>} */
  const known = new Map()

  /** @param {string} id */
  function hold(id) {
    held = held === id ? '' : id
    if (held) say(t('cards.held'))
    draw()
  }
  /** @param {string} id @param {string | null} onto */
  function lay(id, onto) {
    held = ''
    draw()
    return attempt(() => api.patch(`${path}/${id}`, { onto }, { token: token() }), t(onto ? 'cards.laid' : 'cards.takenOff'))
  }
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !held) return
    const id = held
    hold(id)
    known.get(id)?.focus()
  })

  /** @param {import('../../cards/told.js').Card} card */
  function made(card) {
    const view = known.get(card.id) ?? ideaCard(card, means, { held: () => held, hold, lay })
    known.set(card.id, view)
    return view.element
  }

  /** @param {HTMLElement} row @param {Heap} heap */
  function tell(row, heap) {
    const [head, inside] = /** @type {any} */ (row.children)
    row.classList.toggle('pile', heap.pile)
    head.hidden = !heap.pile
    const title = /** @type {HTMLInputElement} */ (head.querySelector('input'))
    if (document.activeElement !== title) title.value = heap.title
    title.readOnly = !state.editable
    patch(inside, heap.cards, ({ id }) => id, made, (_, card) => known.get(card.id)?.draw(card))
  }

  function draw() {
    const now = cards()
    const lie = heaps(now)
    silent.hidden = now.silent === 0
    setText(silent, t('cards.silent', { n: now.silent, people: t('cards.writers', { n: now.writers }) }))
    assign(list, { hidden: lie.length === 0 })
    patch(list, lie, ({ id }) => id, (heap) => row(heap, means), tell)
    for (const id of [...known.keys()]) if (!now.cards.has(id)) known.delete(id)
    if (held && !now.cards.has(held)) held = ''
  }

  return { element, draw }
}

/** @param {Heap} heap @param {import('./section.js').Means} means */
function row({ id }, { attempt, room, token }) {
  const title = h('input', { 'aria-label': t('cards.pile'), placeholder: t('cards.pile'), maxlength: 300 })
  title.addEventListener('change', () => {
    const text = title.value.trim()
    if (text) void attempt(() => api.patch(`/rooms/${room}/piles/${id}`, { title: text }, { token: token() }))
  })
  return h('li', null, h('div', { class: 'pile-head' }, icon('copy'), title), h('ul', { role: 'list' }))
}
