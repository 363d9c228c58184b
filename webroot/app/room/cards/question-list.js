// Questions: what is being answered first, then what most want to know. Who leads lets in, answers, and takes away.
import { api } from '../../api.js'
import { questions } from '../../cards/told.js'
import { assign, fill, h, patch, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { voteButton } from './vote.js'

/** @typedef {import('../../cards/told.js').Card} Card */

/** What who leads may do with a question, by how far it is. @type {Record<string, Card['state'][]>} */
const NEXT = {
  waiting: ['open', 'hidden'],
  open: ['answering', 'hidden'],
  answering: ['answered', 'open'],
  answered: ['open'],
  hidden: ['open']
}

/** @param {import('./section.js').Means} means */
export function questionList(means) {
  const { cards, state } = means
  const waiting = h('ul', { class: 'questions', role: 'list', 'aria-label': t('cards.waiting') })
  const heading = h('h3', { class: 'label' }, t('cards.waiting'))
  const list = h('ul', { class: 'questions', role: 'list', 'aria-label': t('cards.questions') })
  const hidden = h('ul', { class: 'questions', role: 'list' })
  const taken = h('details', null, h('summary', { class: 'label' }, t('cards.hidden')), hidden)
  const element = h('div', { class: 'stack' }, heading, waiting, list, taken)
  /** @type {Map<string, ReturnType<typeof voteButton>>} */
  const votes = new Map()

  /** @param {Card} card */
  function row(card) {
    const vote = voteButton(card, means)
    votes.set(card.id, vote)
    return h(
      'li',
      null,
      vote.element,
      h('div', null, h('p', { class: 'said', dir: 'auto' }), h('p', { class: 'row hint' }, h('span', { class: 'chip' }), h('span', { dir: 'auto' }))),
      h('div', { class: 'row' })
    )
  }

  /** @param {HTMLElement} element @param {Card} card */
  function tell(element, card) {
    const [, words, acts] = /** @type {any} */ (element.children)
    const [chip, by] = words.lastElementChild.children
    votes.get(card.id)?.draw(card)
    setText(words.firstElementChild, card.text)
    element.dataset['state'] = card.state
    setText(chip, t(`cards.state.${card.state}`))
    assign(chip, { class: card.state === 'answering' ? 'chip live' : 'chip', hidden: card.state === 'open' })
    setText(by, card.by ?? '')
    const wanted = state.moderates && !state.closed ? (NEXT[card.state] ?? []) : []
    const key = wanted.join()
    if (acts.dataset.key === key) return
    acts.dataset.key = key
    fill(acts, wanted.map((to, at) => act(card, to, at === 0, means)))
  }

  /** @param {Element} into @param {Card[]} which */
  const show = (into, which) => patch(into, which, ({ id }) => id, row, tell)

  return {
    element,
    draw() {
      const all = [...cards().cards.values()].filter(({ kind }) => kind === 'question')
      const wait = all.filter((card) => card.state === 'waiting')
      const gone = all.filter((card) => card.state === 'hidden')
      show(waiting, wait)
      show(list, questions(cards()))
      show(hidden, gone)
      heading.hidden = waiting.hidden = wait.length === 0
      taken.hidden = gone.length === 0
    }
  }
}

/** @param {Card} card @param {Card['state']} to @param {boolean} first @param {import('./section.js').Means} means */
function act({ id, state }, to, first, { attempt, path, token }) {
  const press = () => attempt(() => api.patch(`${path}/${id}`, { state: to }, { token: token() }))
  return h('button', { type: 'button', class: first ? '' : 'quiet', onclick: press }, t(`cards.turn.${state}.${to}`))
}
