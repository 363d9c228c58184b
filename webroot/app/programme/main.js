/** The organiser's page of an event's programme. */
import { organiser } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { passes } from '../event/passes.js'
import { loadTexts, t } from '../i18n.js'
import { applyTheme } from '../theme.js'
import { topbar } from '../topbar.js'
import { programmePage } from './page.js'

applyTheme()
await loadTexts('common', 'organise', 'programme')
document.title = `${t('programme.title')} – ${t('app.name')}`

const main = h('main', { class: 'wrap org', id: 'content', tabindex: '-1' })
const toast = h('p', { class: 'toast', role: 'status' })
const event = new URLSearchParams(location.search).get('event') ?? ''
const token = organiser.token() ?? organising(event)
/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading

document.body.append(
  h('a', { class: 'skip', href: '#content' }, t('app.skip')),
  topbar({ links: [{ href: '/organise.html', text: t('organise.title') }] }),
  main,
  h('div', { class: 'dock' }, toast)
)
if (token && /^[0-9a-f-]{36}$/i.test(event)) {
  const page = programmePage({ event, token, tell, expired: () => closed(t('organise.expired')) })
  fill(main, page.element)
  await page.load()
} else {
  closed(t(token ? 'programme.noEvent' : 'programme.signIn'))
}
document.documentElement.dataset['ready'] = '1'

/** Whose pass says so organises this event, too. @param {string} id */
function organising(id) {
  const pass = passes.of(id)
  return pass?.member.role === 'organiser' ? pass.token : null
}

/** @param {string} why */
function closed(why) {
  fill(
    main,
    h(
      'div',
      { class: 'narrow stack' },
      h('h1', null, t('programme.title')),
      h('p', { class: 'notice' }, why),
      h('p', null, h('a', { class: 'button', href: '/organise.html' }, t('organise.title')))
    )
  )
}

/** Says in passing that something is done. @param {string} words */
function tell(words) {
  clearTimeout(fading)
  fill(toast, icon('check'), h('span', null, words))
  fading = setTimeout(() => fill(toast), 5000)
}
