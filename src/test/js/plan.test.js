// The one reader of the plan: whatever clients wrote, all pages see the same, and reading changes nothing.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const Y = createRequire(join(here, '../../main/npm/package.json'))('yjs')
const source = readFileSync(join(here, '../../../webroot/app/plan/read.js'), 'utf8')
const { readPlan } = await import(`data:text/javascript,${encodeURIComponent(source)}`)

/** A plan with a step of these values; each is put into the document as it is. */
function planWith(...steps) {
  const doc = new Y.Doc()
  steps.forEach((values, at) => {
    const step = new Y.Map()
    doc.getMap('steps').set(values.id ?? `s${at}`, step)
    for (const [key, value] of Object.entries(values)) step.set(key, value)
  })
  return doc
}
const first = (values) => readPlan(planWith(values)).steps[0]

test('text is text, whatever holds it', () => {
  const rich = new Y.XmlFragment()
  const word = new Y.XmlText('Ja')
  rich.insert(0, [word])
  word.insert(2, ' gern', { strong: {} })
  for (const [value, seen] of [['Ja', 'Ja'], [new Y.Text('Ja'), 'Ja'], [rich, 'Ja gern'], [7, ''], [undefined, '']]) {
    const step = first({ title: value, responsible: 'Amt' })
    assert.equal(step.title, seen)
  }
  for (const key of ['responsible', 'contributors', 'result']) assert.equal(first({ [key]: new Y.Text('Amt 3') })[key], 'Amt 3')
})

test('a value of a wrong form counts as absent', () => {
  for (const effort of [-1, NaN, Infinity, '3', null]) assert.equal(first({ effort }).effort, null)
  assert.equal(first({ effort: 0 }).effort, 0)
  assert.equal(first({ effort: 2.5 }).effort, 2.5)
  for (const due of ['2026-02-30', '2026-2-3', '30.03.2026', 20260303]) assert.equal(first({ due }).due, null)
  assert.equal(first({ due: '2028-02-29' }).due, '2028-02-29')
  assert.equal(first({ status: 'later' }).status, 'idea')
  assert.equal(first({ obstacle: 'weather' }).obstacle, null)
})

test('comments: objects or maps with a text, in order', () => {
  const map = new Y.Map([['text', 'zwei'], ['done', true]])
  const list = Y.Array.from([{ text: 'eins' }, { done: true }, 'drei'])
  const doc = planWith({ comments: list })
  list.insert(1, [map])
  assert.deepEqual(readPlan(doc).steps[0].comments.map(({ text }) => text), ['eins', 'zwei'])
})

test('steps stand in order of rank by code unit, then id; what is no map is no step', () => {
  const doc = planWith({ id: 'b', rank: 'a1' }, { id: 'a', rank: 'a1' }, { id: 'c', rank: 'Z' })
  doc.getMap('steps').set('d', 'no step')
  assert.deepEqual(readPlan(doc).steps.map(({ id, n }) => `${n}${id}`), ['1c', '2a', '3b'])
})

test('reading writes nothing', () => {
  const doc = planWith({ title: 'nur Zeichen', details: 'kein Fragment', comments: 3 })
  const before = Y.encodeStateAsUpdate(doc)
  doc.on('update', () => assert.fail('reading changed the document'))
  readPlan(doc)
  assert.deepEqual(Y.encodeStateAsUpdate(doc), before)
})
