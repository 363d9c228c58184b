// One act on several steps: what is filled in is set at all of them.
import { h } from '../dom.js'
import { t } from '../i18n.js'
import { field, select } from '../poll/fields.js'
import { openDialog } from './dialog.js'
import { STATUSES } from './plan/document.js'
import { setMany } from './plan/set-many.js'

/**
 * @param {object} what
 * @param {import('./plan/document.js').PlanDocument} what.plan
 * @param {string[]} what.ids of the steps
 * @param {(text: string) => void} what.say
 */
export function bulkDialog({ plan, ids, say }) {
  const status = select([['', t('room.bulk.keep')], ...STATUSES.map((name) => /** @type {[string, string]} */ ([name, t(`status.${name}`)]))], '')
  const responsible = h('input', { autocomplete: 'off', list: 'names', maxlength: 1000 })
  const due = h('input', { type: 'date', min: '2000-01-01', max: '2199-12-31' })
  const tag = h('input', { autocomplete: 'off', maxlength: 100 })
  const error = h('p', { class: 'error', role: 'alert', hidden: true }, t('room.date.wrong'))
  const dialog = openDialog(
    t('room.bulk.change', { n: ids.length }),
    [
      h('p', { class: 'hint' }, t('room.bulk.how')),
      field(t('room.bulk.status'), status),
      field(t('room.field.responsible'), responsible),
      field(t('room.field.due'), due),
      error,
      field(t('room.bulk.tag'), tag)
    ],
    [h('button', { class: 'primary end' }, t('room.bulk.set'))]
  )
  dialog.form.addEventListener('submit', (event) => {
    event.preventDefault()
    error.hidden = due.validity.valid
    if (!due.validity.valid) return due.focus()
    dialog.close()
    const set = { status: status.value, due: due.value, responsible: responsible.value.trim(), tag: tag.value.trim() }
    if (Object.values(set).some((value) => value !== '')) setMany(plan, ids, set)
    say(t('room.bulk.done', { n: ids.length }))
  })
}
