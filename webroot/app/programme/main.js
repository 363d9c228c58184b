/** The organiser's page of an event's programme. */
import { fill } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { eventPage } from '../organise/event-page.js'
import { applyTheme } from '../theme.js'
import { programmePage } from './page.js'

applyTheme()
await loadTexts('common', 'organise', 'outwards', 'programme')
document.title = `${t('programme.title')} – ${t('app.name')}`
const words = { title: t('programme.title'), signIn: t('programme.signIn'), over: t('organise.expired'), way: t('programme.toSignIn') }
await eventPage({ ...words, links: { organise: t('organise.title') } }, async ({ id, token, main, tell, closed, expired }) => {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return closed(t('programme.noEvent'))
  const page = programmePage({ event: id, token, tell, expired })
  fill(main, page.element)
  await page.load()
})
