/** A session on the page of results: its plan in order, and what was voted on. */
import { freshId, h } from '../dom.js'
import { day, say, t } from '../i18n.js'
import { dayOf, dayWords, span } from '../programme/times.js'
import { prose } from './prose.js'

/** @import {Poll} from '../poll/types.js' */
/** @import {Session, Step} from './main.js' */

/** @param {Session} session */
export function sessionCard({ plan, place, start, end, plenary }) {
  const id = freshId('session')
  const facts = [dayWords(dayOf(start)), span({ start, end }), place ?? ''].filter(Boolean).join(' · ')
  const polls = plan.polls.filter(({ state }) => state !== 'draft')
  return h(
    'article',
    { class: 'card stack session-result', 'aria-labelledby': id },
    plenary && h('p', { class: 'row' }, h('span', { class: 'chip' }, t('results.plenary'))),
    h('h3', { id, dir: 'auto' }, plan.title || plan.roomTitle),
    facts !== '' && h('p', { class: 'hint' }, facts),
    plan.goal !== '' && h('p', { class: 'lead', dir: 'auto' }, plan.goal),
    plan.steps.length === 0 ? h('p', { class: 'hint' }, t('results.noSteps')) : h('ol', { class: 'result-steps' }, plan.steps.map((step) => stepItem(step, polls))),
    polls.length > 0 && h('details', null, h('summary', null, t('results.polls', { n: polls.length })), h('div', { class: 'stack' }, polls.map(pollResult)))
  )
}

/** @param {Step} step @param {Poll[]} polls */
function stepItem(step, polls) {
  const said = polls
    .filter(({ state }) => state === 'closed')
    .flatMap((poll) => poll.options.filter((option) => option.step === step.id).map((option) => [poll.question, say(poll.tally?.options[option.id]?.sentence)]))
    .filter(([, sentence]) => sentence !== '')
  const facts = [step.responsible, step.due && t('results.until', { day: day(step.due) })].filter(Boolean).join(' · ')
  return h(
    'li',
    null,
    h('p', { class: 'row' }, h('b', { dir: 'auto' }, step.title || t('results.untitled')), step.status && h('span', { class: 'chip', dataset: { status: step.status } }, t(`status.${step.status}`))),
    facts !== '' && h('p', { dir: 'auto' }, facts),
    step.result && h('p', { class: 'hint', dir: 'auto' }, t('results.doneWhen', { result: step.result })),
    said.map(([question, sentence]) => h('p', { class: 'outcome-line', dir: 'auto' }, `${question} – ${sentence}`)),
    (step.plenary ?? []).map((verdict) => h('p', { class: 'outcome-line', dir: 'auto' }, `${t('results.plenary')}: ${verdict.question} – ${heads(verdict)}`)),
    step.details && h('details', null, h('summary', { class: 'hint' }, t('results.details')), h('div', { class: 'prose', dir: 'auto' }, prose(step.details)))
  )
}

/** By heads, and beside it by authority. @param {import('./main.js').Verdict} verdict */
function heads({ said, byAuthority }) {
  return byAuthority ? t('results.byAuthority', { heads: say(said), authorities: say(byAuthority) }) : say(said)
}

/** @param {Poll} poll */
function pollResult(poll) {
  const struck = poll.state === 'cancelled'
  const head = [t(`method.${poll.method}`), t('poll.castOf', { n: poll.cast, eligible: poll.eligible })].join(', ')
  return h(
    'section',
    { class: 'stack poll-result' },
    h('h4', { dir: 'auto' }, struck ? h('s', null, poll.question) : poll.question),
    h('p', { class: 'hint' }, head),
    struck ? h('p', { dir: 'auto' }, poll.reason ? t('poll.cancelledBecause', { reason: poll.reason }) : t('poll.state.cancelled')) : outcome(poll)
  )
}

/** The result in the server's sentences, which hold the exact numbers: as a whole, and of each option. @param {Poll} poll */
function outcome({ tally, options }) {
  if (!tally) return h('p', { class: 'hint' }, t('results.noTally'))
  const whole = say(tally.sentence)
  const each = options.map(({ id, label }) => ({ label, sentence: say(tally.options[id]?.sentence), selected: tally.options[id]?.selected === 'yes' })).filter(({ sentence }) => sentence !== '' && sentence !== whole)
  return h(
    'div',
    { class: 'stack' },
    whole !== '' && h('p', { class: 'result-sentence', dir: 'auto' }, whole),
    each.length > 0 &&
      h(
        'ul',
        { class: 'each-option', role: 'list' },
        each.map(({ label, sentence, selected }) => h('li', { dataset: { selected } }, h('b', { dir: 'auto' }, label), h('span', null, sentence)))
      )
  )
}
