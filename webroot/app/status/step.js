/** One step: what it is, and a form that says how far. */
import { fill, freshId, h, icon, listen, setText } from '../dom.js'
import { day, moment, t } from '../i18n.js'
import { field } from '../poll/fields.js'

/** @import {Step} from './main.js' */

/** What can be said of a step, in the order of the form. */
const SAID = ['done', 'doing', 'blocked', 'same']
/** As long as the server takes. */
const REASON = 500

/** @param {Step} first @param {(said: object) => Promise<void>} send */
export function stepForm(first, send) {
  const id = freshId('step')
  const facts = h('p', null)
  const stand = h('p', { class: 'row' })
  const said = h('p', { class: 'hint', dir: 'auto' })
  const problem = h('p', { class: 'error', role: 'alert' })
  const name = freshId('status')
  const radios = SAID.map((value) => h('input', { type: 'radio', name, value, required: true }))
  const reason = h('textarea', { rows: 2, maxlength: REASON })
  const due = h('input', { type: 'date' })
  const why = field(t('status.reason'), reason)
  const chosen = () => radios.find(({ checked }) => checked)?.value ?? ''

  /** Why something is blocked must be said; a date alone is worth a report, too. */
  function require() {
    reason.required = chosen() === 'blocked'
    due.required = chosen() === 'same' && reason.value.trim() === ''
    setText(/** @type {HTMLElement} */ (why.firstElementChild), t(reason.required ? 'status.reasonNeeded' : 'status.reason'))
  }
  const form = h(
    'form',
    { class: 'stack report-step', 'aria-labelledby': id },
    h('fieldset', { onchange: require }, h('legend', { class: 'label' }, t('status.question')), radios.map((radio) => h('label', { class: 'check' }, radio, h('span', null, t(`status.say.${radio.value}`))))),
    why,
    field(t('status.newDate'), due),
    problem,
    h('div', null, h('button', { class: 'primary' }, t('status.send')))
  )
  reason.addEventListener('input', require)
  listen(form, 'submit', async (event) => {
    event.preventDefault()
    fill(problem)
    try {
      await send({ step: first.id, status: chosen(), ...(reason.value.trim() && { reason: reason.value.trim().replace(/\s+/g, ' ') }), ...(due.value && { due: due.value }) })
      form.reset()
      require()
    } catch (/** @type {any} */ refused) {
      fill(problem, icon('warn'), refused.sentence ?? t('error.unknown'))
    }
  })

  /** @param {Step} step */
  function update(step) {
    setText(facts, [step.responsible ?? '', step.due ? t('status.until', { day: day(step.due) }) : t('status.noDate')].filter(Boolean).join(' · '))
    fill(stand, step.status && h('span', { class: 'chip', dataset: { status: step.status } }, t(`status.${step.status}`)))
    setText(said, step.report ? t('status.last', { when: moment(step.report.at) }) + (step.report.reason ? ` ${step.report.reason}` : '') : '')
    said.hidden = !step.report
  }
  update(first)
  return { element: card(first, id, [stand, facts], [said, form]), update }
}

/** @param {Step} step @param {string} id of the heading @param {HTMLElement[]} above @param {HTMLElement[]} below */
function card({ title, result, details }, id, above, below) {
  return h(
    'section',
    { class: 'card stack', 'aria-labelledby': id },
    h('h2', { id }, title || t('status.untitled')),
    above,
    result && h('p', { class: 'hint', dir: 'auto' }, t('status.doneWhen', { result })),
    details && h('details', null, h('summary', { class: 'hint' }, t('status.details')), h('p', { class: 'prose pre-line', dir: 'auto' }, details)),
    below
  )
}
