/** A step of the plenary, with where it comes from. */
import { h } from '../dom.js'
import { t } from '../i18n.js'
import { check } from '../poll/fields.js'

/** @import {Step} from './types.js' */

/**
 * @param {Step} step
 * @param {boolean} checked
 * @returns {{element: HTMLElement, input: HTMLInputElement, step: Step}}
 */
export function stepLine(step, checked) {
  const box = check(h('span', { dir: 'auto' }, step.title || t('plenary.untitled')), checked)
  const more = [step.details, step.responsible ? t('plenary.by', { name: step.responsible }) : ''].filter(Boolean)
  return {
    step,
    input: box.input,
    element: h('li', null, box.element, more.map((words) => h('p', { class: 'hint', dir: 'auto' }, words)), h('p', { class: 'hint' }, origins(step)))
  }
}

/** @param {Step} step */
function origins({ origins }) {
  return origins.length === 0 ? t('plenary.own') : t('plenary.from', { rooms: origins.map(({ roomTitle, decision }) => [roomTitle, decision].filter(Boolean).join(': ')).join(' · ') })
}
