/** What an organiser sees first: the provider to sign on at, where there is one, and the field for the key. */
import { api, organiser, Problem } from '../api.js'
import { fill, h, icon, listen } from '../dom.js'
import { field } from '../poll/fields.js'
import { t } from '../i18n.js'
import { signOnButton } from '../signon/button.js'
import { ways } from '../signon/way.js'

/** @import {Ways} from '../signon/way.js' */

/**
 * @param {Ways} ways
 * @param {string} why a sentence, if a sign-in ended by itself
 * @param {() => Promise<void>} entered
 * @returns {HTMLElement}
 */
export function login({ key, oidc }, why, entered) {
  const form = key ? keyForm(entered, oidc === null) : null
  return h(
    'div',
    { class: 'narrow stack' },
    h('h1', null, t('organise.title')),
    why ? h('p', { class: 'notice', role: 'alert' }, why) : null,
    oidc ? provider(oidc.name) : null,
    oidc && form ? h('div', { class: 'card' }, h('details', null, h('summary', null, t('signon.withKey')), form)) : form
  )
}

/** Without an answer the key's field is there: whoever uses it is told. @returns {Promise<Ways>} */
export async function open() {
  try {
    return await ways()
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason
    return { key: true, oidc: null }
  }
}

/** @param {string} name */
function provider(name) {
  const { button, error } = signOnButton(name, 'primary wide', () => location.pathname + location.search)
  return h('div', { class: 'card stack' }, button, error)
}

/**
 * @param {() => Promise<void>} entered
 * @param {boolean} alone whether there is no other way
 */
function keyForm(entered, alone) {
  const key = h('input', { type: 'password', id: 'key', required: true, autocomplete: 'current-password' })
  const error = h('p', { class: 'error', id: 'key-error', role: 'alert' })
  const form = h(
    'form',
    { class: alone ? 'card stack' : 'stack', novalidate: true },
    field(t('organise.key'), key, t('organise.keyHint')),
    error,
    h('button', { class: alone ? 'primary wide' : 'wide' }, t('organise.signIn'))
  )
  key.setAttribute('aria-describedby', 'key-hint key-error')
  listen(form, 'submit', async (event) => {
    event.preventDefault()
    if (await opens(key, error)) await entered()
  })
  return form
}

/**
 * @param {HTMLInputElement} key
 * @param {HTMLElement} error
 * @returns {Promise<boolean>} whether this key opens the page
 */
async function opens(key, error) {
  fill(error)
  try {
    const { token } = await api.post('/login', { key: key.value.trim() })
    organiser.save(token)
    return true
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason
    fill(error, icon('warn'), reason.status === 401 || reason.status === 422 ? t('organise.keyWrong') : reason.sentence)
    key.setAttribute('aria-invalid', 'true')
    key.focus()
    return false
  }
}
