// The opened part of a step: plain fields, rich details, comments, and how it leaves the plan.
import { freshId, h, icon, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { commentList } from './comments.js'
import { OBSTACLES } from './document.js'
import { richField } from './rich-field.js'

/** Longest plain value, in UTF-16 units. */
const VALUE_MAX = 1000
/** What is typed into a plain value is told after this pause, in milliseconds: it is one value, not a text. */
const TYPING_MS = 300

/** @typedef {import('./step-card.js').Board} Board */
/** @typedef {{key: string, element: HTMLElement, update(): void, flush?(): void}} Field */

/**
 * @param {Board} board
 * @param {string} id
 * @returns {{element: HTMLElement, update(keys: Set<string> | null): void, destroy(): void}}
 */
export function stepMore(board, id) {
  const fields = [
    textField(board, id, 'result', 'w'),
    textField(board, id, 'responsible', 'p'),
    textField(board, id, 'contributors', 'p'),
    numberField(board, id),
    dateField(board, id, 'start'),
    dateField(board, id, 'due'),
    dateField(board, id, 'followUp'),
    obstacleField(board, id)
  ]
  const details = detailsField(board, id)
  const comments = commentList(board, id)
  const leave = leaveRow(board, id)
  const element = h(
    'div',
    { class: 'step-more', id: freshId('more') },
    fields.map((field) => field.element),
    details?.element,
    comments.element,
    leave.element
  )
  const update = (/** @type {Set<string> | null} */ keys) => {
    for (const field of fields) if (keys === null || keys.has(field.key)) field.update()
    if (keys === null) details?.refresh()
    if (keys === null || keys.has('comments')) comments.update()
    leave.update()
  }
  update(null)
  return {
    element,
    update,
    destroy() {
      for (const field of fields) field.flush?.()
      details?.destroy()
    }
  }
}

/** @param {string} key @param {HTMLElement} control @param {string} place */
function labelled(key, control, place = '') {
  const id = freshId(key)
  const input = control.matches('.select') ? /** @type {HTMLElement} */ (control.firstElementChild) : control
  input.id = id
  return h('div', { class: `field ${place}`.trim() }, h('label', { for: id }, t(`room.field.${key}`)), control)
}

/** @param {Board} board @param {string} id @param {string} key @param {string} place @returns {Field} */
function textField(board, id, key, place) {
  const input = h('input', { maxlength: VALUE_MAX, autocomplete: 'off' })
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause
  let typing = false
  const flush = () => {
    clearTimeout(pause)
    if (typing) board.plan.set(id, key, input.value.trim() === '' ? undefined : input.value)
    typing = false
  }
  input.addEventListener('input', () => {
    typing = true
    clearTimeout(pause)
    pause = setTimeout(flush, TYPING_MS)
  })
  input.addEventListener('change', flush)
  input.addEventListener('blur', flush)
  const update = () => {
    input.readOnly = !board.editable()
    const value = board.plan.text(id, key)
    if (typing || input.value === value || (input.value.trim() === '' && value === '')) return
    const [from, to] = [input.selectionStart, input.selectionEnd]
    input.value = value
    if (document.activeElement === input) input.setSelectionRange(from, to)
  }
  return { key, element: labelled(key, input, place), update, flush }
}

/** @param {Board} board @param {string} id @returns {Field} */
function numberField(board, id) {
  const input = h('input', { type: 'number', inputmode: 'decimal', min: 0, max: 100000, step: 'any' })
  input.addEventListener('change', () => {
    const days = input.valueAsNumber
    if (input.value === '' && !input.validity.badInput) board.plan.set(id, 'effort', undefined)
    else if (Number.isFinite(days) && days >= 0) board.plan.set(id, 'effort', Math.round(days * 100) / 100)
    update()
  })
  const update = () => {
    input.readOnly = !board.editable()
    const days = board.plan.effort(id)
    if (document.activeElement === input && input.value !== '' && input.valueAsNumber === days) return
    input.value = days === null ? '' : String(days)
  }
  return { key: 'effort', element: labelled('effort', input), update }
}

/** @param {Board} board @param {string} id @param {string} key @returns {Field} */
function dateField(board, id, key) {
  const input = h('input', { type: 'date', min: '2000-01-01', max: '2199-12-31' })
  // While a year is being typed the field holds dates like 0002-01-01: only plausible ones are told.
  const take = () => {
    if (input.value === '' ? !input.validity.badInput : input.validity.valid) {
      board.plan.set(id, key, input.value === '' ? undefined : input.value)
    }
  }
  input.addEventListener('change', take)
  input.addEventListener('blur', () => {
    take()
    update()
  })
  const update = () => {
    input.readOnly = !board.editable()
    const value = board.plan.date(id, key)
    if (input.value !== value && !(document.activeElement === input && !input.validity.valid)) input.value = value
  }
  return { key, element: labelled(key, input), update }
}

/** @param {Board} board @param {string} id @returns {Field} */
function obstacleField(board, id) {
  const select = h('select', null, h('option', { value: '' }, t('room.obstacle.none')))
  for (const obstacle of OBSTACLES) select.append(h('option', { value: obstacle }, t(`obstacle.${obstacle}`)))
  select.addEventListener('change', () => board.plan.set(id, 'obstacle', select.value || undefined))
  const update = () => {
    select.disabled = !board.editable()
    const value = board.plan.text(id, 'obstacle')
    select.value = OBSTACLES.includes(value) ? value : ''
  }
  return { key: 'obstacle', element: labelled('obstacle', h('div', { class: 'select' }, select)), update }
}

/** @param {Board} board @param {string} id */
function detailsField({ plan, carets, editable }, id) {
  const fragment = plan.details(id)
  if (!fragment) return null
  const label = freshId('details')
  const empty = t('room.details.empty')
  const field = richField({ fragment, awareness: carets.awareness, plan, label, empty, editable })
  const element = h(
    'div',
    { class: 'field w' },
    h('span', { class: 'label', id: label }, t('room.field.details')),
    field.element
  )
  return { element, refresh: field.refresh, destroy: field.destroy }
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
