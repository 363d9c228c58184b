/** Several steps become one: which title, and who does it. */
import { h, icon, listen } from '../dom.js'
import { t } from '../i18n.js'
import { field, plates } from '../poll/fields.js'
import { openDialog } from '../room/dialog.js'

/** @import {Means, Step} from './types.js' */

/**
 * @param {Step[]} steps two or more
 * @param {Means} means
 * @param {(version: string) => void} merged
 */
export function mergeDialog(steps, { post, attempt, tell, show }, merged) {
  const keep = plates(
    steps.map((step) => ({ value: step.id, label: step.title, note: [...new Set(step.origins.map(({ roomTitle }) => roomTitle))].join(', ') })),
    steps[0]?.id ?? null
  )
  const title = h('input', { maxlength: 200, required: true, value: steps[0]?.title ?? '' })
  const owners = [...new Set(steps.flatMap(({ responsible }) => responsible ?? []))]
  const names = h('datalist', { id: 'owners' }, owners.map((owner) => h('option', { value: owner })))
  const responsible = h('input', { maxlength: 200, list: 'owners', value: owners[0] ?? '' })
  listen(keep.element, 'change', () => (title.value = steps.find(({ id }) => id === keep.value())?.title ?? title.value))
  const dialog = openDialog(
    t('plenary.mergeTitle', { n: steps.length }),
    [
      h('p', { class: 'hint' }, t('plenary.mergeNote')),
      h('fieldset', null, h('legend', null, t('plenary.keep')), keep.element),
      field(t('plenary.newTitle'), title),
      field(t('plenary.responsible'), responsible, owners.length > 1 ? t('plenary.othersHelp', { names: owners.join(', ') }) : undefined),
      names
    ],
    [h('button', { type: 'button', class: 'end', onclick: () => dialog.close() }, t('cancel')), h('button', { class: 'primary' }, icon('link'), t('plenary.merge'))]
  )
  listen(dialog.form, 'submit', (event) => {
    event.preventDefault()
    if (title.value.trim() === '') return title.focus()
    return attempt(async () => {
      const done = await post('/merge', { keep: keep.value(), steps: steps.map(({ id }) => id), title: title.value.trim(), responsible: responsible.value.trim() || null })
      dialog.close()
      show(done)
      merged(done.version)
      tell(t('plenary.merged'))
    })
  })
}
