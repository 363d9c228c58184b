// Fields of a step that hold one value: person-days, dates, an obstacle. What can't be taken stays in the field, and is said.
import { freshId, h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { readDate, readDays, showDays } from './amounts.js'
import { OBSTACLES } from './document.js'

/** @typedef {import('./step-card.js').Board} Board */
/** @typedef {{key: string, element: HTMLElement, update(): void, destroy?(): void}} Field */

/** @param {string} key @param {HTMLElement} control @param {string} [place] @param {HTMLElement} [below] */
export function labelled(key, control, place = '', below = undefined) {
  const id = freshId(key)
  const input = control.matches('input, textarea') ? control : control.querySelector('input, textarea, select')
  if (input) input.id = id
  const label = h('label', { id: `${id}-of`, for: id }, t(`room.field.${key}`))
  // A date is several fields to a screen reader, of which each tells only its part.
  const group = control.matches('[type=date]') && { role: 'group', 'aria-labelledby': label.id }
  return h('div', { class: `field ${place}`.trim(), ...group }, label, control, below)
}

/** A sentence below a field, about what is in it. @param {HTMLInputElement} input */
function complaint(input) {
  const words = h('span', null)
  const element = h('p', { class: 'error', id: freshId('wrong'), role: 'alert', hidden: true }, icon('warn'), words)
  input.setAttribute('aria-describedby', element.id)
  return {
    element,
    /** @param {string} sentence '' for nothing wrong */
    say(sentence) {
      element.hidden = sentence === ''
      if (words.textContent !== sentence) words.textContent = sentence
      if (sentence) input.setAttribute('aria-invalid', 'true')
      else input.removeAttribute('aria-invalid')
    },
    get said() {
      return !element.hidden
    }
  }
}

/** @param {Board} board @param {string} id @returns {Field} */
export function numberField(board, id) {
  // No number field: what such a one makes of a comma, and what it swallows, depends on the browser's language.
  const input = h('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'num' })
  const wrong = complaint(input)
  input.addEventListener('change', () => {
    if (input.readOnly) return
    const read = readDays(input.value)
    if ('wrong' in read) return wrong.say(t(`room.days.${read.wrong}`))
    wrong.say('')
    board.plan.set(id, 'effort', read.days ?? undefined)
    update()
  })
  input.addEventListener('input', () => wrong.said && !('wrong' in readDays(input.value)) && wrong.say(''))
  const update = () => {
    input.readOnly = !board.editable()
    if (document.activeElement === input || wrong.said) return
    const shown = showDays(board.plan.effort(id), document.documentElement.lang)
    if (input.value !== shown) input.value = shown
  }
  input.addEventListener('blur', () => update())
  return { key: 'effort', element: labelled('effort', input, '', wrong.element), update }
}

/** @param {Board} board @param {string} id @param {string} key @returns {Field} */
export function dateField(board, id, key) {
  const input = h('input', { type: 'date', min: '2000-01-01', max: '2199-12-31' })
  const wrong = complaint(input)
  // While a year is being typed the field holds dates like 0002-01-01: only plausible ones are told.
  const take = () => {
    if (input.readOnly || input.validity.badInput || (input.value !== '' && !input.validity.valid)) return false
    wrong.say('')
    board.plan.set(id, key, input.value === '' ? undefined : input.value)
    return true
  }
  input.addEventListener('change', take)
  input.addEventListener('blur', () => (take() ? update() : !input.readOnly && wrong.say(t('room.date.wrong'))))
  input.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain').trim() ?? ''
    if (!text || input.readOnly) return
    event.preventDefault()
    const date = readDate(text)
    if (date === null) return wrong.say(t('room.date.unread', { text: text.slice(0, 40) }))
    input.value = date
    take()
  })
  const update = () => {
    input.readOnly = !board.editable()
    const value = board.plan.date(id, key)
    if (wrong.said || (document.activeElement === input && !input.validity.valid)) return
    if (input.value !== value) input.value = value
  }
  return { key, element: labelled(key, input, '', wrong.element), update }
}

/** @param {Board} board @param {string} id @returns {Field} */
export function obstacleField(board, id) {
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
