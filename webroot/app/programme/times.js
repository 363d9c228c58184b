/** When sessions are, as people read and type it: by the clocks of the event, not of the device. */
import { longDay, time, ZONE } from '../i18n.js'

/** The Swedish write a date as ISO does. */
const clock = new Intl.DateTimeFormat('sv', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })

/** `2026-07-04T09:30`, as the clocks there have it. @param {string | number} instant */
const local = (instant) => clock.format(new Date(instant)).replace(' ', 'T')

/** The day of an instant, or nothing. @param {string | null | undefined} instant */
export function dayOf(instant) {
  return instant ? local(instant).slice(0, 10) : ''
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
  return instant ? local(instant) : ''
}

/** What such a field takes: a year of two digits is a slip. */
export const BOUNDS = { min: '2000-01-01T00:00', max: '2099-12-31T23:59' }

/** From such a field; nothing where it is no time that the clocks can have. An hour that summer time leaves out is the one after it. @param {string} value @returns {string | null} */
export function instantOf(value) {
  const utc = (/** @type {string} */ wall) => Date.parse(`${wall}Z`)
  const wanted = utc(value)
  if (value < BOUNDS.min || value > BOUNDS.max || Number.isNaN(wanted)) return null
  let at = wanted
  // Twice: the first guess may lie on the other side of a change of the clocks.
  for (let turn = 0; turn < 2; turn++) at += wanted - utc(local(at))
  return new Date(at).toISOString()
}
