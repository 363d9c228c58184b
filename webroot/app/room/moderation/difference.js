// What is different between two states of a plan, for reading: what came is underlined, what went is struck through.
import { h } from '../../dom.js'
import { t } from '../../i18n.js'
import { shortened } from './runs.js'

/** @import {Child} from '../../dom.js' */
/** @import {Run} from './runs.js' */

/**
 * @typedef {{field: string, label: string, runs: Run[]}} FieldChange
 * @typedef {{id: string, title: string, kind: 'added' | 'removed' | 'moved' | 'changed', moved: boolean, number: number | null,
 *     before: number | null, fields: FieldChange[]}} StepChange
 * @typedef {{fields: FieldChange[], steps: StepChange[], same: boolean}} Comparison as `GET …/versions/{v}/difference` gives it
 */

/**
 * @param {Comparison} comparison
 * @param {(step: StepChange) => Child} act what can be done with a step
 * @returns {HTMLElement}
 */
export function difference(comparison, act) {
  const { fields, steps } = comparison
  if (comparison.same) return h('p', { class: 'hint' }, t('records.difference.same'))
  return h(
    'div',
    { class: 'stack difference' },
    fields.length > 0 && h('section', null, h('h4', null, t('records.difference.plan')), list(fields)),
    steps.length > 0 &&
      h(
        'ol',
        { class: 'records', role: 'list' },
        steps.map((step) => stepChange(step, act(step)))
      )
  )
}

/** @param {StepChange} step @param {Child} act */
function stepChange(step, act) {
  // Of a step that came or went the title says itself.
  const whole = step.kind === 'added' || step.kind === 'removed'
  const fields = step.fields.filter(({ field }) => !whole || field !== 'title')
  return h(
    'li',
    { dataset: { kind: step.kind } },
    h(
      'div',
      { class: 'head' },
      h('span', { class: 'chip' }, t(`records.difference.${step.kind}`)),
      h('h4', null, [step.number, step.title || t('records.difference.untitled')].filter(Boolean).join('. ')),
      act
    ),
    step.moved && h('p', { class: 'hint' }, t('records.difference.places', { from: step.before ?? 0, to: step.number ?? 0 })),
    fields.length > 0 && list(fields)
  )
}

/** @param {FieldChange[]} fields */
function list(fields) {
  return h(
    'dl',
    null,
    fields.map(({ label, runs }) => h('div', null, h('dt', null, label), h('dd', null, shortened(runs).map(words))))
  )
}

/** @param {Run} run @returns {Child} */
function words({ kind, text }) {
  return kind === 'same' ? text : h(kind === 'added' ? 'ins' : 'del', null, text)
}
