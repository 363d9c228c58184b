// The line under a step's title: who, until when, how much, what is in the way, what was decided.
import { fill, h, icon } from '../../dom.js'
import { day, number, t } from '../../i18n.js'
import { OBSTACLES } from './document.js'
import { elsewhere } from './elsewhere.js'

/** @typedef {{tone: 'good' | 'bad' | 'warn' | 'act' | '', sign: string, text: string, poll?: string, binding?: boolean}} Decision */

/** Whether nothing is left to do in a step. @param {string} status */
export function isSettled(status) {
  return status === 'done' || status === 'dropped'
}

/**
 * @param {import('./document.js').PlanDocument} plan
 * @param {string} id
 * @param {string} today `2026-11-27`
 */
export function isOverdue(plan, id, today) {
  const due = plan.date(id, 'due')
  return due !== '' && due < today && !isSettled(plan.status(id))
}

/**
 * @param {HTMLElement} list
 * @param {import('./document.js').PlanDocument} plan
 * @param {string} id
 * @param {string} today
 * @param {Decision[]} decisions
 */
export function drawFacts(list, plan, id, today, decisions) {
  const obstacle = plan.text(id, 'obstacle')
  const comments = plan.comments(id).filter((comment) => !comment.done && !comment.removed).length
  const supporters = Number(plan.step(id)?.get('supporters') ?? 0)
  fill(
    list,
    responsible(plan.text(id, 'responsible')),
    due(plan, id, today),
    effort(plan.effort(id)),
    OBSTACLES.includes(obstacle) &&
      h('li', null, icon('warn'), t('room.fact.obstacle', { what: t(`obstacle.${obstacle}`) })),
    plan.text(id, 'tags').trim() !== '' && h('li', null, icon('tag'), h('span', { class: 'vh' }, t('room.fact.tags')), plan.text(id, 'tags')),
    supporters > 0 && h('li', null, icon('up'), t('room.fact.supporters', { n: supporters })),
    comments > 0 && h('li', null, icon('text'), t('room.fact.comments', { n: comments })),
    decisions.map(({ tone, sign, text, poll }) =>
      h('li', null, h('button', { type: 'button', class: `chip ${tone}`.trim(), dataset: { poll } }, icon(sign), text))
    ),
    elsewhere(plan, id)
  )
}

/** @param {string} who */
function responsible(who) {
  if (!who.trim()) return h('li', { class: 'open' }, icon('person'), t('room.fact.noOne'))
  return h('li', null, icon('person'), h('span', { class: 'vh' }, t('room.fact.responsible')), who)
}

/** @param {import('./document.js').PlanDocument} plan @param {string} id @param {string} today */
function due(plan, id, today) {
  const date = plan.date(id, 'due')
  if (!date) return h('li', { class: 'open' }, icon('cal'), t('room.fact.noDate'))
  const late = isOverdue(plan, id, today)
  const time = h('time', { datetime: date }, day(date))
  return h(
    'li',
    { class: late && 'late' },
    icon('cal'),
    h('span', null, `${t('room.fact.until')} `, time, late && t('room.fact.late'))
  )
}

/** @param {number | null} days */
function effort(days) {
  if (days === null) return null
  return h('li', null, icon('work'), number(days), ' ', h('abbr', { title: t('room.fact.days') }, t('room.fact.pd')))
}
