/** Where people come back from the provider: signed on, signed off, or with a sentence why not. */
import { Problem } from '../api.js'
import { fill, h, icon, listen } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { applyTheme } from '../theme.js'
import { topbar } from '../topbar.js'
import { begin, end, left, refusal, underway } from './way.js'

const HOME = '/organise.html'
const given = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search)
// The code is good for one use, but it needn't stay in the address and the history.
history.replaceState(null, '', location.pathname)

applyTheme()
await loadTexts('common', 'signon')
document.title = `${t('signon.title')} – ${t('app.name')}`

const main = h('main', { class: 'wrap org', id: 'content', tabindex: '-1' })
const begun = underway()
document.body.append(topbar(), main)
if (left()) show(h('p', { role: 'status' }, t('signon.out')), t('signon.again'))
else await comeBack()
document.documentElement.dataset['ready'] = '1'

async function comeBack() {
  const why = refusal(begun, given)
  if (why || !begun) return complain(t(`signon.${why ?? 'notBegun'}`))
  show(h('p', { role: 'status' }, t('signon.wait')))
  try {
    await end(begun, given.get('code') ?? '')
    location.replace(begun.back)
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason
    complain(reason.sentence)
  }
}

/** @param {string} sentence */
function complain(sentence) {
  show(h('p', { class: 'error', role: 'alert' }, icon('warn'), h('span', null, sentence)), t('signon.retry'))
}

/** @param {HTMLElement} word @param {string} [again] what the button says that begins anew */
function show(word, again) {
  const button = again ? h('button', { type: 'button', class: 'primary wide' }, again) : null
  if (button) listen(button, 'click', () => retry())
  fill(
    main,
    h(
      'div',
      { class: 'narrow stack' },
      h('h1', null, t('signon.title')),
      h('div', { class: 'card stack' }, word, button),
      again ? h('p', null, h('a', { href: begun?.back ?? HOME }, t('signon.elsewhere'))) : null
    )
  )
}

async function retry() {
  try {
    await begin(begun?.back ?? HOME)
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason
    complain(reason.sentence)
  }
}
