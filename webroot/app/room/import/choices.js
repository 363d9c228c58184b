// How a file is to be read: which sheets, what the columns are, how dates with slashes go, whether steps are updated.
import { fill, h } from '../../dom.js'
import { t } from '../../i18n.js'
import { check, field, select } from '../../poll/fields.js'

/** @import {Choice, Column, Part, Proposal, Sheet} from './types.js' */

const FIELDS = [
  'title',
  'details',
  'responsible',
  'contributors',
  'start',
  'due',
  'followUp',
  'status',
  'done',
  'progress',
  'effort',
  'result',
  'obstacle',
  'checklist',
  'key',
  'archived',
  'text',
  'nothing'
]

/**
 * @param {Choice} choice changed in place
 * @param {() => void} changed
 * @returns {{element: HTMLElement, update(proposal: Proposal): void}}
 */
export function choices(choice, changed) {
  const element = h('div', { class: 'stack' })
  let drawn = ''
  /** @type {Proposal} */
  let shown

  /** Says what is chosen of all parts, with one of them otherwise. @param {number} sheet @param {object} other */
  function choose(sheet, other) {
    choice.parts = shown.parts.map((part) => ({
      sheet: part.sheet,
      header: part.header,
      height: Math.max(1, part.height),
      fields: part.columns.map((column) => column.field),
      ...(part.sheet === sheet ? other : {})
    }))
    changed()
  }

  /** @param {number[]} sheets */
  function read(sheets) {
    choice.parts = sheets.map((sheet) => ({ sheet }))
    choice.leftOut = []
    choice.taken = []
    changed()
  }

  return {
    element,
    update(proposal) {
      shown = proposal
      const now = JSON.stringify([proposal.sheets, proposal.parts.map((part) => [part.sheet, part.header])])
      // Redrawn only where something else is read: a select that was just used keeps its focus.
      if (now === drawn) return
      drawn = now
      fill(
        element,
        proposal.sheets.length > 1 && sheetChoice(proposal, read),
        proposal.parts.map((part) => columnChoice(part, proposal, choose)),
        hasSlashes(proposal) && dateChoice(choice, changed)
      )
    }
  }
}

/** @param {Proposal} proposal @param {(sheets: number[]) => void} read */
function sheetChoice(proposal, read) {
  const boxes = proposal.sheets
    .filter((sheet) => sheet.rows > 0)
    .map((sheet) => {
      const on = proposal.parts.some((part) => part.sheet === sheet.sheet)
      return { sheet: sheet.sheet, ...check(sheetName(sheet), on, t('import.sheet.rows', { n: sheet.rows })) }
    })
  const element = h('fieldset', null, h('legend', { class: 'label' }, t('import.sheets')), boxes.map((box) => box.element))
  element.addEventListener('change', () => {
    const sheets = boxes.filter((box) => box.input.checked).map((box) => box.sheet)
    if (sheets.length > 0) read(sheets)
  })
  return element
}

/** @param {Sheet} sheet */
function sheetName(sheet) {
  return t(`import.sheet.${sheet.kind}`, { name: sheet.name || String(sheet.sheet + 1) })
}

/** @param {Part} part @param {Proposal} proposal @param {(sheet: number, other: object) => void} choose */
function columnChoice(part, proposal, choose) {
  const selects = part.columns.map((column) => columnSelect(column))
  const sheet = proposal.sheets.find((one) => one.sheet === part.sheet)
  const isList = sheet?.kind === 'list'
  const body = h(
    'tbody',
    null,
    part.columns.map((column, index) =>
      h(
        'tr',
        null,
        h('th', { scope: 'row' }, column.heading || t('import.column', { column: column.column })),
        h('td', { class: 'samples' }, column.samples.join(' · ')),
        h('td', null, h('div', { class: 'select' }, selects[index]))
      )
    )
  )
  body.addEventListener('change', () => choose(part.sheet, { fields: selects.map((one) => one.value) }))
  const header = h('input', { type: 'number', min: 0, max: 9999, value: String(part.header), inputmode: 'numeric' })
  header.addEventListener('change', () => choose(part.sheet, { header: Math.max(0, header.valueAsNumber || 0), fields: [] }))
  const name = proposal.parts.length > 1 && sheet ? `: ${sheetName(sheet)}` : ''
  return h(
    'details',
    { open: proposal.parts.length === 1 && !isList },
    h('summary', { class: 'label' }, t('import.columns') + name),
    h('div', { class: 'table columns', tabindex: '0', role: 'group', 'aria-label': t('import.columns') + name }, h('table', null, body)),
    !isList && h('div', { class: 'small-field' }, field(t('import.header'), header))
  )
}

/** @param {Column} column */
function columnSelect(column) {
  const one = select(
    FIELDS.map((name) => [name, t(`import.field.${name}`)]),
    column.field
  )
  one.setAttribute('aria-label', column.heading || t('import.column', { column: column.column }))
  return one
}

/** @param {Proposal} proposal */
function hasSlashes(proposal) {
  return proposal.parts.some((part) =>
    part.columns.some((column) => column.samples.some((sample) => /^\D{0,5}\d{1,2}\/\d{1,2}\/\d{2,4}/.test(sample)))
  )
}

/** @param {Choice} choice @param {() => void} changed */
function dateChoice(choice, changed) {
  const order = select(
    [
      ['', t('import.dates.auto')],
      ['day', t('import.dates.day')],
      ['month', t('import.dates.month')]
    ],
    choice.dates ?? ''
  )
  order.addEventListener('change', () => {
    if (order.value === '') delete choice.dates
    else choice.dates = order.value
    changed()
  })
  return field(t('import.dates'), order)
}
