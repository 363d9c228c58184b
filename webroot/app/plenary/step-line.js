/** A step of the plenary, with where it comes from, and a box to choose it by. */
import { h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { check } from '../poll/fields.js'
import { mergeDialog } from './merge-dialog.js'

/** @import {Means, Step} from './types.js' */

/**
 * @param {Step} step
 * @param {boolean} checked
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

/**
 * A button that makes one of what is chosen.
 *
 * @param {string} words
 * @param {() => ReturnType<typeof stepLine>[]} lines
 * @param {Means} means
 * @param {(version: string) => void} merged
 */
export function mergeButton(words, lines, means, merged) {
  const merge = () => {
    const chosen = lines().filter(({ input }) => input.checked).map(({ step }) => step)
    if (chosen.length < 2) means.tell(t('plenary.two'))
    else mergeDialog(chosen, means, merged)
  }
  return h('div', { class: 'row' }, h('button', { type: 'button', onclick: merge }, icon('link'), words))
}

/** @param {Step} step */
function origins({ origins }) {
  return origins.length === 0 ? t('plenary.own') : t('plenary.from', { rooms: origins.map(({ roomTitle, decision }) => [roomTitle, decision].filter(Boolean).join(': ')).join(' · ') })
}
