// The menu at the top right: codes, export, language, look, leaving.
import { api } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { lang, setLang, t } from '../i18n.js'
import { flipTheme } from '../theme.js'
import { part } from './part.js'

/** Formats offered for download, the readable ones first. */
const FORMATS = ['pdf', 'docx', 'odt', 'xlsx', 'ics', 'md', 'csv', 'json', 'zip']

/** What participants take along when the room is closed. */
const TAKEN_ALONG = ['pdf', 'docx', 'ics']

/**
 * @param {object} what
 * @param {import('./state.js').State} what.state
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {string} what.id of the menu
 * @param {(text: string) => void} what.say
 * @param {(sentence: string) => void} what.failed
 * @param {() => void} what.leave
 * @param {() => void} what.search
 * @param {import('../connection/connection.js').Connection} what.connection
 * @param {() => void} what.left
 */
export function menu({ state, room, token, id, say, failed, leave, connection, left, search }) {
  const element = h('div', { id, class: 'menu-list', popover: 'auto', role: 'region', 'aria-label': t('room.menu') })

  /** @param {string} sign @param {string} text @param {() => unknown} act @param {Record<string, unknown>} [props] */
  function entry(sign, text, act, props = {}) {
    const click = () => {
      element.hidePopover()
      act()
    }
    return h('button', { type: 'button', class: 'quiet', onclick: click, ...props }, icon(sign), text)
  }

  /** @param {string} format */
  async function save(format) {
    try {
      const response = await api.raw(`/rooms/${room}/export/${format}`, { token: token() })
      const link = h('a', { href: URL.createObjectURL(await response.blob()), download: fileName(response, format) })
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
      say(t('room.export.done', { name: link.download }))
    } catch (/** @type {any} */ problem) {
      failed(problem.sentence ?? t('error.unknown'))
    }
  }

  async function showCodes() {
    const module = await part(() => import('./moderation/codes-dialog.js'), failed)
    await module?.codesDialog({ state, room, token })
  }

  async function showImport() {
    const module = await part(() => import('./import/import-dialog.js'), failed)
    await module?.importDialog({ room, token, say })
  }

  async function showVersions() {
    const module = await part(() => import('./moderation/versions-dialog.js'), failed)
    await module?.versionsDialog({ room, token, say })
  }

  async function showLog() {
    const module = await part(() => import('./moderation/log-dialog.js'), failed)
    await module?.logDialog({ room, token })
  }

  async function showMine() {
    const module = await part(() => import('./my-data-dialog.js'), failed)
    await module?.myDataDialog({ state, connection, room, token, left })
  }

  async function close() {
    const module = await part(() => import('./moderation/close-dialog.js'), failed)
    module?.closeDialog({ room, token })
  }

  async function reopen() {
    try {
      await api.patch(`/rooms/${room}`, { phase: 'results' }, { token: token() })
    } catch (/** @type {any} */ problem) {
      failed(problem.sentence ?? t('error.unknown'))
    }
  }

  function offered() {
    if (state.moderates) return FORMATS
    return state.role === 'participant' && state.room?.phase === 'closed' ? TAKEN_ALONG : []
  }

  function draw() {
    const formats = offered()
    const other = lang() === 'de' ? 'en' : 'de'
    fill(
      element,
      entry('list', t('room.search'), search),
      entry('people', t('room.codes'), showCodes),
      formats.length > 0 && h('p', { class: 'label', id: `${id}-export` }, t('room.export')),
      formats.length > 0 &&
        h(
          'div',
          { role: 'group', 'aria-labelledby': `${id}-export` },
          formats.map((format) => entry('minutes', t(`room.export.${format}`), () => save(format)))
        ),
      state.moderates && h('hr', null),
      state.moderates && !state.closed && entry('plus', t('room.import'), showImport),
      state.moderates && entry('undo', t('room.versions'), showVersions),
      state.moderates && entry('list', t('room.log'), showLog),
      h('hr', null),
      entry('theme', t('room.menu.theme'), flipTheme),
      entry('text', t('app.language'), () => setLang(other), { lang: other }),
      h('hr', null),
      state.moderates &&
        (state.closed ? entry('lock', t('room.reopen'), reopen) : entry('lock', t('room.close'), close)),
      state.me.id !== null && state.role !== 'organiser' && entry('person', t('room.mine'), showMine),
      entry('back', t('room.leave'), leave, { class: 'quiet danger' })
    )
  }
  // Drawn on opening only: on closing, focus has to find its way back from here.
  element.addEventListener('beforetoggle', (event) => /** @type {ToggleEvent} */ (event).newState === 'open' && draw())
  return element
}

/** The name the server gives the file, else one of our own. @param {Response} response @param {string} format */
function fileName(response, format) {
  const header = response.headers.get('Content-Disposition') ?? ''
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  if (coded) return decodeURIComponent(coded)
  return /filename="?([^";]+)"?/i.exec(header)?.[1] ?? `plan.${format}`
}
