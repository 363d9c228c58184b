// A plan that another authority has exported, as the beginning of a room: read here only to say what is in it.
import { fill, h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { check, field } from '../poll/fields.js'

/**
 * @param {(title: string) => void} named hears what the plan is called
 * @returns {{element: HTMLElement, request(): {plan: object, fresh: boolean} | null, clear(): void}}
 */
export function reuse(named) {
  const file = h('input', { type: 'file', accept: '.json,application/json' })
  const about = h('div', { 'aria-live': 'polite' })
  const fresh = check(t('organise.reuse.fresh'), false, t('organise.reuse.freshHint'))
  /** @type {Record<string, any> | null} */
  let plan = null

  file.addEventListener('change', async () => {
    plan = null
    const chosen = file.files?.[0]
    if (!chosen) return fill(about)
    plan = asPlan(await chosen.text())
    fill(about, plan ? inside(plan) : h('p', { class: 'error' }, icon('warn'), t('organise.reuse.noPlan')))
    if (plan) named(plan['title'].trim() || plan['roomTitle'] || '')
  })

  return {
    element: h(
      'div',
      { class: 'stack reuse' },
      field(t('organise.reuse.file'), file, t('organise.reuse.hint')),
      about,
      fresh.element
    ),
    request: () => (plan ? { plan, fresh: fresh.input.checked } : null),
    clear() {
      plan = null
      file.value = ''
      fresh.input.checked = false
      fill(about)
    }
  }
}

/** The server looks closer. @param {string} text @returns {Record<string, any> | null} */
function asPlan(text) {
  try {
    const tree = JSON.parse(text)
    return typeof tree?.title === 'string' && Array.isArray(tree.steps) ? tree : null
  } catch {
    return null
  }
}

/** @param {Record<string, any>} plan */
function inside(plan) {
  const authority = plan['meta']?.authority
  const polls = Array.isArray(plan['polls']) ? plan['polls'].length : 0
  return h(
    'p',
    { class: 'hint' },
    [
      t('organise.reuse.from', { origin: [authority, plan['title']].filter((word) => typeof word === 'string' && word).join(': ') }),
      t('organise.reuse.steps', { n: plan['steps'].length }),
      polls > 0 && t('organise.reuse.polls', { n: polls })
    ]
      .filter(Boolean)
      .join(' ')
  )
}
