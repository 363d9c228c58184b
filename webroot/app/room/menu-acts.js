// What the menu opens: mostly dialogs that few people need, loaded when they are asked for.
import { api } from '../api.js'
import { t } from '../i18n.js'
import { part } from './part.js'

/**
 * @param {object} what
 * @param {import('./state.js').State} what.state
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {(text: string) => void} what.say
 * @param {(sentence: string) => void} what.failed
 * @param {import('../connection/connection.js').Connection} what.connection
 * @param {() => void} what.left
 */
export function menuActs({ state, room, token, say, failed, connection, left }) {
  /**
   * @template T
   * @param {() => Promise<T>} load
   * @param {(module: T) => unknown} show
   */
  const opening = (load, show) => async () => {
    const module = await part(load, failed)
    if (module) await show(module)
  }

  return {
    takeAway: opening(
      () => import('./export/export-dialog.js'),
      ({ exportDialog }) => exportDialog({ state, room, token, say })
    ),
    codes: opening(
      () => import('./moderation/codes-dialog.js'),
      ({ codesDialog }) => codesDialog({ state, room, token })
    ),
    bring: opening(
      () => import('./import/import-dialog.js'),
      ({ importDialog }) => importDialog({ room, token, say })
    ),
    versions: opening(
      () => import('./moderation/versions-dialog.js'),
      ({ versionsDialog }) => versionsDialog({ room, token, say })
    ),
    log: opening(
      () => import('./moderation/log-dialog.js'),
      ({ logDialog }) => logDialog({ room, token })
    ),
    report: opening(
      () => import('./moderation/status-links-dialog.js'),
      ({ statusLinksDialog }) => statusLinksDialog({ room, token, doc: connection.doc })
    ),
    mine: opening(
      () => import('./my-data-dialog.js'),
      ({ myDataDialog }) => myDataDialog({ state, connection, room, token, left })
    ),
    close: opening(
      () => import('./moderation/close-dialog.js'),
      ({ closeDialog }) => closeDialog({ room, token })
    ),
    async reopen() {
      try {
        await api.patch(`/rooms/${room}`, { phase: 'results' }, { token: token() })
      } catch (/** @type {any} */ problem) {
        failed(problem.sentence ?? t('error.unknown'))
      }
    }
  }
}
