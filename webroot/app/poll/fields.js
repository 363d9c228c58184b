/** Native inputs for ballots: segments and choices made of radios, rows of options, checkboxes. */
import { freshId, h } from '../dom.js'

/** @import {Child} from '../dom.js' */
/** @typedef {{value: string, label: Child, spoken?: string}} Segment `spoken` is read instead of a label that is a sign */

/**
 * One row of small radios, such as 1 2 3 4 5.
 *
 * @param {string} labelledBy id of what names the group
 * @param {Segment[]} segments
 * @param {string | null} chosen
 * @param {string} [look] a further class
 * @returns {{element: HTMLElement, value(): string | null, focus(): void}}
 */
export function segments(labelledBy, segments, chosen, look = '') {
  const name = freshId('seg')
  const inputs = segments.map(({ value }) => h('input', { type: 'radio', name, value, checked: value === chosen }))
  const element = h(
    'span',
    { class: `seg ${look}`.trim(), role: 'radiogroup', 'aria-labelledby': labelledBy },
    segments.map(({ label, spoken }, index) =>
      h(
        'label',
        null,
        inputs[index],
        spoken === undefined ? label : [h('span', { class: 'vh' }, spoken), h('span', { 'aria-hidden': 'true' }, label)]
      )
    )
  )
  return { element, value: () => picked(inputs), focus: () => (inputs.find((input) => input.checked) ?? inputs[0])?.focus() }
}

/**
 * Radios as plates one below the other, each with an explanation.
 *
 * @param {{value: string, label: string, note?: string}[]} plates
 * @param {string | null} chosen
 * @returns {{element: HTMLElement, value(): string | null}}
 */
export function plates(plates, chosen) {
  const name = freshId('plate')
  const inputs = plates.map(({ value }) => h('input', { type: 'radio', name, value, checked: value === chosen }))
  const element = h(
    'div',
    { class: 'choices plates' },
    plates.map(({ label, note }, index) =>
      h('label', { class: 'choice' }, inputs[index], h('span', null, label), note ? h('small', null, note) : null)
    )
  )
  return { element, value: () => picked(inputs) }
}

/**
 * @param {HTMLInputElement[]} inputs
 * @returns {string | null}
 */
function picked(inputs) {
  return inputs.find((input) => input.checked)?.value ?? null
}

/**
 * A ballot of rows, an option each. `field` makes the input of a row, named by the id of the option's text.
 *
 * @template F
 * @param {import('./types.js').Option[]} options
 * @param {(option: import('./types.js').Option, labelId: string) => {element: HTMLElement} & F} field
 * @param {boolean} [stacked] the input below the text
 * @returns {{element: HTMLElement, rows: {option: import('./types.js').Option, field: F}[]}}
 */
export function optionRows(options, field, stacked = false) {
  /** @type {{option: import('./types.js').Option, field: F}[]} */
  const rows = []
  const element = h(
    'ol',
    { class: 'ballot', role: 'list', dataset: { stacked } },
    options.map((option) => {
      const id = freshId('option')
      const made = field(option, id)
      rows.push({ option, field: made })
      return h('li', null, h('span', { id, dir: 'auto' }, option.label), made.element)
    })
  )
  return { element, rows }
}

/**
 * A checkbox with its words.
 *
 * @param {Child} label
 * @param {boolean} checked
 * @param {string} [note]
 * @returns {{element: HTMLElement, input: HTMLInputElement}}
 */
export function check(label, checked, note) {
  const input = h('input', { type: 'checkbox', checked })
  return {
    input,
    element: h('label', { class: 'check' }, input, h('span', null, label, note ? h('small', null, note) : null))
  }
}

/**
 * A label over a field.
 *
 * @param {string} label
 * @param {HTMLElement} input gets an id if it has none
 * @param {string} [hint]
 * @returns {HTMLElement}
 */
export function field(label, input, hint) {
  if (!input.id) input.id = freshId('field')
  const hintId = `${input.id}-hint`
  if (hint) input.setAttribute('aria-describedby', hintId)
  return h(
    'div',
    { class: 'field' },
    h('label', { for: input.id }, label),
    input instanceof HTMLSelectElement ? h('div', { class: 'select' }, input) : input,
    hint ? h('p', { class: 'hint', id: hintId }, hint) : null
  )
}

/**
 * @param {[value: string, label: string][]} choices
 * @param {string} chosen
 * @returns {HTMLSelectElement}
 */
export function select(choices, chosen) {
  return h(
    'select',
    null,
    choices.map(([value, label]) => h('option', { value, selected: value === chosen }, label))
  )
}
