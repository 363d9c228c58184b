// Hours of sessions are those of the place, wherever the device thinks it is.
import assert from 'node:assert/strict'
import { test } from 'node:test'

process.env.TZ = 'Pacific/Auckland'
for (const [name, value] of Object.entries({ location: { search: '?lang=de' }, document: { documentElement: {} } })) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}
const { dayAt, moment } = await import('../../../webroot/app/i18n.js')
const { dayOf, instantOf, span, typed } = await import('../../../webroot/app/programme/times.js')

test('an hour is read and written by the clocks of the place', () => {
  assert.equal(new Date('2026-07-04T22:30:00Z').getHours(), 10, 'the device is elsewhere')
  assert.equal(dayOf('2026-07-04T22:30:00Z'), '2026-07-05')
  assert.equal(dayAt(Date.parse('2026-01-04T22:59:00Z')), '2026-01-04')
  assert.equal(span({ start: '2026-07-04T07:00:00Z', end: '2026-07-04T08:30:00Z' }), '09:00–10:30')
  assert.equal(typed('2026-12-04T08:00:00Z'), '2026-12-04T09:00')
  assert.match(moment('2026-12-04T08:00:00Z'), /^04\.12\.2026, 09:00$/)
})

test('what was typed is that hour there, also around the changes of clocks', () => {
  for (const [wall, instant] of [
    ['2026-07-04T09:00', '2026-07-04T07:00:00.000Z'],
    ['2026-12-04T00:15', '2026-12-03T23:15:00.000Z'],
    ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z']
  ]) {
    assert.equal(instantOf(wall), instant)
    assert.equal(typed(instant), wall)
  }
  assert.equal(instantOf(''), null)
  assert.equal(instantOf('0026-07-04T09:00'), null, 'a year of two digits')
  assert.equal(instantOf('20266-07-04T09:00'), null, 'a year of five')
  assert.equal(instantOf('morgen'), null)
  assert.ok(instantOf('2026-03-29T02:30'), 'an hour that is left out is taken for one beside it')
})
