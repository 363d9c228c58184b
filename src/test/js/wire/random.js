// Six stock clients edit all types at random, some losing their connection now and then; all must converge with each other and with a
// fresh client. Prints the plan as they hold it.
import assert from 'node:assert/strict'
import * as Y from 'yjs'
import { chance, client, converge, endAll, fresh, tell } from './support.js'

const { ROOM: room, TOKENS } = process.env
const seed = Number(process.env.SEED)
const rounds = Number(process.env.ROUNDS ?? 120)
const { below, pick, often } = chance(seed)
const tokens = TOKENS.split(' ')
const clients = tokens.slice(0, 6).map(token => client(room, token))
await Promise.all(clients.map(each => each.synced()))

const words = ['Bürger', 'Antrag ', 'ß', '👩‍🌾', ' digital', 'Œ', '\n', 'x']
const statuses = ['idea', 'proposed', 'agreed', 'doing', 'blocked', 'done', 'dropped']
let made = 0

const edits = [
  doc => type(doc.getText('t'), true),
  doc => type(doc.getText('goal'), false),
  doc => type(doc.getText('title'), false),
  doc => doc.getMap('meta').set(pick(['field', 'level', 'authority', 'own']), pick([pick(words), below(9), null, true])),
  doc => doc.getMap('meta').delete(pick(['field', 'own'])),
  doc => list(doc.getArray('list')),
  doc => rich(doc.getXmlFragment('minutes')),
  doc => step(doc),
  doc => step(doc)
]

for (let round = 0; round < rounds; round++) {
  for (const each of clients) {
    const times = 1 + below(3)
    for (let i = 0; i < times; i++) each.doc.transact(() => pick(edits)(each.doc))
    if (often(0.03)) lose(each)
    else if (often(0.4)) each.provider.connect()
  }
  if (often(0.5)) await new Promise(resolve => setImmediate(resolve))
  if (often(0.2)) await new Promise(resolve => setTimeout(resolve, below(8)))
}
for (const each of clients) each.provider.connect()
await Promise.all(clients.map(each => each.synced()))
await converge(clients)
const late = await fresh(room, tokens[6])
await converge([...clients, late])
const roots = doc => stable({
  t: doc.getText('t').toDelta(),
  goal: doc.getText('goal').toString(),
  title: doc.getText('title').toString(),
  meta: doc.getMap('meta').toJSON(),
  list: doc.getArray('list').toJSON(),
  minutes: doc.getXmlFragment('minutes').toString(),
  steps: doc.getMap('steps').toJSON()
})
for (const each of clients) assert.equal(roots(each.doc), roots(late.doc), `seed ${seed}`)
tell(plan(late.doc))
endAll()

/** In order, or cut off without a goodbye. */
function lose (each) {
  if (often(0.5)) each.provider.disconnect()
  else each.provider.ws?.terminate()
}

/** Never between the halves of a surrogate pair: no editor does that, and Yjs itself then replaces both halves, each client when it splits. */
function type (text, formats) {
  const units = text.toDelta().map(part => typeof part.insert === 'string' ? part.insert : '\uFFFC').join('')
  const whole = place => /[\uDC00-\uDFFF]/.test(units[place] ?? '') && /[\uD800-\uDBFF]/.test(units[place - 1] ?? '') ? place - 1 : place
  const at = whole(below(text.length + 1))
  const from = whole(below(text.length + 1))
  const to = whole(Math.min(text.length, from + 1 + below(7)))
  if (to > from && often(0.3)) {
    text.delete(from, to - from)
  } else if (formats && to > from && often(0.2)) {
    text.format(from, to - from, { bold: pick([true, null]) })
  } else if (formats && often(0.05)) {
    text.insertEmbed(at, { image: 'ein Bild' })
  } else {
    text.insert(at, pick(words))
  }
}

function list (array) {
  if (array.length > 0 && often(0.35)) {
    const from = below(array.length)
    array.delete(from, Math.min(1 + below(3), array.length - from))
  } else {
    const value = pick([1, -2.5, 'Text', null, true, { a: [1, { b: 2 }] }, new Uint8Array([1, 2, 3]), new Y.Map([['k', 'v']])])
    array.insert(below(array.length + 1), [value])
  }
}

function rich (fragment) {
  const at = below(fragment.length + 1)
  if (fragment.length > 0 && often(0.3)) return fragment.delete(below(fragment.length), 1)
  if (fragment.length > 0 && often(0.5)) {
    const child = fragment.get(below(fragment.length))
    if (child instanceof Y.XmlElement) {
      const text = child.get(0)
      if (text instanceof Y.XmlText) return type(text, false)
      return child.setAttribute('note', pick(words))
    }
  }
  const paragraph = new Y.XmlElement(pick(['paragraph', 'paragraph', 'unknown']))
  paragraph.insert(0, [new Y.XmlText(pick(words))])
  fragment.insert(at, [paragraph])
}

function step (doc) {
  const steps = doc.getMap('steps')
  const ids = [...steps.keys()]
  if (ids.length === 0 || often(0.15)) {
    const id = `00000000-0000-7000-8000-${String(seed % 1000).padStart(3, '0')}${String(++made).padStart(9, '0')}`
    const fields = new Y.Map([['id', id], ['rank', pick(['a0', 'a1', 'a2', 'b0', 'Zz'])], ['status', 'idea']])
    fields.set('title', new Y.Text('Schritt'))
    fields.set('details', new Y.XmlFragment())
    fields.set('comments', new Y.Array())
    return steps.set(id, fields)
  }
  const id = pick(ids)
  const fields = steps.get(id)
  if (often(0.04)) return steps.delete(id)
  if (!(fields instanceof Y.Map)) return
  pick([
    () => type(fields.get('title'), false),
    () => rich(fields.get('details')),
    () => fields.set('rank', pick(['a0', 'a1', 'a0V', 'a2', 'b0', 'Zz'])),
    () => fields.set('status', pick(statuses)),
    () => fields.set('responsible', pick(words)),
    () => fields.set('effort', pick([1, 2.5, 40])),
    () => fields.get('comments').push([{ id: String(made), member: 'm', name: 'N', text: pick(words), at: '2026-07-04T09:30:00Z', done: false }])
  ])()
}

/** JSON with the keys of objects in order: each client has its own order of arrival. */
function stable (value) {
  return JSON.stringify(value, (_key, part) => part?.constructor === Object
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1))
    : part)
}

/** Titles, goal and the steps in their order: what the server's plan must say too. */
function plan (doc) {
  const steps = [...doc.getMap('steps').entries()]
    .map(([id, fields]) => ({
      id,
      rank: fields.get('rank'),
      title: fields.get('title').toString(),
      status: fields.get('status'),
      responsible: fields.get('responsible') ?? '',
      effort: fields.get('effort') ?? 0,
      comments: fields.get('comments').length
    }))
    .sort((a, b) => a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1)
  return { title: doc.getText('title').toString(), goal: doc.getText('goal').toString(), steps }
}
