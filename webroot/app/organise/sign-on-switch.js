/** Whether participants of an event are to sign on: asked for when somebody looks. */
import { api } from '../api.js'
import { h } from '../dom.js'
import { t } from '../i18n.js'

/** @import {Means} from './workshop.js' */

/**
 * @param {string} event
 * @param {Means} means
 * @returns {HTMLElement}
 */
export function signOnSwitch(event, { token, attempt }) {
  const path = `/events/${event}/sign-on`
  const box = h('input', { type: 'checkbox', disabled: true })
  const element = h(
    'details',
    null,
    h('summary', { class: 'label' }, t('signon.event')),
    h('label', { class: 'choice' }, box, h('span', null, t('signon.required'))),
    h('p', { class: 'hint' }, t('signon.requiredHint'))
  )
  element.addEventListener('toggle', () => {
    if (element.open) void attempt(async () => show((await api.get(path, { token })).required))
  })
  box.addEventListener('change', async () => {
    const required = box.checked
    const done = await attempt(() => api.put(path, { required }, { token }))
    if (!done) box.checked = !required
  })

  /** @param {boolean} required */
  function show(required) {
    box.checked = required
    box.disabled = false
  }

  return element
}
