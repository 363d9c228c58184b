/** The organiser's page: sign in with the key, then events and their rooms. */
import { api, organiser, Problem } from '../api.js'
import { fill, h, icon, listen } from '../dom.js'
import { field } from '../poll/fields.js'
import { loadTexts, t } from '../i18n.js'
import { applyTheme } from '../theme.js'
import { topbar } from '../topbar.js'
import { workshop } from './workshop.js'

applyTheme()
await loadTexts('common', 'organise')
document.title = `${t('organise.title')} – ${t('app.name')}`

const main = h('main', { class: 'wrap org', id: 'content', tabindex: '-1' })
const out = h('button', { type: 'button', class: 'quiet', onclick: () => signOut() }, t('organise.signOut'))
const toast = h('p', { class: 'toast', role: 'status' })
/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading
/** @type {{element: HTMLElement, stop(): void} | null} */
let shown = null

document.body.append(
  h('a', { class: 'skip', href: '#content' }, t('app.skip')),
  topbar({ extra: out }),
  main,
  h('div', { class: 'dock' }, toast)
)
show()
document.documentElement.dataset['ready'] = '1'

/** @param {string} [why] a sentence, if the sign-in ended by itself */
function show(why = '') {
  shown?.stop()
  shown = null
  const token = organiser.token()
  out.hidden = !token
  if (token) {
    shown = workshop({ token, tell, expired: () => signOut(t('organise.expired')) })
    fill(main, shown.element)
  } else {
    fill(main, login(why))
  }
}

/** @param {string} [why] */
function signOut(why) {
  organiser.forget()
  show(why)
}

/** Says in passing that something is done. @param {string} words */
function tell(words) {
  clearTimeout(fading)
  fill(toast, icon('check'), h('span', null, words))
  fading = setTimeout(() => fill(toast), 5000)
}

/**
 * @param {string} why
 * @returns {HTMLElement}
 */
function login(why) {
  const key = h('input', { type: 'password', id: 'key', required: true, autocomplete: 'current-password' })
  const error = h('p', { class: 'error', id: 'key-error', role: 'alert' })
  const form = h(
    'form',
    { class: 'card stack', novalidate: true },
    field(t('organise.key'), key, t('organise.keyHint')),
    error,
    h('button', { class: 'primary wide' }, t('organise.signIn'))
  )
  key.setAttribute('aria-describedby', 'key-hint key-error')
  listen(form, 'submit', (event) => {
    event.preventDefault()
    return signIn(key, error)
  })
  return h(
    'div',
    { class: 'narrow stack' },
    h('h1', null, t('organise.title')),
    why ? h('p', { class: 'notice' }, why) : null,
    form
  )
}

/**
 * @param {HTMLInputElement} key
 * @param {HTMLElement} error
 */
async function signIn(key, error) {
  fill(error)
  try {
    const { token } = await api.post('/login', { key: key.value.trim() })
    organiser.save(token)
    show()
    main.focus()
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason
    fill(error, icon('warn'), reason.status === 401 || reason.status === 422 ? t('organise.keyWrong') : reason.sentence)
    key.setAttribute('aria-invalid', 'true')
    key.focus()
  }
}
