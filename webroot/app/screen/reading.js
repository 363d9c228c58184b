/** The screen as text: everything that may be seen, on one page, to read on one's own device. */
import { h, patch, setText } from '../dom.js'
import { t } from '../i18n.js'
import { overview } from './overview.js'
import { pollView } from './views.js'

/** @import {View} from './views.js' */

/** @param {typeof import('./cards-view.js')} contributed @returns {View} */
export function reading({ ideasView, questionsView }) {
  const plan = overview({ all: true })
  const ideas = ideasView('ideas')
  const questions = questionsView('questions')
  const heading = h('h2', { id: 'polls' }, t('screen.polls'))
  const none = h('p', { class: 'hint' }, t('screen.noPolls'))
  const list = h('div', { class: 'stack' })
  const polls = h('section', { class: 'stack', 'aria-labelledby': 'polls' }, heading, none, list)
  const spot = h('p', { class: 'notice' })
  /** @type {Map<string, View>} */
  const views = new Map()
  return {
    element: h('div', { class: 'stack reading' }, spot, polls, ideas.element, questions.element, plan.element),
    update(state) {
      const now = [...state.polls.values()].filter((poll) => poll.state !== 'draft').sort((a, b) => (a.id < b.id ? 1 : -1))
      const step = state.plan?.steps.find(({ id }) => id === state.room?.spotlight)
      setText(spot, step ? t('screen.spotlightStep', { n: step.n, title: step.title }) : '')
      spot.hidden = !step
      none.hidden = now.length > 0
      patch(
        list,
        now,
        (poll) => poll.id,
        (poll) => {
          const view = pollView(poll.id, { reading: true })
          view.element.classList.add('card', 'poll')
          views.set(poll.id, view)
          return view.element
        },
        (_, poll) => void views.get(poll.id)?.update(state)
      )
      ideas.element.hidden = state.cards.ideas === 'off'
      questions.element.hidden = !state.cards.questions
      for (const part of [ideas, questions, plan]) part.update(state)
    },
    title: plan.title
  }
}
