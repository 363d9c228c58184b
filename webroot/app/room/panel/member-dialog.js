import { api } from '../../api.js'
import { freshId, h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { openDialog } from '../dialog.js'

/**
 * What can be done about a member: a name corrected, moderation handed over, removed. Oneself may only be renamed here.
 *
 * @param {object} what
 * @param {import('./roll.js').Member} what.member
 * @param {import('../state.js').State} what.state
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {(text: string) => void} what.say
 * @param {() => void} what.done
 */
export function memberDialog({ member, state, room, token, say, done }) {
  const path = `/rooms/${room}/members/${member.id}`
  const ids = { name: freshId('name'), organisation: freshId('organisation') }
  const name = h('input', { id: ids.name, required: true, maxlength: 80, value: member.name, autocomplete: 'off' })
  const organisation = h('input', { id: ids.organisation, maxlength: 80, value: member.organisation ?? '', autocomplete: 'off' })
  const error = h('p', { class: 'error', hidden: true, role: 'alert' })
  const own = member.id === state.me.id
  const others = state.moderates && !own

  /** @param {() => Promise<unknown>} call @param {string} told */
  async function act(call, told) {
    try {
      await call()
      dialog.close()
      say(told)
      done()
    } catch (/** @type {any} */ problem) {
      error.replaceChildren(icon('warn'), problem.sentence ?? t('error.unknown'))
      error.hidden = false
    }
  }
  /** @param {string} role */
  const become = (role) => () =>
    act(() => api.patch(path, { role }, { token: token() }), t(`room.member.now.${role}`, { name: member.name }))
  const remove = () => {
    if (!sure.checked) {
      sureRow.hidden = false
      sure.focus()
      return
    }
    void act(() => api.del(path, { token: token() }), t('room.member.removed', { name: member.name }))
  }
  const { sure, sureRow } = certainty()
  const role = member.role === 'moderator' ? 'participant' : 'moderator'

  const dialog = openDialog(
    member.name,
    [
      h('div', { class: 'field' }, h('label', { for: ids.name }, t('room.member.name')), name),
      h('div', { class: 'field' }, h('label', { for: ids.organisation }, t('room.member.organisation')), organisation),
      others && h('div', { class: 'row' }, h('button', { type: 'button', onclick: become(role) }, icon('people'), t(`room.member.make.${role}`))),
      others && sureRow,
      error
    ],
    [
      others && h('button', { type: 'button', class: 'danger', onclick: remove }, t('room.member.remove')),
      h('button', { class: 'primary end', value: 'save' }, t('room.member.save'))
    ]
  )
  dialog.form.addEventListener('submit', (event) => {
    if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.value !== 'save') return
    event.preventDefault()
    const changed = { name: name.value.trim(), organisation: organisation.value.trim() }
    const rename = async () => {
      await api.patch(path, changed, { token: token() })
      if (own) state.renamed(changed)
    }
    void act(rename, t('room.member.saved', { name: changed.name }))
  })
}

/** Who removes somebody confirms it first. */
function certainty() {
  const sure = h('input', { type: 'checkbox' })
  const words = h('span', null, t('room.member.sure'), h('small', null, t('room.member.sure.what')))
  return { sure, sureRow: h('label', { class: 'check', hidden: true }, sure, words) }
}
