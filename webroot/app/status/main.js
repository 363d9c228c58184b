/** Whoever is in charge of steps says how far they are, without an account. What stands behind the # is the secret, and goes to the server only with a call. */
import { api, Problem } from '../api.js'
import { fill, h, patch } from '../dom.js'
import { day, loadTexts, t } from '../i18n.js'
import { frame } from '../organise/frame.js'
import { applyTheme } from '../theme.js'
import { stepForm } from './step.js'

/**
 * @typedef {{id: string, title: string, responsible: string | null, result: string | null, details: string, due: string | null, status: string | null,
 *     report: {at: string, reason?: string} | null}} Step
 * @typedef {{title: string, language: string, responsible: string | null, endsAt: string, steps: Step[]}} Seen
 */

applyTheme()
await loadTexts('common', 'status')
document.title = `${t('status.title')} – ${t('app.name')}`
const main = h('main', { class: 'wrap narrow-page org', id: 'content', tabindex: '-1' })
const tell = frame(main, {})
addEventListener('hashchange', show)
await show()
document.documentElement.dataset['ready'] = '1'

async function show() {
  const path = `/status/${encodeURIComponent(location.hash.slice(1))}`
  try {
    if (location.hash.length < 2) throw new Problem(404, 'notFound', '', '')
    draw(path, await api.get(path))
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason
    fill(main, h('h1', null, t('status.title')), h('p', { class: 'notice' }, h('span', null, reason.status === 404 ? t('status.gone') : reason.sentence)))
  }
}

/** @param {string} path @param {Seen} first */
function draw(path, first) {
  const list = h('div', { class: 'stack' })
  /** @type {Map<string, ReturnType<typeof stepForm>>} */
  const forms = new Map()

  /** @param {Seen} seen */
  function update({ steps }) {
    patch(
      list,
      steps,
      ({ id }) => id,
      (step) => {
        const form = stepForm(step, report)
        forms.set(step.id, form)
        return form.element
      },
      (_, step) => forms.get(step.id)?.update(step)
    )
  }

  /** Sent again after a lost answer it is the same report. @param {object} said */
  async function report(said) {
    update(await api.post(path, said))
    tell(t('status.thanks'))
  }

  const whose = first.responsible && h('p', { class: 'lead', dir: 'auto' }, t('status.for', { name: first.responsible }))
  fill(
    main,
    h('header', { class: 'stack' }, h('p', { class: 'label' }, t('status.title')), h('h1', { lang: first.language }, first.title), whose, h('p', { class: 'hint' }, t('status.how', { day: day(first.endsAt.slice(0, 10)) }))),
    first.steps.length === 0 && h('div', { class: 'empty' }, h('p', null, t('status.none'))),
    list
  )
  update(first)
}
