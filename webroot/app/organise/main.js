/** The organiser's page: sign in with the key or at the provider, then events and their rooms. */
import { organiser } from '../api.js'
import { fill, h } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { applyTheme } from '../theme.js'
import { shareSignIn, signedInSomewhere, tellEntered, tokenOver } from '../signon/other-tabs.js'
import { account, signOff } from '../signon/way.js'
import { focusOn, frame } from './frame.js'
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
/** How often something was to be shown: what an answer comes late for is not shown over what came after it. */
let turn = 0

await signedInSomewhere()
shareSignIn({
  over(out) {
    if (shown && !account.now()) void ended(t(out ? 'signon.outElsewhere' : 'organise.expired'))
  },
  async entered() {
    if (!shown && (await signedInSomewhere())) await show()
  }
})
await show()
document.documentElement.dataset['ready'] = '1'

/** @param {string} [why] a sentence, if the sign-in ended by itself */
async function show(why = '') {
  const mine = ++turn
  shown?.stop()
  shown = null
  const token = organiser.token()
  const to = token ? wanted(location.search) : null
  if (to) return location.replace(to)
  const signedOn = account.now()
  out.title = signedOn ? t('signon.as', { name: signedOn.name || t('signon.nameless') }) : ''
  out.hidden = !token && !signedOn
  if (!token && signedOn) {
    shown = ownRooms({ account: signedOn, tell, expired })
    fill(main, shown.element)
    return
  }
  const ways = await open()
  if (mine !== turn) return
  if (token !== organiser.token()) return show()
  shown = token ? workshop({ token, signOn: ways.oidc !== null, tell, expired }) : null
  fill(main, shown?.element ?? login(ways, why, entered))
}

function leave() {
  return signOff() || show()
}

function expired() {
  tokenOver()
  account.forget()
  void ended(t('organise.expired'))
}

/** Whatever was open here goes on no more. @param {string} why */
async function ended(why) {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close()
  await show(why)
  focusOn(main.querySelector('h1'))
}

async function entered() {
  tellEntered()
  await show()
  main.focus()
}
