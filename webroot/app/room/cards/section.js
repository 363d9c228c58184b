// Ideas and questions of the room, above the plan. Loaded when there are any, or to begin with them.
import { api } from '../../api.js'
import { after, isOn, none } from '../../cards/told.js'
import { Outbox } from '../../cards/outbox.js'
import { h, icon, setText } from '../../dom.js'
import { loadTexts, t } from '../../i18n.js'
import { loadSheet } from '../sheet.js'
import { board } from './board.js'
import { control } from './control.js'
import { questionList } from './question-list.js'
import { writing } from './writing.js'

/**
 * @typedef {object} Context
 * @property {import('../state.js').State} state
 * @property {string} room
 * @property {() => string} token
 * @property {(text: string) => void} say
 * @property {(step: string) => unknown} show shows a step of the plan
 * @property {(step: string) => number} numberOf of a step in the plan; 0 where it is not there
 *
 * @typedef {object} Desk
 * @property {() => import('../../cards/told.js').Cards} cards as told
 * @property {Outbox} outbox
 * @property {(act: () => Promise<unknown>, done?: string) => Promise<void>} attempt does something and says what went wrong
 * @property {string} path of the room's cards
 */
/** @typedef {Context & Desk} Means */

/** @param {Context} context */
export async function cardsSection(context) {
  await Promise.all([loadTexts('cards'), loadSheet('/styles/cards.css')])
  const { state, room, token, say } = context
  const path = `/rooms/${room}/cards`
  let cards = none
  const sign = { get token() { return token() } }

  const outbox = new Outbox(`werkraum.cards.${room}.${state.me.id}.`, {
    // An answer may come before the event of the same: what is pressed next is to know of it.
    async put(id, card) {
      cards = after(cards, { type: 'cardOwn', card: await api.put(`${path}/${id}`, card, sign) })
    },
    async vote(id, given) {
      const { votes } = given ? await api.put(`${path}/${id}/vote`, {}, sign) : await api.del(`${path}/${id}/vote`, sign)
      cards = after(cards, { type: 'voted', card: id, given, votes })
    },
    changed: () => draw(),
    refused(problem, card) {
      if (card) parts.find(({ kind }) => kind === card.kind)?.giveBack(card.text)
      say(problem.sentence ?? t('error.unknown'))
    }
  })

  /** @type {Means} */
  const means = { ...context, cards: () => cards, outbox, attempt: attempts(say), path }
  const ideas = kindOf('idea', means, board(means))
  const questions = kindOf('question', means, questionList(means))
  const parts = [ideas, questions]
  const lead = control(means)
  const waits = h('p', { class: 'notice', role: 'status', hidden: true }, icon('offline'), h('span', null))
  const element = h('section', { id: 'ideen', class: 'cards', 'aria-label': t('cards') }, lead.element, waits, ideas.element, questions.element)

  function draw() {
    lead.draw()
    for (const part of parts) part.draw()
    const offline = state.saving.state === 'offline' && outbox.size > 0
    waits.hidden = !offline
    if (offline) setText(/** @type {Element} */ (waits.lastElementChild), t('cards.offline', { n: outbox.size }))
    element.hidden = !isOn(cards) && !state.moderates && outbox.size === 0
  }

  let online = false
  function connected() {
    const now = state.saving.state !== 'offline'
    if (now && !online) outbox.repeat()
    online = now
    draw()
  }
  state.on(['saving'], connected)
  state.on(['room'], draw)
  connected()
  return {
    element,
    /** @param {any} event */
    heard(event) {
      cards = after(cards, event)
      draw()
    }
  }
}

/** @param {(text: string) => void} say @returns {Desk['attempt']} */
function attempts(say) {
  return async (act, done) => {
    try {
      await act()
      if (done) say(done)
    } catch (/** @type {any} */ problem) {
      say(problem.sentence ?? t('error.unknown'))
    }
  }
}

/**
 * What is written of a kind, and what of it is seen.
 *
 * @param {'idea' | 'question'} kind
 * @param {Means} means
 * @param {{element: HTMLElement, draw: () => void}} list
 */
function kindOf(kind, means, list) {
  const heading = h('h2', null, t(`cards.${kind}`))
  const hint = h('p', { class: 'hint' })
  const form = writing(kind, means)
  const element = h('div', { class: 'card stack' }, heading, hint, form.element, list.element)
  return {
    kind,
    element,
    giveBack: form.giveBack,
    draw() {
      const { ideas, questions, cards, own } = means.cards()
      const here = [...cards.values(), ...own.values(), ...means.outbox.cards].some((card) => card.kind === kind)
      const taken = kind === 'idea' ? ideas !== 'off' : questions
      element.hidden = !taken && !here
      setText(hint, hintOf(kind, means))
      form.draw(taken)
      list.draw()
    }
  }
}

/** @param {'idea' | 'question'} kind @param {Means} means */
function hintOf(kind, { cards }) {
  const { ideas, names, questions, moderated } = cards()
  if (kind === 'question') return t(questions ? (moderated ? 'cards.question.moderated' : 'cards.question.free') : 'cards.question.off')
  const named = ideas === 'off' ? '' : t(names ? 'cards.named' : 'cards.nameless')
  return `${t(`cards.idea.${ideas}`)} ${named}`.trim()
}
