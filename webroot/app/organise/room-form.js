/** Making a room: a name, a template, a language. The codes come by themselves. */
import { api } from '../api.js'
import { fill, h, listen, setText } from '../dom.js'
import { lang, say, t } from '../i18n.js'
import { field, select } from '../poll/fields.js'
import { reuse } from './reuse.js'

/** @import {Means, Template} from './workshop.js' */

/** Stands among the templates for a plan that somebody brings. */
const FILE = 'file'

/**
 * @param {string | null} event
 * @param {Means} means
 * @returns {{element: HTMLElement, update(templates: Template[]): void}}
 */
export function roomForm(event, { token, tell, reload, attempt }) {
  const title = h('input', { required: true, maxlength: 300 })
  const template = select([], '')
  const language = languageSelect()
  /** @type {Template[]} */
  let offered = []
  const brought = reuse((name) => (title.value = title.value.trim() || name))
  const about = h('p', { class: 'hint about', 'aria-live': 'polite', hidden: true })
  template.addEventListener('change', () => {
    const chosen = offered.find(({ id }) => id === template.value)
    setText(about, chosen ? t('organise.templateAbout', { goal: say(chosen.goal), n: chosen.steps?.length ?? 0 }) : '')
    about.hidden = !chosen
    brought.element.hidden = template.value !== FILE
    if (chosen && title.value.trim() === '') title.value = say(chosen.title)
  })
  const form = h(
    'form',
    { class: 'fields' },
    field(t('organise.roomTitle'), title),
    field(t('organise.template'), template),
    field(t('organise.roomLanguage'), language),
    brought.element,
    h('div', null, h('button', { class: 'primary' }, t('organise.makeRoom'))),
    about
  )
  brought.element.hidden = true
  const element = h('details', null, h('summary', { class: 'label' }, t('organise.newRoom')), form)
  listen(form, 'submit', (submitted) => {
    submitted.preventDefault()
    return make()
  })

  async function make() {
    const name = title.value.trim()
    if (name === '') return title.focus()
    const plan = template.value === FILE ? brought.request() : null
    if (template.value === FILE && !plan) return brought.element.querySelector('input')?.focus()
    const begun = plan ?? (template.value ? { template: template.value } : {})
    const request = { title: name, language: language.value, ...(event ? { event } : {}), ...begun }
    if (!(await attempt(() => api.post('/rooms', request, { token })))) return
    title.value = ''
    if (plan) brought.clear()
    await reload()
    tell(t('organise.roomMade', { title: name }))
    title.focus()
  }

  return {
    element,
    update(templates) {
      if (templates === offered) return
      offered = templates
      fill(template, ...beginnings(templates))
    }
  }
}

/** What a room can begin with. @param {Template[]} templates */
function beginnings(templates) {
  return [
    h('option', { value: '' }, t('organise.emptyPlan')),
    h('option', { value: FILE }, t('organise.reuse')),
    ...templates.map((one) => h('option', { value: one.id }, say(one.title)))
  ]
}

/** The language of a plan, first that of the page. */
function languageSelect() {
  return select(
    [
      ['de', t('organise.german')],
      ['en', t('organise.english')]
    ],
    lang()
  )
}
