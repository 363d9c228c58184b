// A session that was saved without an answer, or changed by somebody else, while its dialog was open.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contested, differing, joined } from '../../../webroot/app/programme/meanwhile.js'

const before = { id: 's', title: 'Ausklang', place: 'Foyer', start: '2026-07-04T08:00:00Z', end: null, moderators: ['Mona'], room: 'r' }

test('the same hour and nothing written in another way are no difference', () => {
  assert.deepEqual(differing(before, { title: 'Ausklang', place: 'Foyer', start: '2026-07-04T08:00:00.000Z', moderators: ['Mona'], seats: null, template: null }), [])
  assert.deepEqual(differing(before, { ...before, place: null, moderators: [] }), ['place', 'moderators'])
})

test('what was not changed here is as somebody else has made it', () => {
  const now = { ...before, place: 'Saal 2', room: 'r2' }
  const typed = { ...before, title: 'Abschluss' }
  assert.deepEqual(joined(before, typed, now), { ...now, title: 'Abschluss' })
  assert.deepEqual(contested(before, typed, now), [])
})

test('what both have changed is named, unless they agree', () => {
  const now = { ...before, place: 'Saal 2', title: 'Abschluss' }
  assert.deepEqual(contested(before, { ...before, place: 'Saal 3', title: 'Abschluss' }, now), ['place'])
  assert.equal(joined(before, { ...before, place: 'Saal 3' }, now).place, 'Saal 3')
})
