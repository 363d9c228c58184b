// What a file would bring: the steps, the rows that become none, and what is doubtful about each.
import { fill, h, icon } from '../../dom.js'
import { day, say, t } from '../../i18n.js'

/** @import {Child} from '../../dom.js' */
/** @import {Choice, Note, Proposal, Skipped, Step} from './types.js' */

/** Rows shown; further ones are counted. */
const MOST = 300

/**
 * @param {Proposal} proposal
 * @param {Choice} choice changed in place
 * @param {() => void} changed
 * @returns {HTMLElement}
 */
export function preview(proposal, choice, changed) {
  /** @type {(Step | Skipped)[]} */
  const rows = [...proposal.steps, ...proposal.skipped].sort((a, b) => a.sheet - b.sheet || a.row - b.row)
  const about = proposal.warnings.filter((note) => note.row === 0)
  /** @param {Step | Skipped} row @param {boolean} on */
  const take = (row, on) => {
    const place = { sheet: row.sheet, row: row.row }
    const other = (/** @type {{sheet: number, row: number}} */ one) => one.sheet !== place.sheet || one.row !== place.row
    const step = 'title' in row
    choice.leftOut = choice.leftOut.filter(other)
    choice.taken = choice.taken.filter(other)
    if (step && !on) choice.leftOut.push(place)
    if (!step && on && !row.byHand) choice.taken.push(place)
    changed()
  }
  return h(
    'div',
    { class: 'stack' },
    about.length > 0 &&
      h(
        'details',
        null,
        h('summary', { class: 'label' }, `${t('import.about')}: ${t('import.warnings', { n: about.length })}`),
        h('ul', { class: 'notes' }, about.map(aboutLine))
      ),
    h('h3', null, t('import.steps')),
    rows.length === 0 && h('p', { class: 'notice' }, t('import.none')),
    h(
      'ol',
      { class: 'records brought', role: 'list' },
      rows.slice(0, MOST).map((row) => line(row, proposal, take))
    ),
    rows.length > MOST && h('p', { class: 'hint' }, t('import.more', { n: rows.length - MOST }))
  )
}

/** @param {Note} note */
function aboutLine(note) {
  const place = [note.sheet, note.cell].filter(Boolean).join(' ')
  return h('li', null, h('b', null, [place, note.text].filter(Boolean).join(': ')), ' ', say(note.sentence))
}

/** @param {Step | Skipped} row @param {Proposal} proposal @param {(row: Step | Skipped, on: boolean) => void} take */
function line(row, proposal, take) {
  const step = 'title' in row
  const title = step ? row.title : row.text
  // What has no title can't become a step: a box for it would spring back.
  const box = h('input', { type: 'checkbox', checked: step, hidden: !step && !row.titled, 'aria-label': t('import.take', { title }) })
  box.addEventListener('change', () => take(row, box.checked))
  const sheet = proposal.sheets.find((one) => one.sheet === row.sheet)?.name ?? ''
  const notes = proposal.warnings.filter((note) => note.row === row.row && (note.sheet === sheet || proposal.sheets.length < 2))
  return h(
    'li',
    { dataset: { out: !step } },
    h('label', { class: 'take' }, box),
    h(
      'div',
      null,
      h('p', { class: 'head' }, h('span', null, title), h('small', { class: 'hint' }, t('import.row', { row: row.row }))),
      step && h('p', { class: 'hint' }, facts(row)),
      step && row.changed.length > 0 && h('p', { class: 'hint' }, t('import.changed', { fields: fields(row.changed) })),
      !step && !notes.some((note) => say(note.sentence) === say(row.why)) && h('p', { class: 'hint' }, say(row.why)),
      h('ul', { class: 'notes' }, notes.map(noteLine), step && row.kept.map((kept) => h('li', null, icon('warn'), t('import.kept', {
        field: t(`import.field.${kept.field}`),
        plan: short(kept.plan),
        file: short(kept.file)
      }))))
    )
  )
}

/** @param {Step} step @returns {string} */
function facts(step) {
  return [
    step.change === 'new' ? '' : t(`import.change.${step.change}`),
    t(`status.${step.status}`),
    step.responsible,
    step.due && day(step.due)
  ]
    .filter(Boolean)
    .join(' · ')
}

/** @param {string[]} names */
function fields(names) {
  return names.map((name) => t(`import.field.${name}`)).join(', ')
}

/** @param {Note} note @returns {Child} */
function noteLine(note) {
  const what = note.kind === 'value' ? [note.cell, t('import.quoted', { text: short(note.text) })].filter(Boolean).join(' ') + ': ' : ''
  return h('li', { class: note.kind === 'bad' ? 'bad' : '' }, icon('warn'), h('span', null, what, say(note.sentence)))
}

/** @param {string} text */
function short(text) {
  return text.length > 90 ? `${text.slice(0, 88)} …` : text
}

/**
 * One line that says it all.
 *
 * @param {HTMLElement} element
 * @param {Proposal} proposal
 */
export function summarise(element, proposal) {
  const parts = [
    t('import.found', { n: proposal.steps.length }),
    proposal.updated + proposal.same > 0 && t('import.new', { n: proposal.new }),
    proposal.updated > 0 && t('import.updated', { n: proposal.updated }),
    proposal.same > 0 && t('import.same', { n: proposal.same }),
    proposal.warnings.length > 0 && t('import.warnings', { n: proposal.warnings.length })
  ]
  fill(element, parts.filter(Boolean).join(' · '))
}
