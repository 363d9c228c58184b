/** When sessions are, as people read and type it. */
import { longDay, time } from '../i18n.js'

/** @param {Date} date @returns {string} `2026-07-04`, as the reader's clock has it */
function local(date) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The day of an instant, or nothing. @param {string | null | undefined} instant */
export function dayOf(instant) {
  return instant ? local(new Date(instant)) : ''
}

/** @param {string} day */
export function dayWords(day) {
  return day === '' ? '' : longDay(day)
}

/** `09:30–11:00`. @param {{start?: string | null, end?: string | null}} session */
export function span({ start, end }) {
  if (!start) return ''
  return end ? `${time(start)}–${time(end)}` : time(start)
}

/** For a field of kind `datetime-local`. @param {string | null | undefined} instant */
export function typed(instant) {
  if (!instant) return ''
  const date = new Date(instant)
  return `${local(date)}T${date.toTimeString().slice(0, 5)}`
}

/** From such a field. @param {string} value @returns {string | null} */
export function instantOf(value) {
  return value === '' ? null : new Date(value).toISOString()
}
