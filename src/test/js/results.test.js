// What the page of results makes of texts, and who is in charge of a step.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './pages.js'

const { plain, people } = await load('results/plain.js', 'progress/people.js')

test('Markdown is read as its text, and what is escaped stays a sign', () => {
  assert.equal(plain('## Ziel'), 'Ziel')
  assert.equal(plain('Das **Amt** prüft *rechtzeitig*.'), 'Das Amt prüft rechtzeitig.')
  assert.equal(plain('siehe [Muster](https://example.org/a)'), 'siehe Muster')
  assert.equal(plain('2 \\* 3 \\* 4, C\\#'), '2 * 3 * 4, C#')
  assert.equal(plain('1 \\[nicht\\](weg)'), '1 [nicht](weg)')
})

test('several who are in charge are several', () => {
  assert.deepEqual(people('Kämmerei, IT und Anna Berg'), ['Kämmerei', 'IT', 'Anna Berg'])
  assert.deepEqual(people('Bund/Land; Bund'), ['Bund', 'Land'])
  assert.deepEqual(people('Hund and Undine'), ['Hund', 'Undine'])
  assert.deepEqual(people(' '), [])
})
