// What a file would bring, how it was read, and what can be chosen about it.
import { fill, h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { check } from '../../poll/fields.js'
import { choices } from './choices.js'
import { preview, summarise } from './preview.js'

/** @import {Choice, Proposal} from './types.js' */

/** Nothing is chosen: the file is taken as it was understood. @type {Choice} */
export const BLANK = { leftOut: [], taken: [], update: false, overwrite: false }

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
export function proposalView(file, { ask, body, footer, again, go }) {
  /** @type {Choice} */
  const choice = structuredClone(BLANK)
  const summary = h('p', { role: 'status' })
  const error = h('p', { class: 'error', role: 'alert', hidden: true })
  const columns = choices(choice, () => refresh())
  const rows = h('div', null)
  const updating = updateBoxes(choice, () => refresh())
  const button = h('button', { type: 'button', class: 'primary', onclick: () => go(choice, proposal).catch(fail) })
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
    fill(button, going(answer))
    button.disabled = answer.new + answer.updated === 0
  }

  return async () => {
    draw(await ask(choice))
    const other = h('button', { type: 'button', onclick: () => again() }, t('import.other'))
    const heading = h('h3', { tabindex: '-1' }, file.name)
    fill(body, h('div', null, heading, summary), error, columns.element, updating.element, rows)
    fill(footer, other, button)
    // What it would bring is read before it is done, also where the button lies far below.
    heading.focus()
    return proposal
  }
}

/** What pressing the button does, in numbers. @param {Proposal} proposal */
function going({ updated, same, new: added }) {
  if (updated > 0) return added === 0 ? t('import.go.update', { n: updated }) : t('import.go.both', { updated, n: added })
  return added === 0 && same > 0 ? t('import.go.nothing') : t('import.go', { n: added })
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
