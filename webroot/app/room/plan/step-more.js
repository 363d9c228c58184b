// The opened part of a step: its fields, rich details, comments, and how it leaves the plan.
import { freshId, h, icon, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { commentList } from './comments.js'
import { dateField, labelled, numberField, obstacleField } from './plain-fields.js'
import { RichField } from './rich-field.js'
import { textField } from './text-field.js'

/** Longest result and names, in UTF-16 units. */
const VALUE_MAX = 1000

/** Fields that hold names. */
const NAMED = new Set(['responsible', 'contributors'])

/** @typedef {import('./step-card.js').Board} Board */
/** @typedef {import('./plain-fields.js').Field} Field */

/**
 * @param {Board} board
 * @param {string} id
 * @returns {{element: HTMLElement, update(keys: Set<string> | null): void, destroy(): void}}
 */
export function stepMore(board, id) {
  const fields = [
    sharedField(board, id, 'result', 'w'),
    sharedField(board, id, 'responsible', 'p'),
    sharedField(board, id, 'contributors', 'p'),
    numberField(board, id),
    dateField(board, id, 'start'),
    dateField(board, id, 'due'),
    dateField(board, id, 'followUp'),
    obstacleField(board, id),
    sharedField(board, id, 'tags', 'p'),
    detailsField(board, id),
    commentList(board, id)
  ]
  const leave = leaveRow(board, id)
  const element = h(
    'div',
    { class: 'step-more', id: freshId('more') },
    fields.map((field) => field.element),
    leave.element
  )
  const update = (/** @type {Set<string> | null} */ keys) => {
    for (const field of fields) if (keys === null || keys.has(field.key)) field.update()
    leave.update()
  }
  update(null)
  return {
    element,
    update,
    destroy() {
      for (const field of fields) field.destroy?.()
    }
  }
}

/**
 * What a field needs of a step's text.
 *
 * @param {Board} board
 * @param {string} id
 * @param {string} key
 * @returns {import('./text-field.js').Source}
 */
export function sourceOf({ plan }, id, key) {
  return {
    shared: () => plan.shared(id, key),
    plain: () => plan.text(id, key),
    begin: () => plan.beginShared(id, key)
  }
}

/** Puts what had no room into the details, as a paragraph of its own. @param {Board} board @param {string} id @returns {(rest: string) => void} */
export function keepInDetails({ plan, editable }, id) {
  return (rest) => {
    if (editable()) plan.appendDetails(id, rest.trim())
  }
}

/** @param {Board} board @param {string} id @param {string} key @param {string} place @returns {Field} */
function sharedField(board, id, key, place) {
  const input = h('input', { autocomplete: 'off', list: NAMED.has(key) && 'names' })
  const { carets } = board
  const source = sourceOf(board, id, key)
  const keep = keepInDetails(board, id)
  const text = textField({ name: `${id}/${key}`, field: input, look: 'line', carets, max: VALUE_MAX, source, keep })
  return {
    key,
    element: labelled(key, text.element, place),
    update() {
      input.readOnly = !board.editable()
      text.update()
    },
    destroy: text.destroy
  }
}

/** @param {Board} board @param {string} id @returns {Field} */
function detailsField({ plan, carets, editable }, id) {
  const label = freshId('details')
  const field = new RichField({
    fragment: () => plan.details(id),
    begin: () => plan.beginDetails(id),
    awareness: carets.awareness,
    plan,
    label,
    empty: t('room.details.empty'),
    editable
  })
  const name = h('span', { class: 'label', id: label }, t('room.field.details'))
  return {
    key: 'details',
    element: h('div', { class: 'field w' }, name, field.element),
    update: () => field.follow(),
    destroy: () => field.destroy()
  }
}

/** @param {Board} board @param {string} id */
function leaveRow(board, id) {
  const word = h('span', null)
  const button = h(
    'button',
    { type: 'button', class: 'quiet danger', onclick: () => board.remove(id) },
    icon('x'),
    word
  )
  const element = h('div', { class: 'row w' }, button)
  return {
    element,
    update() {
      element.hidden = !board.editable()
      const gone = board.plan.status(id) === 'dropped' || board.plan.isEmpty(id)
      setText(word, t(gone ? 'room.step.delete' : 'room.step.drop'))
    }
  }
}
