import { h, icon } from '../../dom.js'
import { t } from '../../i18n.js'

/**
 * The line at the end of the plan: type, Enter, and the next one.
 *
 * @param {(title: string) => void} add
 * @returns {HTMLFormElement}
 */
export function newStep(add) {
  const field = h('input', {
    id: 'new-step',
    maxlength: 300,
    autocomplete: 'off',
    enterkeyhint: 'done',
    placeholder: t('room.new')
  })
  const form = h(
    'form',
    { class: 'new-step' },
    h('label', { class: 'vh', for: 'new-step' }, t('room.new.label')),
    field,
    h('button', null, icon('plus'), t('room.new.add'))
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const title = field.value.trim()
    field.focus()
    if (!title) return
    add(title)
    field.value = ''
    form.scrollIntoView({ block: 'nearest' })
  })
  return form
}
