// Others' edits come in slices: many messages are one change, in their order, and nothing of them is lost.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './pages.js'

const { Y, Incoming } = await load('connection/incoming.js')
// Slices pace themselves by frames; a hidden page has none.
globalThis.document ??= { visibilityState: 'hidden' }

/** @param {number} n letters, each an update of its own */
function letters(n) {
  const doc = new Y.Doc()
  const updates = []
  doc.on('update', (update) => updates.push(update))
  for (let i = 0; i < n; i++) doc.getText('t').insert(i, String.fromCharCode(97 + (i % 26)))
  return { updates, text: doc.getText('t').toString() }
}

function receiver() {
  const doc = new Y.Doc()
  let changes = 0
  doc.on('afterTransaction', () => changes++)
  const incoming = new Incoming((updates) => Y.transact(doc, () => [...updates].forEach((update) => Y.applyUpdate(doc, update)), null, false))
  return { doc, incoming, changes: () => changes }
}

/** @param {() => boolean} holds */
async function until(holds) {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('many letters of others become few changes of the document', { timeout: 20_000 }, async () => {
  const { updates, text } = letters(600)
  const { doc, incoming, changes } = receiver()
  for (const update of updates) incoming.put(update)
  assert.equal(doc.getText('t').toString(), '', 'nothing is done while messages come in')
  await until(() => doc.getText('t').toString() === text)
  assert.ok(changes() < 60, `${changes()} changes`)
})

test('what must stand on what came before finds all of it', () => {
  const { updates, text } = letters(50)
  const { doc, incoming, changes } = receiver()
  for (const update of updates) incoming.put(update)
  incoming.flush()
  assert.equal(doc.getText('t').toString(), text)
  assert.equal(changes(), 1)
  incoming.flush()
  assert.equal(changes(), 1)
})

test('what comes while a slice is done waits for the next', { timeout: 20_000 }, async () => {
  const { updates, text } = letters(40)
  const doc = new Y.Doc()
  const incoming = new Incoming((some) => {
    for (const update of some) {
      Y.applyUpdate(doc, update)
      const next = updates.shift()
      if (next) incoming.put(next)
    }
  })
  incoming.put(updates.shift())
  await until(() => doc.getText('t').toString() === text)
})
