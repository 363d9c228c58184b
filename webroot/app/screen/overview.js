/** The plan on the screen: the steps, numbered, with who, until when and what was decided. */
import { fill, h, icon, patch, setText } from '../dom.js'
import { day, number, t } from '../i18n.js'
import { today } from '../room/today.js'
import { decisions } from './facts.js'

/** @import {Plan, Step} from '../plan/read.js' */
/** @import {View} from './views.js' */

/**
 * @param {{all?: boolean, agreed?: boolean}} [options] `all`: for reading, with the goal; `agreed`: told steps are those that were agreed on
 * @returns {View}
 */
export function overview({ all = false, agreed = false } = {}) {
  const heading = h('h2', { id: 'stage' })
  const lead = h('p', { class: 'lead' })
  const goal = h('p', { class: 'lead', dir: 'auto' })
  const list = h('ol', { class: 'overview', role: 'list' })
  const empty = h('p', { class: 'lead' }, t('screen.empty'))
  const element = h('section', { 'aria-labelledby': 'stage' }, heading, goal, lead, list, empty)
  return {
    element,
    update(state) {
      const { plan } = state
      if (!plan) return
      setText(heading, plan.title || (state.room?.title ?? ''))
      // The bar above says it already.
      heading.classList.toggle('vh', !all && heading.textContent === state.room?.title)
      setText(goal, plan.goal)
      goal.hidden = plan.goal === '' || (!all && plan.steps.length > 0)
      setText(lead, agreed ? t('screen.agreedSteps', { n: plan.steps.length }) : summary(plan))
      lead.hidden = empty.hidden = plan.steps.length > 0
      lead.hidden = !empty.hidden
      const decided = decisions(state)
      const language = state.room?.language ?? ''
      heading.lang = goal.lang = language
      patch(
        list,
        plan.steps,
        (step) => step.id,
        create,
        (item, step) => draw(item, step, language, decided)
      )
    },
    title: (state) => state.plan?.title ?? ''
  }
}

function create() {
  return h('li', null, h('span', { class: 'n num' }), h('b', null), h('span', { class: 's' }), h('span', { class: 'w hint', dir: 'auto' }))
}

/**
 * @param {HTMLElement} item
 * @param {Step} step
 * @param {string} language of the plan, for hyphens and for reading aloud
 * @param {Map<string, {text: string}[]>} decided
 */
function draw(item, step, language, decided) {
  const [n, title, status, facts] = item.children
  if (!n || !(title instanceof HTMLElement) || !(status instanceof HTMLElement) || !facts) return
  title.lang = language
  setText(n, String(step.n))
  setText(title, step.title || t('screen.untitled'))
  if (status.dataset['status'] !== step.status) {
    status.dataset['status'] = step.status
    fill(status, icon(`st-${step.status}`), t(`status.${step.status}`))
  }
  const decision = decided.get(step.id)?.[0]?.text
  setText(facts, [`${who(step)}, ${until(step)}`, decision].filter(Boolean).join('. '))
}

/** @param {Step} step @returns {string} */
export function who(step) {
  return step.responsible || t('screen.nobody')
}

/** @param {Step} step @returns {string} */
export function until(step) {
  if (!step.due) return t('screen.noDate')
  const over = step.due < today() && step.status !== 'done' && step.status !== 'dropped'
  return t(over ? 'screen.overdue' : 'screen.until', { date: day(step.due) })
}

/**
 * `6 Schritte, 25 Personentage. 1 erledigt, 1 in Arbeit, 1 blockiert.`
 *
 * @param {Plan} plan
 * @returns {string}
 */
function summary({ steps }) {
  const effort = steps.reduce((sum, step) => sum + (step.status === 'dropped' ? 0 : (step.effort ?? 0)), 0)
  const count = (/** @type {string} */ status) => steps.filter((step) => step.status === status).length
  const states = ['done', 'doing', 'blocked']
    .filter((status) => count(status) > 0)
    .map((status) => `${count(status)} ${t(`screen.some.${status}`)}`)
    .join(', ')
  const head = [t('screen.steps', { n: steps.length }), effort > 0 ? t('screen.effort', { n: number(effort) }) : '']
  return `${head.filter(Boolean).join(', ')}.${states ? ` ${states}.` : ''}`
}
