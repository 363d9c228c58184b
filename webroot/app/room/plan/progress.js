// How far the plan is: a rule that fills, and the same in words.
import { h, setText } from '../../dom.js'
import { t } from '../../i18n.js'

/** What was dropped is no longer to be done. */
export function progress() {
  const words = h('span', null)
  const element = h('p', { class: 'progress', hidden: true }, words, h('span', { class: 'rule', 'aria-hidden': 'true' }))
  return {
    element,
    /** @param {string[]} statuses of all steps */
    update(statuses) {
      const left = statuses.filter((status) => status !== 'dropped')
      const done = left.filter((status) => status === 'done').length
      element.hidden = left.length === 0
      element.style.setProperty('--done', String(left.length === 0 ? 0 : done / left.length))
      setText(words, t('room.progress', { n: done, of: left.length }))
    }
  }
}
