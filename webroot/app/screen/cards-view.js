/** Ideas and questions on the screen: how many are silent, then all of them; what is being answered, and what most want to know. */
import { heaps, questions } from '../cards/told.js'
import { h, icon, patch, setText } from '../dom.js'
import { number, t } from '../i18n.js'

export { after, none } from '../cards/told.js'

/** @import {Card} from '../cards/told.js' */
/** @import {Stage} from './state.js' */
/** @import {View} from './views.js' */

/** Questions on the wall beside the one that is being answered: more nobody reads. */
const MOST = 6

/** @param {Stage} stage @returns {View | null} null where it is about something else */
export function viewOf({ kind }) {
  if (kind === 'ideas') return ideasView()
  return kind === 'questions' ? questionsView() : null
}

/** @param {string} [id] of its heading @returns {View} */
export function ideasView(id = 'stage') {
  const heading = h('h2', { id }, t('screen.ideas'))
  const count = h('p', { class: 'much num' })
  const people = h('p', { class: 'lead' })
  const list = h('ul', { class: 'wall-ideas', role: 'list' })
  const element = h('section', { 'aria-labelledby': id }, heading, count, people, list)
  return {
    element,
    update({ cards }) {
      const silent = cards.ideas === 'silent' || cards.silent > 0
      count.hidden = people.hidden = !silent
      setText(count, t('screen.ideas.count', { n: cards.silent }))
      setText(people, t('screen.ideas.silent', { n: cards.writers }))
      patch(list, heaps(cards), ({ id }) => id, () => h('li', null, h('b', { hidden: true }), h('ul', { role: 'list' }), votes()), drawHeap)
    },
    title: ({ cards }) => t('screen.ideas.count', { n: cards.silent + cards.cards.size })
  }
}

function votes() {
  return h('span', { class: 'votes' }, icon('up'), h('span', { class: 'num' }))
}

/** @param {Element} element @param {number} n */
function drawVotes(element, n) {
  setText(/** @type {Element} */ (element.lastElementChild), number(n))
  element.setAttribute('aria-label', t('screen.votes', { n }))
}

/** @param {HTMLElement} element @param {ReturnType<typeof heaps>[number]} heap */
function drawHeap(element, { title, cards, votes: n, pile }) {
  const [head, inside, sum] = /** @type {any} */ (element.children)
  element.classList.toggle('pile', pile)
  head.hidden = title === ''
  setText(head, title)
  patch(inside, cards, ({ id }) => id, () => h('li', { dir: 'auto' }), (line, card) => setText(line, [card.text, card.by].filter(Boolean).join(' – ')))
  drawVotes(sum, n)
}

/** @param {string} [id] of its heading @returns {View} */
export function questionsView(id = 'stage') {
  const heading = h('h2', { id }, t('screen.questions'))
  const now = h('p', { class: 'asked', dir: 'auto' })
  const list = h('ol', { class: 'wall-questions', role: 'list' })
  const empty = h('p', { class: 'lead' }, t('screen.questions.none'))
  const element = h('section', { 'aria-labelledby': id }, heading, now, list, empty)
  return {
    element,
    update({ cards }) {
      const all = questions(cards)
      const on = all.find(({ state }) => state === 'answering')
      const next = all.filter(({ state }) => state === 'open').slice(0, MOST)
      now.hidden = !on
      setText(now, on ? [on.text, on.by].filter(Boolean).join(' – ') : '')
      empty.hidden = all.length > 0
      patch(list, next, ({ id }) => id, () => h('li', null, votes(), h('span', { dir: 'auto' })), drawQuestion)
    },
    title: ({ cards }) => questions(cards).find(({ state }) => state === 'answering')?.text ?? t('screen.questions')
  }
}

/** @param {HTMLElement} element @param {Card} card */
function drawQuestion(element, card) {
  const [sum, words] = element.children
  if (!sum || !words) return
  setText(words, [card.text, card.by].filter(Boolean).join(' – '))
  drawVotes(sum, card.votes)
}
