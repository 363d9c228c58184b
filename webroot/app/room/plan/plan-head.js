// Title and goal of the plan, undo, filter, and why nothing can be changed.
import { h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { filterBar } from './filter.js'
import { bindText } from './text-binding.js'

const TITLE_MAX = 300
const GOAL_MAX = 2000

/**
 * @param {object} what
 * @param {import('./document.js').PlanDocument} what.plan
 * @param {import('./carets.js').Carets} what.carets
 * @param {() => boolean} what.editable
 * @param {() => string} what.readOnly key of the sentence that says why nothing can be changed
 * @param {() => void} what.undo
 * @param {(filter: import('./filter.js').Filter) => void} what.chosen
 */
export function planHead({ plan, carets, editable, readOnly, undo, chosen }) {
  const title = field('room.plan.title', 'plan-title', plan.title, 'title', TITLE_MAX)
  const goal = field('room.plan.goal', 'goal', plan.goal, 'goal', GOAL_MAX)
  const filter = filterBar(chosen)
  const back = h(
    'button',
    { type: 'button', class: 'quiet end undo', onclick: undo },
    icon('undo'),
    h('span', null, t('room.undo'))
  )
  const reason = h('span', null)
  const notice = h('p', { class: 'notice', hidden: true }, icon('lock'), reason)

  /** @param {string} label @param {string} look @param {import('/vendor/yjs.js').Y.Text} text @param {string} name @param {number} max */
  function field(label, look, text, name, max) {
    const input = h('textarea', {
      class: look,
      rows: 1,
      maxlength: max,
      'aria-label': t(label),
      placeholder: t(`${label}.empty`)
    })
    const mirror = h('div', { class: `mirror ${look}`, 'aria-hidden': 'true', hidden: true })
    input.addEventListener('keydown', (event) => event.key === 'Enter' && !event.isComposing && event.preventDefault())
    bindText(text, input, { max, changed: carets.over(name, text, input, mirror).changed })
    return { input, element: h('div', { class: 'grow' }, input, mirror) }
  }

  const element = h(
    'div',
    { class: 'plan-head' },
    h('h2', { id: 'plan-h', class: 'vh' }, t('room.plan')),
    h('div', { class: 'row nowrap' }, title.element, back),
    goal.element,
    h('div', null, filter.element),
    notice
  )
  return {
    element,
    filter,
    refresh() {
      const may = editable()
      title.input.readOnly = goal.input.readOnly = !may
      back.hidden = !may
      notice.hidden = may
      if (may) return
      const why = readOnly()
      reason.replaceChildren(h('b', null, t(why)), ' ', t(`${why}.how`))
    },
    showUndo(/** @type {boolean} */ possible) {
      back.disabled = !possible
    }
  }
}
