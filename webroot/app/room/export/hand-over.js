// Dated steps as tasks in somebody's calendar: its address, a name and a password that nobody keeps.
import { api } from '../../api.js'
import { fill, h, icon } from '../../dom.js'
import { say, t } from '../../i18n.js'
import { field } from '../../poll/fields.js'
import { refusal } from './refusal.js'

/**
 * @typedef {{title: string, sentence: {de: string, en: string}}} Failed
 * @typedef {{made: number, changed: number, unchanged: number, removed: number, failed: Failed[]}} Outcome
 */

/**
 * For moderators.
 *
 * @param {object} what
 * @param {string} what.room
 * @param {() => string} what.token
 */
export function handOver({ room, token }) {
  const url = h('input', { type: 'url', required: true, placeholder: 'https://', autocomplete: 'off' })
  const user = h('input', { required: true, autocomplete: 'off' })
  const password = h('input', { type: 'password', required: true, autocomplete: 'off' })
  const button = h('button', { type: 'submit' }, icon('up'), t('export.handover.go'))
  const result = h('div', { 'aria-live': 'polite' })
  const form = h(
    'form',
    { class: 'stack', autocomplete: 'off', onsubmit: go },
    h('p', { class: 'hint' }, t('export.handover.what')),
    field(t('export.handover.url'), url),
    field(t('export.handover.user'), user),
    field(t('export.handover.password'), password),
    button,
    result
  )

  /** @param {Event} event */
  async function go(event) {
    event.preventDefault()
    fill(result, h('progress', { 'aria-label': t('export.handover.going') }), ' ', t('export.handover.going'))
    try {
      const login = { url: url.value, user: user.value, password: password.value }
      fill(result, told(await api.post(`/rooms/${room}/handover`, login, { token: token() })))
    } catch (/** @type {any} */ problem) {
      fill(result, refusal(problem))
    }
    result.scrollIntoView({ block: 'nearest' })
  }
  return h('details', null, h('summary', { class: 'label' }, t('export.handover')), form)
}

/** @param {Outcome} outcome */
function told({ made, changed, unchanged, removed, failed }) {
  return [
    h('p', null, t('export.handover.done', { made, changed, unchanged, removed })),
    failed.length > 0 &&
      h(
        'ul',
        { class: 'error' },
        failed.map(({ title, sentence }) => h('li', null, h('bdi', null, title), `: ${say(sentence)}`))
      )
  ]
}
