/** Groups of steps that may mean the same, proposed by the server; what becomes one is for people to say. */
import { fill, freshId, h } from '../dom.js'
import { t } from '../i18n.js'
import { mergeButton, stepLine } from './step-line.js'

/** @import {Group, Means, Plenary} from './types.js' */

/**
 * @param {Means} means
 * @param {() => Promise<{groups: Group[]}>} look asks for groups
 * @param {(version: string) => void} merged
 * @returns {{element: HTMLElement, update(plenary: Plenary): void}}
 */
export function alike(means, look, merged) {
  const list = h('ul', { class: 'groups', role: 'list' })
  const none = h('p', { class: 'hint', role: 'status' })
  const heading = freshId('part')
  const search = () =>
    means.attempt(async () => {
      const { groups } = await look()
      fill(list, groups.map(item))
      fill(none, groups.length === 0 ? t('plenary.noneAlike') : t('plenary.someAlike', { n: groups.length }))
    })

  /** @param {Group} group @param {number} at */
  function item(group, at) {
    const lines = group.steps.map((step) => stepLine(step, true))
    const name = freshId('group')
    return h(
      'li',
      { 'aria-labelledby': name },
      h('h3', { id: name }, t('plenary.group', { n: at + 1 })),
      h('ul', { class: 'alike', role: 'list' }, lines.map(({ element }) => element)),
      mergeButton(t('plenary.merge'), () => lines, means, merged)
    )
  }

  let known = ''
  const element = h('section', { class: 'card stack', 'aria-labelledby': heading }, h('h2', { id: heading }, t('plenary.alike')), h('p', { class: 'hint' }, t('plenary.alikeNote')), none, list, h('div', { class: 'row' }, h('button', { type: 'button', onclick: search }, t('plenary.look'))))
  return {
    element,
    update({ steps }) {
      element.hidden = steps.length < 2
      const now = JSON.stringify(steps.map(({ id, title, details }) => [id, title, details]))
      if (now !== known && steps.length > 1) void search()
      known = now
    }
  }
}
