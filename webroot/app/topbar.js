/** The bar of the pages outside a room: the mark, a few links, the other language. */
import { h, mark } from './dom.js'
import { lang, setLang, t } from './i18n.js'

/**
 * @param {{links?: {href: string, text: string}[], home?: boolean, extra?: HTMLElement | null}} [options] `home`: the
 *     mark leads to the join page
 * @returns {HTMLElement}
 */
export function topbar({ links = [], home = true, extra = null } = {}) {
  const other = lang() === 'de' ? 'en' : 'de'
  const name = h('b', null, t('app.name'))
  return h(
    'header',
    { class: 'topbar' },
    h(
      'div',
      { class: 'wrap' },
      home ? h('a', { class: 'brand', href: '/' }, mark(), name) : h('div', { class: 'brand' }, mark(), name),
      h(
        'div',
        { class: 'menu row' },
        links.map(({ href, text }) => h('a', { href }, text)),
        h(
          'a',
          {
            href: `?lang=${other}`,
            lang: other,
            hreflang: other,
            onclick: (/** @type {MouseEvent} */ event) => {
              event.preventDefault()
              setLang(other)
            }
          },
          t('app.language')
        ),
        extra
      )
    )
  )
}
