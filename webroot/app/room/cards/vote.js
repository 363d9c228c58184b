// One's vote for a card: a button that is pressed or not, with the number of all.
import { assign, h, icon, setText } from '../../dom.js'
import { number, t } from '../../i18n.js'

/** @param {import('../../cards/told.js').Card} card @param {import('./section.js').Means} means */
export function voteButton({ id }, means) {
  const { outbox } = means
  const count = h('span', { class: 'num' })
  const element = h('button', { type: 'button', class: 'for' }, icon('up'), count)
  element.addEventListener('click', () => void outbox.give(id, !given(id, means)))
  return {
    element,
    /** @param {import('../../cards/told.js').Card} card */
    draw(card) {
      const { state, cards } = means
      const own = given(id, means)
      // Until the server has it, the own vote is in the number that this page shows.
      const n = card.votes + Number(own) - Number(cards().votes.has(id))
      setText(count, number(n))
      assign(element, {
        'aria-pressed': String(own),
        'aria-label': t('cards.vote', { n, text: card.text }),
        disabled: state.closed || state.role === 'viewer' || card.state === 'hidden' || card.state === 'waiting'
      })
    }
  }
}

/** @param {string} id @param {import('./section.js').Means} means */
function given(id, { outbox, cards }) {
  return outbox.vote(id) ?? cards().votes.has(id)
}
