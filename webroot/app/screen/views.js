/** What can stand on the screen, one view a stage: waiting, the plan, a step, a poll. */
import { fill, h, icon, setText } from '../dom.js'
import { number, t } from '../i18n.js'
import { hiddenBecause, kind, reason, stateChip } from '../poll/card.js'
import { partsIn, still } from '../poll/parts.js'
import { resultView } from '../poll/result.js'
import { deadline, turnout } from '../poll/turnout.js'
import { overview, until, who } from './overview.js'
import { breakUp } from './pages.js'
import { richNodes } from '../room/plan/rich-view.js'

/** @import {Part, Wanted} from '../poll/parts.js' */
/** @import {Poll} from '../poll/types.js' */
/** @import {Stage, State} from './state.js' */
/**
 * @typedef {object} View
 * @property {HTMLElement} element
 * @property {(state: State) => void} update shows all there is of the state; what does not fit is paged by pages.js
 * @property {(state: State) => string} title what is being shown, in words
 */

/**
 * @param {Stage} stage
 * @returns {View}
 */
export function viewOf(stage) {
  switch (stage.kind) {
    case 'plan':
      return overview()
    case 'step':
      return stepView(stage.id)
    case 'poll':
      return pollView(stage.id)
    default:
      return waiting()
  }
}

/** @returns {View} */
function waiting() {
  const words = h('p', { class: 'lead' }, t('screen.wait'))
  return { element: h('section', null, words), update() {}, title: () => t('screen.wait') }
}

/**
 * @param {string} id
 * @returns {View}
 */
export function stepView(id) {
  const heading = h('h2', { id: 'stage' })
  const facts = h('ul', { class: 'facts', role: 'list' })
  const result = h('p', { class: 'lead', dir: 'auto' })
  const details = h('div', { class: 'prose' })
  const element = h('section', { 'aria-labelledby': 'stage' }, heading, facts, result, details)
  let drawn = ''

  /** Made anew only when it changed: what is on a page stays there. @param {import('../plan/read.js').Step} step */
  function draw({ result: done, details: text }) {
    const now = `${done}\n${text?.toString() ?? ''}`
    if (now === drawn) return
    drawn = now
    setText(result, done ? t('screen.result', { text: done }) : '')
    result.hidden = done === ''
    fill(details, text ? richNodes(text) : [])
    details.hidden = details.childElementCount === 0
    for (const block of details.querySelectorAll('p, li, h4, h5, h6')) block.setAttribute('dir', 'auto')
    for (const part of [result, details]) breakUp(part)
  }

  const find = (/** @type {State} */ state) => state.plan?.steps.find((step) => step.id === id)
  return {
    element,
    update(state) {
      const step = find(state)
      if (!step) return
      heading.lang = details.lang = state.room?.language ?? ''
      setText(heading, `${step.n}. ${step.title || t('screen.untitled')}`)
      fill(
        facts,
        h('li', { dataset: { status: step.status } }, icon(`st-${step.status}`), t(`status.${step.status}`)),
        h('li', null, icon('person'), who(step)),
        h('li', null, icon('cal'), until(step)),
        step.effort === null ? null : h('li', null, icon('work'), t('screen.effort', { n: number(step.effort) })),
        step.obstacle ? h('li', null, icon('warn'), t('screen.obstacle', { what: t(`obstacle.${step.obstacle}`) })) : null
      )
      draw(step)
    },
    title: (state) => find(state)?.title ?? ''
  }
}

/**
 * A poll from its opening to its result. The parts change with its state, the bars inside them grow in place.
 *
 * @param {string} id
 * @param {{reading?: boolean}} [options] `reading`: for one's own device, with tables
 * @returns {View}
 */
export function pollView(id, { reading = false } = {}) {
  const headingId = reading ? `poll-${id}` : 'stage'
  const chips = h('p', { class: 'row' })
  const heading = h(reading ? 'h3' : 'h2', { id: headingId })
  const body = h('div', { class: 'stack' })
  const element = h(reading ? 'article' : 'section', { 'aria-labelledby': headingId }, chips, heading, body)
  const parts = partsIn(body)
  let shown = ''

  /** @param {Poll} poll */
  function head(poll) {
    element.dataset['state'] = poll.state
    const attended = poll.state === 'closed' ? t('poll.castOf', { n: poll.cast, eligible: poll.eligible }) : ''
    fill(chips, stateChip(poll), h('span', { class: 'hint' }, [kind(poll), attended].filter(Boolean).join(', ')))
    fill(heading, poll.state === 'cancelled' ? h('s', null, poll.question) : poll.question)
  }

  return {
    element,
    update(state) {
      const poll = state.polls.get(id)
      if (!poll) return
      const now = `${poll.state} ${poll.question}`
      if (now !== shown) head(poll)
      shown = now
      parts.show(partsOf(poll, reading), poll)
    },
    title: (state) => {
      const poll = state.polls.get(id)
      return poll ? `${t(`poll.state.${poll.state}`)}: ${poll.question}` : ''
    }
  }
}

/**
 * @param {Poll} poll
 * @param {boolean} reading
 * @returns {Wanted[]}
 */
function partsOf(poll, reading) {
  if (poll.state === 'cancelled') return [['reason', () => still(h('p', { class: 'lead' }, reason(poll)))]]
  /** @type {Wanted[]} */
  const outcome = poll.tally
    ? [['result', () => resultView(poll, { screen: !reading, table: reading })]]
    : [['hidden', () => hidden(poll)]]
  if (poll.state === 'closed') return outcome
  /** @type {Wanted[]} */
  const options = poll.tally ? [] : [['choices', () => choices(poll)]]
  return [['turnout', () => turnout(poll)], ['deadline', () => deadline(poll)], ...options, ...outcome]
}

/**
 * @param {Poll} first
 * @returns {Part}
 */
function hidden(first) {
  const words = h('span', null, hiddenBecause(first, 'viewer'))
  return {
    element: h('p', { class: 'hint line' }, icon('hidden'), words),
    update(poll) {
      setText(words, hiddenBecause(poll, 'viewer'))
    }
  }
}

/**
 * What there is to choose from, as long as no number may be seen.
 *
 * @param {Poll} poll
 * @returns {Part}
 */
function choices({ options, question }) {
  const alone = options.length === 1 && options[0]?.label === question
  const element = h('ul', { class: 'options', role: 'list', hidden: alone })
  fill(
    element,
    options.map(({ label }) => h('li', { dir: 'auto' }, label))
  )
  return still(element)
}
