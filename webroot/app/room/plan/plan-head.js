// Title and goal of the plan, undo, filter, and why nothing can be changed.
import { h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { filterBar } from './filter.js'
import { phaseNote } from './phase-note.js'
import { progress } from './progress.js'
import { textField } from './text-field.js'

const TITLE_MAX = 300
const GOAL_MAX = 2000

/**
 * @param {object} what
 * @param {import('./document.js').PlanDocument} what.plan
 * @param {import('./carets.js').Carets} what.carets
 * @param {() => boolean} what.editable
 * @param {() => string[]} what.notices keys of the sentences on what is to be known: why nothing can be changed, that a part is missing
 * @param {HTMLElement} what.origin says where the plan comes from
 * @param {() => string} what.phase that is on
 * @param {() => boolean} what.moderates
 * @param {() => void} what.undo
 * @param {() => void} what.redo
 * @param {(filter: import('./filter.js').Filter) => void} what.chosen
 */
export function planHead({ plan, carets, editable, notices, origin, phase, moderates, undo, redo, chosen }) {
  const title = field('room.plan.title', 'plan-title', plan.title, 'title', TITLE_MAX)
  const goal = field('room.plan.goal', 'goal', plan.goal, 'goal', GOAL_MAX)
  const filter = filterBar(chosen)
  const far = progress()
  const note = phaseNote({ plan, carets, phase, moderates: () => moderates() && editable() })
  const back = act('undo', 'room.undo', undo)
  const again = act('redo', 'room.redo', redo)
  back.disabled = again.disabled = true
  const reason = h('span', null)
  const lock = h('span', null, icon('lock'))
  const notice = h('p', { class: 'notice', hidden: true }, lock, reason)

  /** @param {string} label @param {string} look @param {import('/vendor/yjs.js').Y.Text} text @param {string} name @param {number} max */
  function field(label, look, text, name, max) {
    const input = h('textarea', {
      class: look,
      rows: 1,
      'aria-label': t(label),
      placeholder: t(`${label}.empty`)
    })
    input.addEventListener('keydown', (event) => event.key === 'Enter' && !event.isComposing && event.preventDefault())
    const source = { shared: () => text, plain: () => '', begin: () => text }
    return { input, element: textField({ name, field: input, look, carets, max, source }).element }
  }

  const element = h(
    'div',
    { class: 'plan-head' },
    h('h2', { id: 'plan-h', class: 'vh' }, t('room.plan')),
    h('div', { class: 'row nowrap' }, title.element, h('div', { class: 'row nowrap end' }, back, again)),
    goal.element,
    note.element,
    origin,
    h('div', { class: 'row apart' }, filter.element, far.element),
    notice
  )
  return {
    element,
    filter,
    progress: far,
    refresh() {
      const may = editable()
      title.input.readOnly = goal.input.readOnly = !may
      back.hidden = again.hidden = !may
      lock.hidden = may
      note.update()
      const keys = notices()
      notice.hidden = keys.length === 0
      reason.replaceChildren(...keys.flatMap((key) => [h('b', null, t(key)), ' ', t(`${key}.how`), ' ']))
    },
    showUndo(/** @type {boolean} */ possible, /** @type {boolean} */ redoable) {
      back.disabled = !possible
      again.disabled = !redoable
    }
  }
}

/** @param {string} look @param {string} name key of its text @param {() => void} onclick */
function act(look, name, onclick) {
  return h(
    'button',
    { type: 'button', class: `quiet ${look}`, onclick, title: t(name) },
    icon('undo'),
    h('span', null, t(name))
  )
}
