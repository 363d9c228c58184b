// Steps from a file: choose it, look at what it would bring, import, and take it back with one press.
import { api } from '../../api.js'
import { fill, h } from '../../dom.js'
import { loadTexts, t } from '../../i18n.js'
import { openDialog } from '../dialog.js'
import { uuid7 } from '../plan/uuid.js'
import { chooser, pastedCells, pasting } from './chooser.js'
import { doneView, told } from './done.js'
import { feedback } from './feedback.js'
import { BLANK, proposalView } from './proposal.js'

/** @import {Choice, Proposal} from './types.js' */

/**
 * @param {object} what
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {(text: string) => void} what.say
 * @param {string} [what.cells] of a spreadsheet, pasted: imported at once where nothing about them is doubtful
 */
export async function importDialog({ room, token, say, cells }) {
  await loadTexts('import')
  const body = h('div', { class: 'stack import' })
  const footer = h('div', { class: 'row dialog-acts' })
  const dialog = openDialog(t('import.title'), [body], [footer])
  dialog.form.addEventListener('submit', (event) => event.preventDefault())
  const path = `/rooms/${room}/import`

  /** @param {File} chosen @param {Choice} choice @param {string} id @param {boolean} dryRun @returns {Promise<any>} */
  function send(chosen, choice, id, dryRun) {
    const form = new FormData()
    form.set('choice', JSON.stringify(choice))
    form.set('id', id)
    form.set('file', chosen, chosen.name)
    return api.upload(`${path}?dryRun=${dryRun}`, form, { token: token() })
  }

  function start(problem = '') {
    fill(body, ...chooser(look, problem))
    fill(footer)
  }

  /** @param {File} chosen @param {boolean} [direct] without a look at it, where nothing is doubtful */
  async function look(chosen, direct = false) {
    fill(body, h('p', { class: 'hint', role: 'status' }, t('import.reading')))
    const view = proposalView(chosen, {
      ask: (choice) => send(chosen, choice, uuid7(), true),
      body,
      footer,
      again: start,
      go: (choice, proposal) => bring(chosen, choice, proposal)
    })
    try {
      if (await feedback(chosen, { room, token, say })) return dialog.close()
      const proposal = await view()
      if (direct && proposal.warnings.length === 0 && proposal.steps.length > 0) await bring(chosen, BLANK, proposal)
    } catch (/** @type {any} */ problem) {
      start(problem.sentence ?? t('error.unknown'))
    }
  }

  /** @param {File} chosen @param {Choice} choice @param {Proposal} proposal */
  async function bring(chosen, choice, proposal) {
    // The same id again, should the answer get lost: the import is done once.
    const done = await send(chosen, choice, proposal.import, false)
    const { content, undo, finish } = doneView(done, {
      undo: () => api.post(`${path}/${done.import}/undo`, {}, { token: token() }),
      finish: () => dialog.close(),
      say
    })
    fill(body, content)
    fill(footer, undo, finish)
    finish.focus()
    say(told(done))
  }

  if (cells) await look(pastedCells(cells), true)
  else start()
  pasting(dialog.element, look)
}
