// Clients of other make: their types are read by what is in them, and written into, not replaced.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { getYjsDoc, syncedStore } from '@syncedstore/core'
import { WebsocketProvider as Provider14 } from '@y/websocket'
import * as Y14 from '@y/y'
import WebSocket from 'ws'
import { addStep, exported, field, planOf, room } from './plans.js'
import { client, endAll, expectCall, until, wsBase } from './support.js'

const providers = []
after(() => {
  for (const provider of providers) {
    provider.destroy()
    // its timer would keep the process from ending
    provider.awareness.destroy()
  }
  endAll()
})

async function connect14 (at) {
  const doc = new Y14.Doc()
  const provider = new Provider14(`${wsBase}/collab`, at.id, doc, {
    params: { token: at.mona.token }, WebSocketPolyfill: WebSocket, disableBc: true
  })
  providers.push(provider)
  await until('sync', () => provider.synced)
  return doc
}

/** A named type of Yjs 14 with a text in it, or with another type. */
function node (name, ...content) {
  const made = new Y14.Type(name)
  for (const each of content) typeof each === 'string' ? made.insert(0, each) : made.push([each])
  return made
}

test('what Yjs 14 nests is seen, and a PUT writes into it', async () => {
  const at = await room('Vierzehn')
  const first = addStep(at, 'von dreizehn')
  const doc = await connect14(at)
  await until('the step', () => doc.get('steps').getAttr(first))
  const details = doc.get('steps').getAttr(first).getAttr('details')
  details.push([node('paragraph', 'Text aus vierzehn')])
  details.push([node('bullet_list', node('list_item', node('paragraph', 'Punkt aus vierzehn')))])
  const second = new Y14.Type()
  const id = '0190aaaa-0000-7000-8000-000000000014'
  doc.get('steps').setAttr(id, second)
  second.setAttr('rank', 'z')
  second.setAttr('status', 'idea')
  second.setAttr('title', node(null, 'Schritt von vierzehn'))
  second.setAttr('result', node(null, 'Ergebnis von vierzehn'))
  const plan = await until('the step of 14', async () => {
    const read = await planOf(at)
    return read.steps.find(step => step.id === id)?.result && read
  })
  assert.match(plan.steps[0].details, /^Text aus vierzehn\n\n- Punkt aus vierzehn$/)
  const made = plan.steps.find(step => step.id === id)
  assert.deepEqual([made.title, made.status, made.result], ['Schritt von vierzehn', 'idea', 'Ergebnis von vierzehn'])
  const markdown = await exported(at, 'md')
  for (const text of ['Text aus vierzehn', 'Punkt aus vierzehn', 'Schritt von vierzehn', 'Ergebnis von vierzehn']) assert.ok(markdown.includes(text), text)

  await expectCall(200, 'PUT', `${at.path}/plan`, at.mona.token, plan)
  assert.equal((await planOf(at)).version, plan.version, 'a PUT of what GET gives is without effect')

  made.title = 'Schritt von vierzehn, geändert'
  plan.steps[0].details = plan.steps[0].details.replace('Text aus', 'Text auch aus')
  await expectCall(200, 'PUT', `${at.path}/plan`, at.mona.token, plan)
  await until('the change at the client', () => details.toString().includes('auch'))
  assert.equal(second.getAttr('title').toString().includes('geändert'), true, 'the same type holds the new title')
  assert.equal((await planOf(at)).steps.find(step => step.id === id).title, 'Schritt von vierzehn, geändert')
})

test('what SyncedStore writes is seen, and its comments are found by who erases a person', async () => {
  const at = await room('SyncedStore')
  const store = syncedStore({ steps: {} })
  const own = client(at.id, at.mona.token, { doc: getYjsDoc(store) })
  await own.synced()
  const id = addStep(at, 'Schritt')
  await until('the step', () => store.steps[id])
  store.steps[id].responsible = 'Amt 33'
  store.steps[id].comments.push({ id: 'c1', member: at.mona.id, name: 'Mona', text: 'aus der Ablage', done: false })
  const plain = addStep(at, 'mit einfacher Liste')
  field(at, plain, 'title')
  at.doc.getMap('steps').get(plain).set('comments', [{ id: 'c2', member: at.mona.id, name: 'Mona', text: 'aus der Liste', done: false }])
  const plan = await until('both comments', async () => {
    const read = await planOf(at)
    return read.steps.length === 2 && read.steps.every(step => step.comments.length === 1) && read
  })
  assert.equal(plan.steps.find(step => step.id === id).responsible, 'Amt 33')
  await expectCall(200, 'PUT', `${at.path}/plan`, at.mona.token, plan)
  assert.equal((await planOf(at)).version, plan.version, 'a PUT of what GET gives is without effect')

  await expectCall(204, 'DELETE', `${at.path}/members/${at.mona.id}?erase=true`, at.organiser)
  const read = await expectCall(200, 'GET', `${at.path}/plan`, at.organiser)
  assert.deepEqual(read.steps.flatMap(step => step.comments).map(comment => comment.name), ['', ''])
})
