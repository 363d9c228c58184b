// The menu at the top right: codes, export, language, look, leaving.
import { api } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { lang, setLang, t } from '../i18n.js'
import { flipTheme } from '../theme.js'
import { part } from './part.js'

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

  async function showExport() {
    const module = await part(() => import('./export/export-dialog.js'), failed)
    await module?.exportDialog({ state, room, token, say })
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

  function mayTake() {
    return state.moderates || (state.role === 'participant' && state.room?.phase === 'closed')
  }

  function draw() {
    const other = lang() === 'de' ? 'en' : 'de'
    fill(
      element,
      entry('list', t('room.search'), search),
      entry('people', t('room.codes'), showCodes),
      mayTake() && entry('down', t('room.export'), showExport),
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
