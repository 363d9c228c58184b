// Whom a code admits: whoever has it, or one person a code. Said where it matters: with an open code one person can join twice.
import { api } from '../../api.js'
import { freshId, h } from '../../dom.js'
import { t } from '../../i18n.js'

/** @typedef {'open' | 'personal'} Admission */

/**
 * @param {object} what
 * @param {import('../state.js').State} what.state
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {(problem: any) => void} what.failed
 */
export function admission({ state, room, token, failed }) {
  const name = freshId('admission')
  /** @param {Admission} way */
  const choice = (way) =>
    h(
      'label',
      { class: 'choice' },
      h('input', { type: 'radio', name, value: way, checked: (state.room?.admission ?? 'open') === way, onchange: () => set(way) }),
      h('span', null, t(`room.admission.${way}`)),
      h('small', null, t(`room.admission.${way}.what`))
    )
  const element = h(
    'fieldset',
    null,
    h('legend', { class: 'label' }, t('room.admission')),
    h('div', { class: 'choices' }, /** @type {Admission[]} */ (['open', 'personal']).map(choice))
  )

  /** @param {Admission} way */
  async function set(way) {
    try {
      await api.patch(`/rooms/${room}`, { admission: way }, { token: token() })
    } catch (problem) {
      const before = element.querySelector(`input[value="${state.room?.admission ?? 'open'}"]`)
      if (before instanceof HTMLInputElement) before.checked = true
      failed(problem)
    }
  }

  return element
}
