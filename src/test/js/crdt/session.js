// A random session: clients edit all types, hear of each other late and in any order, and in the end know everything.
import * as Y from 'yjs'
import { edit } from './edits.js'
import { random } from './random.js'

const clientId = (r) =>
  r.chance(0.2) ? Number.MAX_SAFE_INTEGER - r.int(1000) : r.chance(0.5) ? r.int(200) + 1 : r.int(2 ** 32)

/** Types that a client looks at: Yjs tidies formats only in those. */
const open = (doc) => [doc.getText('t'), doc.getMap('m'), doc.getArray('a'), doc.getXmlFragment('x')]

export const session = ({ seed, gc = true, clients = 3, steps = 60, kinds, cutPairs }) => {
  const r = random(seed)
  const docs = []
  const inbox = []
  const updates = []
  const ids = new Set()
  while (docs.length < clients) {
    const id = clientId(r)
    if (ids.has(id)) continue
    ids.add(id)
    const doc = new Y.Doc({ gc })
    doc.clientID = id
    open(doc)
    const at = docs.length
    doc.on('update', (update, origin) => {
      if (origin === 'remote') return
      updates.push(update)
      inbox.forEach((box, other) => other !== at && box.push(update))
    })
    docs.push(doc)
    inbox.push([])
  }
  const undo = docs.map((doc) => new Y.UndoManager(open(doc), { captureTimeout: 0 }))
  const deliver = (to, count) => {
    for (let i = 0; i < count && inbox[to].length > 0; i++) {
      const [update] = inbox[to].splice(r.chance(0.7) ? 0 : r.int(inbox[to].length), 1)
      Y.applyUpdate(docs[to], update, 'remote')
    }
  }
  for (let step = 0; step < steps; step++) {
    const who = r.int(clients)
    if (r.chance(0.35)) {
      deliver(who, 1 + r.int(5))
    } else if (r.chance(0.05)) {
      undo[who].undo()
    } else if (r.chance(0.03)) {
      undo[who].redo()
    } else {
      docs[who].transact(() => {
        for (let i = r.chance(0.7) ? 1 : r.int(4); i > 0; i--) edit(docs[who], r, kinds, cutPairs)
      })
    }
  }
  while (inbox.some((box) => box.length > 0)) {
    docs.forEach((_doc, at) => deliver(at, inbox[at].length))
  }
  undo.forEach((manager) => manager.destroy())
  return { docs, updates }
}
