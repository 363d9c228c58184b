// Drives real Yjs for the Java tests: one JSON request a line on stdin, one JSON answer a line on stdout.
import { createInterface } from 'node:readline'
import * as Y from 'yjs'
import { content } from './content.js'
import { session } from './session.js'

const b64 = (bytes) => Buffer.from(bytes).toString('base64')
const bytes = (text) => new Uint8Array(Buffer.from(text, 'base64'))

const state = (doc) => ({
  content: content(doc),
  vector: b64(Y.encodeStateVector(doc)),
  update: b64(Y.encodeStateAsUpdate(doc)),
  pending: doc.store.pendingStructs !== null || doc.store.pendingDs !== null
})

const commands = {
  /** A random session of several clients. */
  session: (request) => {
    const { docs, updates } = session(request)
    return { updates: updates.map(b64), ...state(docs[0]) }
  },
  /** A document that has applied these updates. */
  load: ({ updates, gc }) => {
    const doc = new Y.Doc({ gc })
    content(doc)
    for (const update of updates) {
      Y.applyUpdate(doc, bytes(update), 'remote')
    }
    return state(doc)
  },
  merge: ({ updates }) => ({ update: b64(Y.mergeUpdates(updates.map(bytes))) }),
  /** How JavaScript prints numbers. */
  numbers: ({ bits }) => ({
    printed: bits.map((each) => {
      const view = new DataView(new ArrayBuffer(8))
      view.setBigUint64(0, BigInt(each))
      return JSON.stringify(view.getFloat64(0))
    })
  })
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line)
  let answer
  try {
    answer = commands[request.command](request)
  } catch (error) {
    answer = { error: String(error.stack) }
  }
  process.stdout.write(JSON.stringify(answer) + '\n')
}
