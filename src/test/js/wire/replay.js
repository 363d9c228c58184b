// Two stock clients replay the recorded session of two writers into Y.Text `t`; then both, a third fresh one and whoever comes later hold
// the recorded text. With CHECK=1 only the last: a fresh client looks.
import assert from 'node:assert/strict'
import * as Y from 'yjs'
import { client, converge, endAll, fresh, tell, until } from './support.js'
import { readTrace } from './trace.js'

const { ROOM: room, TRACE: file, TOKENS: tokens } = process.env
const [first, second, third] = tokens.split(' ')
const { updates, text } = readTrace(file)

if (process.env.CHECK !== '1') {
  const writers = new Map([[1000, client(room, first, { events: true })], [1001, client(room, second, { events: true })]])
  for (const writer of writers.values()) await writer.synced()
  await replay(writers)
  const both = [...writers.values()]
  await converge(both, 60_000)
  for (const writer of both) assert.equal(writer.doc.getText('t').toString(), text)
  for (const writer of both) {
    const sent = writer.sent
    await until(`all ${sent} saved`, () => writer.last('saved')?.updates >= sent, 60_000)
    assert.equal(writer.last('saved').refused, 0)
    assert.deepEqual(writer.closes, [])
  }
}
const late = await fresh(room, third)
assert.equal(late.doc.getText('t').toString(), text)
tell({ chars: text.length, bytes: Y.encodeStateAsUpdate(late.doc).length })
endAll()

/** Each update is applied by the writer that made it, after it has seen all that came before; a pure deletion belongs to the one at work. */
async function replay (writers) {
  for (const writer of writers.values()) {
    writer.sent = 0
    writer.doc.on('update', (_bytes, origin) => { if (origin !== writer.provider) writer.sent++ })
  }
  let at = writers.get(1000)
  for (const update of updates) {
    const made = Y.decodeUpdate(update).structs[0]?.id.client
    const next = made === undefined ? at : writers.get(made)
    if (next !== at) {
      await sees(next, at)
      at = next
    }
    Y.applyUpdate(at.doc, update, 'replay')
  }
}

/** Looks whenever something arrives, since there are thousands of turns: a look every few milliseconds would take most of the time. */
async function sees (next, former) {
  const reached = [...former.doc.store.clients.keys()].map(id => [id, Y.getState(former.doc.store, id)])
  const seen = () => reached.every(([id, clock]) => Y.getState(next.doc.store, id) >= clock)
  if (seen()) return
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the other writer is not seen')), 40_000)
    next.doc.on('update', function look () {
      if (!seen()) return
      clearTimeout(late)
      next.doc.off('update', look)
      resolve()
    })
  })
}
