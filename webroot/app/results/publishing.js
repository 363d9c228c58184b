/** What organisers do with an event's results: take the report, show it to everybody, withdraw it. */
import { api } from '../api.js'
import { fill, h, icon, setText } from '../dom.js'
import { lang, moment, t } from '../i18n.js'
import { shownOnce } from '../outwards/shown-once.js'
import { check } from '../poll/fields.js'
import { ask } from '../programme/ask.js'
import { download } from '../room/export/download.js'

const FORMATS = ['pdf', 'docx', 'odt', 'xlsx', 'csv', 'md', 'ics', 'json']

/**
 * @typedef {object} What
 * @property {string} event
 * @property {string} token
 * @property {(act: () => Promise<unknown>) => Promise<boolean>} attempt
 * @property {(words: string) => void} tell
 */

/** The report of the whole event, to take along. @param {What} what */
export function report({ event, token, attempt, tell }) {
  const take = (/** @type {string} */ format) =>
    attempt(async () => tell(t('results.taken', { name: await download(`/events/${event}/export?format=${format}&language=${lang()}`, token, format) })))
  const buttons = FORMATS.map((format) => h('button', { type: 'button', onclick: () => take(format) }, icon('down'), t(`results.as.${format}`)))
  return h('section', { class: 'card stack no-print' }, h('h2', null, t('results.report')), h('p', { class: 'hint' }, t('results.reportWhat')), h('div', { class: 'row' }, buttons))
}

/** Showing the results to everybody, and no longer. @param {What} what */
export function publishing({ event, token, attempt, tell }) {
  const path = `/events/${event}/publish`
  const names = check(t('results.withNames'), false)
  const files = check(t('results.withDownloads'), true)
  const stands = h('div', { class: 'stack', 'aria-live': 'polite' })
  const address = h('div', { 'aria-live': 'polite' })

  const word = h('button', { type: 'button', class: 'primary', onclick: () => (shown ? again() : publish()) })
  let shown = false

  const load = () =>
    attempt(async () => {
      const { published, at, by } = await api.get(path, { token })
      shown = published
      setText(word, t(published ? 'results.publishAgain' : 'results.publish'))
      fill(
        stands,
        h('p', null, published ? t(by?.name ? 'results.publishedBy' : 'results.published', { when: moment(at), name: by?.name ?? '' }) : t('results.unpublished')),
        published && h('div', null, h('button', { type: 'button', class: 'danger', onclick: () => withdraw() }, t('results.withdraw')))
      )
    })

  const publish = () =>
    attempt(async () => {
      const { url } = await api.post(path, { names: names.input.checked, downloads: files.input.checked }, { token })
      fill(address, shownOnce(t('results.address'), url), h('p', null, h('a', { href: url, target: '_blank', rel: 'noopener' }, t('results.look'))))
      await load()
    })

  /** Addresses that were handed out would end. */
  const again = () => ask(t('results.againTitle'), [h('p', null, t('results.againText'))], t('results.publishAgain'), publish)

  function withdraw() {
    ask(t('results.withdrawTitle'), [h('p', null, t('results.withdrawText'))], t('results.withdraw'), () =>
      attempt(async () => {
        await api.del(path, { token })
        fill(address)
        tell(t('results.withdrawn'))
        await load()
      })
    )
  }

  void load()
  return h(
    'section',
    { class: 'card stack no-print' },
    h('h2', null, t('results.publishTitle')),
    h('p', { class: 'hint' }, t('results.publishWhat')),
    names.element,
    files.element,
    h('div', null, word),
    address,
    stands
  )
}
