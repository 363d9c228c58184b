/** All that is in the plenary's plan: to see, and to merge what nobody proposed. */
import { fill, freshId, h } from '../dom.js'
import { t } from '../i18n.js'
import { mergeButton, stepLine } from './step-line.js'

/** @import {Means, Plenary} from './types.js' */

/** @param {Means} means @param {(version: string) => void} merged @returns {{element: HTMLElement, update(plenary: Plenary): void}} */
export function steps(means, merged) {
  const list = h('ol', { class: 'alike', role: 'list' })
  /** @type {ReturnType<typeof stepLine>[]} */
  let lines = []
  const heading = freshId('part')
  const title = h('h2', { id: heading })
  const element = h('section', { class: 'card stack', 'aria-labelledby': heading }, title, list, mergeButton(t('plenary.mergeChosen'), () => lines, means, merged))
  return {
    element,
    update(plenary) {
      const on = new Set(lines.filter(({ input }) => input.checked).map(({ step }) => step.id))
      lines = plenary.steps.map((step) => stepLine(step, on.has(step.id)))
      element.hidden = lines.length === 0
      fill(title, t('plenary.steps', { n: lines.length }))
      fill(list, lines.map((line) => line.element))
    }
  }
}
