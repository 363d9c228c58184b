/** Documents of the results, where they are given. */
import { h, icon } from '../dom.js'
import { lang, t } from '../i18n.js'
import { download } from '../room/export/download.js'

/** @param {string} path @param {{downloads: string[]}} results @param {(words: string) => void} tell */
export function downloads(path, { downloads: formats }, tell) {
  if (formats.length === 0) return null
  const problem = h('p', { class: 'error', role: 'alert' })
  const button = (/** @type {string} */ format) => h('button', { type: 'button', onclick: () => take(format) }, icon('down'), t(`results.as.${format}`))

  /** @param {string} format */
  async function take(format) {
    problem.textContent = ''
    try {
      tell(t('results.taken', { name: await download(`${path}/${format}?language=${lang()}`, '', format) }))
    } catch (/** @type {any} */ reason) {
      problem.textContent = reason.sentence ?? t('error.unknown')
    }
  }
  const [first = 'pdf', ...others] = formats
  return h(
    'div',
    { class: 'stack no-print' },
    h('div', { class: 'row' }, button(first), h('details', { class: 'more-formats' }, h('summary', null, t('results.otherFormats')), h('div', { class: 'row' }, others.map(button)))),
    problem
  )
}
