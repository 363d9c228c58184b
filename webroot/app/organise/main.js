/** The organiser's page: sign in with the key or at the provider, then events and their rooms. */
import { organiser } from '../api.js'
import { fill, h } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { applyTheme } from '../theme.js'
import { shareSignIn, signedInSomewhere, signOutEverywhere } from '../signon/other-tabs.js'
import { account, signOff } from '../signon/way.js'
import { frame } from './frame.js'
import { login, open } from './login.js'
import { ownRooms } from './own-rooms.js'
import { wanted } from './wanted.js'
import { workshop } from './workshop.js'

applyTheme()
await loadTexts('common', 'organise', 'outwards', 'signon')
document.title = `${t('organise.title')} – ${t('app.name')}`

const main = h('main', { class: 'wrap org', id: 'content', tabindex: '-1' })
const out = h('button', { type: 'button', class: 'quiet', onclick: leave }, t('organise.signOut'))
const tell = frame(main, { extra: out })
/** @type {{element: HTMLElement, stop(): void} | null} */
let shown = null

if (!account.now()) await signedInSomewhere()
shareSignIn(() => void show(t('organise.expired')))
await show()
document.documentElement.dataset['ready'] = '1'

/** @param {string} [why] a sentence, if the sign-in ended by itself */
async function show(why = '') {
  shown?.stop()
  shown = null
  const token = organiser.token()
  const to = token ? wanted(location.search) : null
  if (to) return location.replace(to)
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

/** Here, in the other tabs, and at the provider if one signed on at it. */
function leave() {
  const logout = account.now()?.logout
  signOutEverywhere()
  return signOff(logout) || show()
}

function expired() {
  signOutEverywhere()
  account.forget()
  void show(t('organise.expired'))
}

async function entered() {
  await show()
  main.focus()
}
