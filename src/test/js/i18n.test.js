// Numbers as people read them: exact values of the server are rounded for display only, half up, never through floating point.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const source = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../../../webroot/app/i18n.js'), 'utf8')

/** The module as a page in that language has it. */
function load(language) {
  const surroundings = { location: { search: `?lang=${language}` }, document: { documentElement: {} } }
  for (const [name, value] of Object.entries(surroundings)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  }
  return import(`data:text/javascript,${encodeURIComponent(`${source}\n// ${language}`)}`)
}
const de = await load('de')
const en = await load('en')

test('shares become percentages with one decimal, half up', () => {
  for (const [share, shown] of [
    ['1/3', '33,3 %'],
    ['2/3', '66,7 %'],
    ['1/2', '50 %'],
    ['1', '100 %'],
    ['0', '0 %'],
    ['1/2000', '0,1 %'],
    ['1/2001', '0 %'],
    ['199/200', '99,5 %']
  ]) {
    assert.equal(de.percent(share), shown.replace(' ', '\u00a0'), share)
  }
  assert.equal(en.percent('2/3'), '66.7%')
  assert.equal(de.percent(null), '–')
})

test('exact values keep what they are, with at most one decimal', () => {
  assert.equal(de.exact('7/2'), '3,5')
  assert.equal(de.exact('3'), '3')
  assert.equal(de.exact('13/3'), '4,3')
  assert.equal(de.exact(null), '–')
})

test('times and days', () => {
  assert.equal(de.duration(760), '12:40')
  assert.equal(de.duration(3900), '1:05:00')
  assert.equal(de.duration(0.2), '0:01')
  assert.equal(de.duration(-5), '0:00')
  assert.equal(de.day('2026-11-27'), '27.11.2026')
  assert.equal(de.longDay('2026-11-27'), 'Freitag, 27. November 2026')
  assert.match(en.longDay('2026-11-27'), /^Friday,? 27 November 2026$/)
  assert.equal(de.day('soon'), 'soon')
})
