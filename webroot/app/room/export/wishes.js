import { h } from '../../dom.js'
import { t } from '../../i18n.js'
import { check, field, select } from '../../poll/fields.js'

/**
 * What a document is to hold, as fields.
 *
 * @param {boolean} moderates names of people are the moderators' to give
 * @param {() => void} changed
 * @returns {{element: HTMLElement, query(): string}}
 */
export function wishes(moderates, changed) {
  const documents = ['plan', 'protocol', 'both'].map((value, index) => {
    const input = h('input', { type: 'radio', name: 'document', value, checked: index === 0 })
    return { input, element: h('label', { class: 'check' }, input, h('span', null, t(`export.document.${value}`))) }
  })
  const parts = ['polls', 'comments', 'minutes'].map((name) => ({ name, ...check(t(`export.part.${name}`), true) }))
  const days = check(t('export.days'), false)
  const named = moderates ? ['counts', 'names', 'none'] : ['counts', 'none']
  const people = select(named.map((value) => [value, t(`export.people.${value}`)]), 'counts')
  const element = h(
    'div',
    { class: 'stack' },
    h('fieldset', { class: 'row' }, h('legend', null, t('export.document')), documents.map((one) => one.element)),
    h('fieldset', null, h('legend', null, t('export.parts')), parts.map((one) => one.element)),
    h('fieldset', null, h('legend', null, t('export.calendar')), days.element),
    field(t('export.people'), people)
  )
  element.addEventListener('change', changed)
  return {
    element,
    query() {
      const wish = new URLSearchParams({ people: people.value })
      for (const { input } of documents) if (input.checked) wish.set('document', input.value)
      for (const { name, input } of parts) if (!input.checked) wish.set(name, 'false')
      if (days.input.checked) wish.set('days', 'true')
      return wish.toString()
    }
  }
}
