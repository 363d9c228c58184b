// One kept state of the plan: what is different since, step by step, and how it was.
import { api } from '../../api.js'
import { fill, h, icon, listen } from '../../dom.js'
import { lang, t } from '../../i18n.js'
import { field, select } from '../../poll/fields.js'
import { saveAs } from '../save-as.js'
import { difference } from './difference.js'
import { named } from './version.js'

/** @import {Version} from './version.js' */
/** @import {Comparison, StepChange} from './difference.js' */

/**
 * @typedef {{title: string, goal: string, steps: {id: string, title: string, responsible?: string, due?: string}[]}} Plan
 */

/**
 * @param {object} what
 * @param {Version} what.version
 * @param {Version[]} what.all the newest first
 * @param {string} what.path of the versions of the room
 * @param {() => string} what.token
 * @param {(act: () => Promise<void>) => Promise<void>} what.attempt says what went wrong
 * @param {(text: string) => void} what.say
 * @returns {Promise<HTMLElement>}
 */
export async function versionView({ version, all, path, token, attempt, say }) {
  const shown = h('div', { class: 'stack', 'aria-live': 'polite' })
  /** @type {[string, string][]} */
  const others = all.filter((one) => one !== version).map((one) => [one.id, named(one)])
  const other = select([['', t('records.difference.now')], ...others], '')
  const take = h('button', { type: 'button', class: 'quiet' }, t('records.difference.take'))

  /** Always from the older to the newer. @param {string} format */
  function address(format) {
    const index = all.findIndex((one) => one.id === other.value)
    const turned = index > all.indexOf(version)
    const from = turned ? other.value : version.id
    const to = turned ? version.id : other.value
    return `${path}/${from}/difference?format=${format}&language=${lang()}${to ? `&to=${to}` : ''}`
  }

  async function compare() {
    /** @type {Comparison} */
    const comparison = await api.get(address('json'), { token: token() })
    const now = other.value === ''
    fill(shown, difference(comparison, (step) => now && back(step)))
    take.hidden = comparison.same
  }

  /** What was there then and is otherwise now can be had back. @param {StepChange} step */
  function back(step) {
    if (!['changed', 'removed'].includes(step.kind) || step.fields.length === 0) return false
    const button = h('button', { type: 'button', class: 'quiet' }, icon('undo'), t('records.difference.back'))
    button.append(h('span', { class: 'vh' }, ` (${step.title})`))
    listen(button, 'click', () =>
      attempt(async () => {
        await api.post(`${path}/${version.id}/steps/${encodeURIComponent(step.id)}/restore`, {}, { token: token() })
        await compare()
        other.focus()
        say(t('records.difference.isBack', { title: step.title }))
      })
    )
    return button
  }

  other.addEventListener('change', () => attempt(compare))
  listen(take, 'click', () =>
    attempt(async () => saveAs(await (await api.raw(address('html'), { token: token() })).blob(), t('records.difference.file')))
  )
  await compare()
  return h(
    'div',
    { class: 'stack' },
    h('div', { class: 'row keep' }, field(t('records.difference.with'), other), take),
    version.reason === 'source' && feedback(path, token, attempt),
    shown,
    asItWas(async () => (await api.get(`${path}/${version.id}`, { token: token() })).plan, attempt)
  )
}

/** A file for those whose plan it was. @param {string} path of the versions @param {() => string} token @param {(act: () => Promise<void>) => Promise<void>} attempt */
function feedback(path, token, attempt) {
  const address = `${path.replace(/versions$/, 'feedback')}?language=${lang()}`
  const give = () => attempt(async () => saveAs(await (await api.raw(address, { token: token() })).blob(), t('records.feedback.file')))
  return h('div', { class: 'row' }, h('button', { type: 'button', onclick: give }, icon('down'), t('records.feedback')), h('p', { class: 'hint' }, t('records.feedback.what')))
}

/** The plan as it was, asked for when somebody opens it. @param {() => Promise<Plan>} ask @param {(act: () => Promise<void>) => Promise<void>} attempt */
function asItWas(ask, attempt) {
  const body = h('div', { class: 'stack' })
  const element = h('details', null, h('summary', { class: 'label' }, t('records.versions.then')), body)
  element.addEventListener('toggle', () => {
    if (!element.open || body.childElementCount > 0) return
    void attempt(async () => {
      const plan = await ask()
      fill(
        body,
        h('p', null, h('b', null, plan.title)),
        plan.goal && h('p', null, plan.goal),
        h('ol', { class: 'records' }, plan.steps.map(stepLine)),
        plan.steps.length === 0 && h('p', { class: 'hint' }, t('records.versions.nosteps'))
      )
    })
  })
  return element
}

/** @param {Plan['steps'][number]} step */
function stepLine(step) {
  return h(
    'li',
    null,
    h('p', { dir: 'auto' }, step.title),
    (step.responsible || step.due) &&
      h('p', { class: 'hint' }, [step.responsible, step.due].filter(Boolean).join(' · '))
  )
}
