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

  const word = h('button', { type: 'button', class: 'primary', hidden: true, onclick: () => press() })
  /** Whether anything is shown now; null where that is not known. @type {boolean | null} */
  let shown = null
  let busy = false

  /** Once at a time: a second press would mean what the button says next. */
  async function press() {
    if (shown) return again()
    if (busy) return
    busy = true
    try {
      await (shown === null ? load() : publish())
    } finally {
      busy = false
    }
  }

  async function load() {
    shown = null
    if (!(await look())) setText(word, t('results.lookAgain'))
    word.hidden = false
  }

  const look = () =>
    attempt(async () => {
      const now = await api.get(path, { token })
      shown = now.published
      setText(word, t(shown ? 'results.publishAgain' : 'results.publish'))
      fill(stands, standing(now, withdraw))
    })

  const publish = () =>
    attempt(async () => {
      const { url } = await api.post(path, { names: names.input.checked, downloads: files.input.checked }, { token })
      fill(address, shownOnce(t('results.address'), url), h('p', null, h('a', { href: url, target: '_blank', rel: 'noopener' }, t('results.look'))))
      await load()
    })

  /** Addresses that were handed out would end. */
  const again = () => ask(t('results.againTitle'), [h('p', null, t('results.againText'))], t('results.publishAgain'), publish)

  const withdraw = () => askWithdraw(() =>
    attempt(async () => {
      await api.del(path, { token })
      fill(address)
      tell(t('results.withdrawn'))
      await load()
    })
  )

  void load()
  return card(names.element, files.element, h('div', null, word), address, stands)
}

/** @param {{published: boolean, at: string, by?: {name?: string}}} now @param {() => unknown} withdraw */
function standing({ published, at, by }, withdraw) {
  if (!published) return [h('p', null, t('results.unpublished'))]
  const words = t(by?.name ? 'results.publishedBy' : 'results.published', { when: moment(at), name: by?.name ?? '' })
  return [h('p', null, words), h('div', null, h('button', { type: 'button', class: 'danger', onclick: withdraw }, t('results.withdraw')))]
}

/** @param {HTMLElement[]} content */
function card(...content) {
  return h('section', { class: 'card stack no-print' }, h('h2', null, t('results.publishTitle')), h('p', { class: 'hint' }, t('results.publishWhat')), content)
}

/** @param {() => unknown} withdraw */
function askWithdraw(withdraw) {
  ask(t('results.withdrawTitle'), [h('p', null, t('results.withdrawText'))], t('results.withdraw'), withdraw)
}
