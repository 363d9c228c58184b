// A difference for reading: all that changed is there, and of what stayed the same only what stands beside it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './pages.js'

const { shortened } = await load('room/moderation/runs.js')

const same = (text) => ({ kind: 'same', text })
const added = (text) => ({ kind: 'added', text })
const long = 'Wort '.repeat(100)

test('what changed is never shortened, and what is short stays whole', () => {
  const runs = [same('Heute '), added(long), same(' und morgen')]
  assert.deepEqual(shortened(runs), runs)
})

test('long words that stayed are cut where no change is near', () => {
  const [first, , middle, , last] = shortened([same(long), added('a'), same(long), added('b'), same(long)]).map(({ text }) => text)
  assert.equal(first, `… ${long.slice(-80)}`)
  assert.equal(middle, `${long.slice(0, 80)} … ${long.slice(-80)}`)
  assert.equal(last, `${long.slice(0, 80)} …`)
})

test('a sign of two units is never cut in half', () => {
  const signs = '🙂'.repeat(300)
  for (const { text } of shortened([same(signs), added('a'), same(signs)])) assert.ok(text.isWellFormed(), text)
})
