// Steps from a file: choose it, look at what it would bring, import, and take it back with one press.
import { api } from '../../api.js'
import { fill, h, icon } from '../../dom.js'
import { loadTexts, t } from '../../i18n.js'
import { check } from '../../poll/fields.js'
import { openDialog } from '../dialog.js'
import { uuid7 } from '../plan/uuid.js'
import { choices } from './choices.js'
import { preview, summarise } from './preview.js'

/** @import {Choice, Proposal} from './types.js' */

/** Nothing is chosen: the file is taken as it was understood. @type {Choice} */
const BLANK = { leftOut: [], taken: [], update: false, overwrite: false }

const ACCEPT = '.csv,.tsv,.txt,.xlsx,.xlsm,.ods,.odt,.docx,.md,.json'

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
    const undo = h('button', { type: 'button', class: 'end' }, icon('undo'), t('import.undo'))
    const status = h('p', { role: 'status' }, told(done))
    undo.addEventListener('click', async () => {
      undo.disabled = true
      try {
        const { left } = await api.post(`${path}/${done.import}/undo`, {}, { token: token() })
        fill(status, t('import.undone'), left.length > 0 && ` ${t('import.left', { n: left.length })}`)
        undo.remove()
      } catch (/** @type {any} */ problem) {
        undo.disabled = false
        fill(status, problem.sentence ?? t('error.unknown'))
      }
    })
    const finish = h('button', { type: 'button', class: 'primary', onclick: () => dialog.close() }, t('import.finish'))
    fill(body, h('h3', null, t('import.done')), status, h('p', { class: 'hint' }, t('import.done.undo')))
    fill(footer, undo, finish)
    finish.focus()
    say(told(done))
  }

  if (cells) await look(pastedCells(cells), true)
  else start()
  pasting(dialog.element, look)
}

/** @param {{new: number, updated: number}} done */
function told(done) {
  return [
    (done.new > 0 || done.updated === 0) && t('import.done.new', { n: done.new }),
    done.updated > 0 && t('import.done.updated', { n: done.updated })
  ]
    .filter(Boolean)
    .join(' ')
}

/** Cells copied in a spreadsheet are a file as well. @param {HTMLElement} element @param {(file: File) => unknown} look */
function pasting(element, look) {
  element.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (event.target instanceof HTMLInputElement || text.trim() === '') return
    event.preventDefault()
    void look(pastedCells(text))
  })
}

/** What was copied in a spreadsheet, as a file to import. @param {string} text */
function pastedCells(text) {
  return new File([text], `${t('import.pasted')}.${text.includes('\t') ? 'tsv' : 'txt'}`, { type: 'text/plain' })
}

/** @param {(file: File) => unknown} look @param {string} problem */
function chooser(look, problem) {
  const input = h('input', { type: 'file', accept: ACCEPT, class: 'vh', 'aria-label': t('import.choose') })
  input.addEventListener('change', () => input.files?.[0] && look(input.files[0]))
  const button = h('button', { type: 'button', class: 'primary', onclick: () => input.click() }, t('import.choose'))
  const area = h('div', { class: 'drop' }, button, input, h('p', { class: 'hint' }, t('import.drop')))
  area.addEventListener('dragover', (event) => {
    event.preventDefault()
    area.dataset['over'] = ''
  })
  area.addEventListener('dragleave', () => delete area.dataset['over'])
  area.addEventListener('drop', (event) => {
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    if (file) void look(file)
  })
  return [
    h('p', { class: 'hint' }, t('import.what')),
    problem !== '' && h('p', { class: 'error', role: 'alert' }, icon('warn'), problem),
    area
  ]
}

/**
 * @param {File} file
 * @param {object} means
 * @param {(choice: Choice) => Promise<Proposal>} means.ask
 * @param {HTMLElement} means.body
 * @param {HTMLElement} means.footer
 * @param {() => void} means.again
 * @param {(choice: Choice, proposal: Proposal) => Promise<void>} means.go
 * @returns {() => Promise<Proposal>} asks for the first time
 */
function proposalView(file, { ask, body, footer, again, go }) {
  /** @type {Choice} */
  const choice = structuredClone(BLANK)
  const summary = h('p', { role: 'status' })
  const error = h('p', { class: 'error', role: 'alert', hidden: true })
  const columns = choices(choice, () => refresh())
  const rows = h('div', null)
  const updating = updateBoxes(choice, () => refresh())
  const button = h('button', { type: 'button', class: 'primary' })
  /** @type {Proposal} */
  let proposal
  let asked = 0

  async function refresh() {
    const mine = ++asked
    try {
      const answer = await ask(choice)
      // Whoever changes two things at once sees the last.
      if (mine === asked) draw(answer)
    } catch (/** @type {any} */ problem) {
      if (mine === asked) fail(problem)
    }
  }

  /** @param {any} problem */
  function fail(problem) {
    fill(error, icon('warn'), problem.sentence ?? t('error.unknown'))
    error.hidden = false
  }

  /** @param {Proposal} answer */
  function draw(answer) {
    proposal = answer
    error.hidden = true
    columns.update(answer)
    summarise(summary, answer)
    updating.update(answer)
    fill(rows, preview(answer, choice, refresh))
    fill(button, t('import.go', { n: answer.steps.length }))
    button.disabled = answer.steps.length === 0
  }

  button.addEventListener('click', async () => {
    button.disabled = true
    await go(choice, proposal).catch((problem) => {
      button.disabled = false
      fail(problem)
    })
  })
  return async () => {
    draw(await ask(choice))
    const other = h('button', { type: 'button', onclick: () => again() }, t('import.other'))
    fill(body, h('div', null, h('h3', null, file.name), summary), error, columns.element, updating.element, rows)
    fill(footer, other, button)
    button.focus()
    return proposal
  }
}

/** Whether steps that are there are changed. @param {Choice} choice changed in place @param {() => void} changed */
function updateBoxes(choice, changed) {
  const update = check(t('import.update'), false, t('import.update.what'))
  const overwrite = check(t('import.overwrite'), false)
  update.input.addEventListener('change', () => {
    choice.update = update.input.checked
    changed()
  })
  overwrite.input.addEventListener('change', () => {
    choice.overwrite = overwrite.input.checked
    changed()
  })
  return {
    element: h('div', null, update.element, overwrite.element),
    /** @param {Proposal} proposal */
    update(proposal) {
      const kept = proposal.steps.some((step) => step.kept.length > 0)
      overwrite.element.hidden = !choice.update || (!choice.overwrite && !kept)
    }
  }
}
