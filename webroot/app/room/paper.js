// The room on paper: all steps with everything in them, what was decided, the minutes. Written when somebody prints, never seen on the screen.
import { fill, h } from '../dom.js'
import { day, moment, number, say, t } from '../i18n.js'
import { readPlan } from '../plan/read.js'
import { clock } from '../timer.js'
import { richNodes } from './plan/rich-view.js'

/** @typedef {import('../plan/read.js').Step} Step */
/** @typedef {import('./state.js').State} State */

/**
 * @param {{state: State, doc: import('/vendor/yjs.js').Y.Doc, decisions: (step: string) => {text: string}[]}} room
 * @returns {HTMLElement} to be put into the page
 */
export function paper({ state, doc, decisions }) {
  const element = h('div', { class: 'paper', 'aria-hidden': 'true' })
  const write = () => {
    const plan = readPlan(doc)
    fill(
      element,
      h('p', { class: 'hint' }, [state.room?.title, moment(new Date(clock.now()).toISOString())].filter(Boolean).join(' · ')),
      h('h1', { dir: 'auto' }, plan.title || t('room.plan')),
      plan.goal !== '' && h('p', { class: 'lead', dir: 'auto' }, plan.goal),
      plan.steps.map((step) => stepOnPaper(step, decisions(step.id))),
      pollsOnPaper(state),
      section(t('room.tab.minutes'), richNodes(doc.getXmlFragment('minutes')))
    )
    element.lang = state.room?.language ?? ''
  }
  addEventListener('beforeprint', write)
  // Some browsers tell of printing by their media only.
  matchMedia('print').addEventListener('change', ({ matches }) => matches && write())
  return element
}

/** @param {string} heading @param {(Node | string)[]} content @returns {HTMLElement | null} */
function section(heading, content) {
  return content.length > 0 ? h('section', null, h('h2', null, heading), h('div', { class: 'prose' }, content)) : null
}

/** @param {Step} step @param {{text: string}[]} decisions */
function stepOnPaper(step, decisions) {
  const open = t('room.fact.noOne')
  const { responsible, contributors, result, effort, obstacle } = step
  return h(
    'article',
    null,
    h('h2', { dir: 'auto' }, `${step.n}. ${step.title}`),
    h('p', { class: 'decided' }, [t(`status.${step.status}`), ...decisions.map(({ text }) => text)].join(' · ')),
    h(
      'dl',
      null,
      fact('room.field.responsible', responsible || open),
      fact('room.field.contributors', contributors),
      fact('room.field.start', step.start && day(step.start)),
      fact('room.field.due', step.due ? day(step.due) : t('room.fact.noDate')),
      fact('room.field.followUp', step.followUp && day(step.followUp)),
      fact('room.field.effort', effort === null ? '' : number(effort)),
      fact('room.field.obstacle', obstacle && t(`obstacle.${obstacle}`)),
      fact('room.field.result', result)
    ),
    step.details && h('div', { class: 'prose', dir: 'auto' }, richNodes(step.details)),
    step.comments.length > 0 && h('ul', { class: 'remarks' }, step.comments.map(remark))
  )
}

/** @param {string} label @param {string | null} value */
function fact(label, value) {
  return value ? h('div', null, h('dt', null, t(label)), h('dd', { dir: 'auto' }, value)) : null
}

/** @param {import('../plan/read.js').Comment} comment */
function remark({ name, text, done }) {
  return h('li', { dir: 'auto' }, h('b', null, `${name}: `), done ? h('s', null, text) : text)
}

/** What was voted on, in words; a tally that is hidden is not here. @param {State} state @returns {HTMLElement | null} */
function pollsOnPaper({ pollList }) {
  const polls = pollList.filter(({ state }) => state === 'closed' || state === 'cancelled')
  const lines = polls.map((poll) => {
    const [only] = poll.options
    const alone = poll.options.length === 1 && only ? say(poll.tally?.options[only.id]?.sentence) : ''
    const outcome = say(poll.tally?.sentence) || alone || t(`poll.state.${poll.state}`)
    const struck = poll.state === 'cancelled'
    return h(
      'div',
      { class: 'decided-poll' },
      h('h3', { dir: 'auto' }, struck ? h('s', null, poll.question) : poll.question),
      h('p', null, [t(`method.${poll.method}`), t('poll.castOf', { n: poll.cast, eligible: poll.eligible })].join(', ')),
      h('p', { dir: 'auto' }, struck && poll.reason ? t('poll.cancelledBecause', { reason: poll.reason }) : outcome)
    )
  })
  return section(t('room.tab.polls'), lines)
}
