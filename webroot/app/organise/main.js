/** The organiser's page: sign in with the key or at the provider, then events and their rooms. */
import { organiser } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { applyTheme } from '../theme.js'
import { account, signOff } from '../signon/way.js'
import { topbar } from '../topbar.js'
import { login, open } from './login.js'
import { ownRooms } from './own-rooms.js'
import { workshop } from './workshop.js'

applyTheme()
await loadTexts('common', 'organise', 'outwards', 'signon')
document.title = `${t('organise.title')} – ${t('app.name')}`

const main = h('main', { class: 'wrap org', id: 'content', tabindex: '-1' })
const out = h('button', { type: 'button', class: 'quiet', onclick: () => signOff() || show() }, t('organise.signOut'))
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
await show()
document.documentElement.dataset['ready'] = '1'

/** @param {string} [why] a sentence, if the sign-in ended by itself */
async function show(why = '') {
  shown?.stop()
  shown = null
  const token = organiser.token()
  // An organiser's account without the token that goes with it: another page has found it to be over.
  if (!token && account.now()?.role === 'organiser') account.forget()
  const signedOn = account.now()
  out.title = signedOn ? t('signon.as', { name: signedOn.name || t('signon.nameless') }) : ''
  out.hidden = !token && !signedOn
  if (token) {
    shown = workshop({ token, signOn: (await open()).oidc !== null, tell, expired })
    fill(main, shown.element)
  } else if (signedOn) {
    shown = ownRooms({ account: signedOn, tell, expired })
    fill(main, shown.element)
  } else {
    fill(main, login(await open(), why, entered))
  }
}

function expired() {
  account.forget()
  void show(t('organise.expired'))
}

async function entered() {
  await show()
  main.focus()
}

/** Says in passing that something is done. @param {string} words */
function tell(words) {
  clearTimeout(fading)
  fill(toast, icon('check'), h('span', null, words))
  fading = setTimeout(() => fill(toast), 5000)
}
