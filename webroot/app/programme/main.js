/** The organiser's page of an event's programme. */
import { fill, h } from '../dom.js'
import { organising } from '../event/passes.js'
import { loadTexts, t } from '../i18n.js'
import { frame } from '../organise/frame.js'
import { applyTheme } from '../theme.js'
import { programmePage } from './page.js'

applyTheme()
await loadTexts('common', 'organise', 'programme')
document.title = `${t('programme.title')} – ${t('app.name')}`

const main = h('main', { class: 'wrap org', id: 'content', tabindex: '-1' })
const tell = frame(main, { links: [{ href: '/organise.html', text: t('organise.title') }] })
const event = new URLSearchParams(location.search).get('event') ?? ''
const token = organising(event)

if (token && /^[0-9a-f-]{36}$/i.test(event)) {
  const page = programmePage({ event, token, tell, expired: () => closed(t('organise.expired')) })
  fill(main, page.element)
  await page.load()
} else {
  closed(t(token ? 'programme.noEvent' : 'programme.signIn'))
}
document.documentElement.dataset['ready'] = '1'

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
