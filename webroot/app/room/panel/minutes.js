import { h } from '../../dom.js'
import { t } from '../../i18n.js'
import { RichField } from '../plan/rich-field.js'
import { isShown } from '../tabs.js'

/**
 * The minutes: one text everybody writes. Its editor is loaded when the section is first shown.
 *
 * @param {import('../state.js').State} state
 * @param {import('../plan/document.js').PlanDocument} plan
 * @param {import('/vendor/yjs.js').awareness.Awareness} awareness
 */
export function minutes(state, plan, awareness) {
  const card = h('div', { class: 'minutes' })
  const element = h(
    'section',
    { id: 'protokoll', 'aria-labelledby': 'min-h' },
    h('h2', { id: 'min-h' }, t('room.tab.minutes')),
    card
  )
  /** @type {RichField | null} */
  let field = null
  const show = () => {
    if (field || !isShown('#protokoll')) return
    field = new RichField({
      fragment: () => plan.minutes,
      begin: () => plan.minutes,
      awareness,
      plan,
      label: 'min-h',
      empty: t('room.minutes.empty'),
      editable: () => state.editable
    })
    card.append(field.element)
  }
  addEventListener('hashchange', show)
  state.on(['room'], () => field?.refresh())
  show()
  return element
}
