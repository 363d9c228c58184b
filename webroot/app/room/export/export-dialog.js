// Taking the plan along: say what of it, see what will be in it, choose a format.
import { api } from '../../api.js'
import { fill, h, icon } from '../../dom.js'
import { loadTexts, t } from '../../i18n.js'
import { feeds } from '../../outwards/feeds.js'
import { openDialog } from '../dialog.js'
import { download, PRESETS } from './download.js'
import { handOver } from './hand-over.js'
import { takeAlong } from './take-along.js'
import { wishes } from './wishes.js'

/** What takes longer than this gets a bar, in milliseconds. */
const QUIET = 500

/**
 * @param {object} what
 * @param {import('../state.js').State} what.state
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {(text: string) => void} what.say
 */
export async function exportDialog({ state, room, token, say }) {
  await loadTexts('export', 'outwards')
  const path = `/rooms/${room}/export`
  const problem = h('p', { class: 'error', role: 'alert', hidden: true })
  const holds = h('div', { class: 'holds', 'aria-live': 'polite' })
  const formats = h('div', { class: 'formats' })
  const progress = h('p', { role: 'status', hidden: true }, h('progress', { 'aria-label': t('export.making') }), ' ', t('export.making'))
  const wish = wishes(state.moderates, () => void look())
  let asked = 0

  /** @param {any} refused */
  function failed(refused) {
    fill(problem, icon('warn'), refused.sentence ?? t('error.unknown'))
    problem.hidden = false
  }

  /** Only the newest answer counts. */
  async function look() {
    const mine = ++asked
    try {
      const preview = await api.get(`${path}?${wish.query()}`, { token: token() })
      if (mine !== asked) return
      problem.hidden = true
      fill(holds, contents(preview))
      if (formats.childElementCount === 0) fill(formats, preview.formats.map(button), preview.formats.includes('csv') && PRESETS.map(table))
    } catch (refused) {
      if (mine === asked) failed(refused)
    }
  }

  /** @param {string} format */
  function button(format) {
    return h('button', { type: 'button', onclick: () => take(format) }, icon('down'), t(`room.export.${format}`))
  }

  /** A table for another program. @param {string} preset */
  function table(preset) {
    return h('button', { type: 'button', onclick: () => take('csv', `&preset=${preset}`) }, icon('down'), t(`export.preset.${preset}`))
  }

  /** @param {string} format @param {string} more what else the address says */
  async function take(format, more = '') {
    const slow = setTimeout(() => (progress.hidden = false), QUIET)
    problem.hidden = true
    try {
      say(t('room.export.done', { name: await download(`${path}/${format}?${wish.query()}${more}`, token(), format) }))
    } catch (refused) {
      failed(refused)
    } finally {
      clearTimeout(slow)
      progress.hidden = true
    }
  }

  const more = [feeds({ path: `/rooms/${room}`, token, event: false }), ...(state.moderates ? [handOver({ room, token }), takeAlong({ state, room, token })] : [])]
  openDialog(t('export.title'), [
    h('div', { class: 'stack export' }, problem, wish.element, holds, h('h3', null, t('export.as')), formats, progress, more)
  ])
  await look()
}

/** @param {{title: string, sections: {heading: string, entries: number}[]}} preview */
function contents({ title, sections }) {
  return [
    h('h3', null, t('export.holds')),
    h('p', { dir: 'auto' }, title),
    h(
      'ul',
      null,
      sections.map(({ heading, entries }) => h('li', null, heading, entries > 1 && h('small', null, ` ${t('export.entries', { n: entries })}`)))
    )
  ]
}
