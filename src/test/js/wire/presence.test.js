// Awareness, heartbeat and events.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { awareness, client, endAll, expectCall, join, message, raw, until, update, workshop } from './support.js'

after(endAll)

test('S-19: a client that comes back is seen again, and its presence is not told back and forth', async () => {
  const room = await workshop()
  const paula = client(room.id, (await join(room, 'participant', 'Paula')).token)
  const otto = client(room.id, (await join(room, 'participant', 'Otto')).token)
  await Promise.all([paula.synced(), otto.synced()])
  const seen = () => [...otto.provider.awareness.getStates().values()].some(state => state.caret === 1)
  paula.provider.awareness.setLocalStateField('caret', 1)
  await until('her presence', seen)
  paula.provider.disconnect()
  await until('that she has gone', () => !seen())
  let told = 0
  otto.provider.awareness.on('update', () => told++)
  paula.provider.connect()
  await until('her presence', seen)
  for (let i = 0; i < 20; i++) {
    otto.doc.getText('t').insert(0, 'x')
    await until('an edit', () => paula.doc.getText('t').length === i + 1)
  }
  assert.ok(told <= 3, `told ${told} times`)
})

test('S-12: something arrives within every five seconds', async () => {
  const room = await workshop()
  const screen = raw(room.id, (await join(room, 'viewer', 'Leinwand')).token)
  await screen.opened()
  await until('the greeting', () => screen.messages.some(each => each.type === 0))
  for (let beat = 0; beat < 2; beat++) {
    const before = screen.messages.length
    await until('a heartbeat', () => screen.messages.length > before, 6_500)
    assert.equal(screen.messages.at(-1).type, 1)
  }
})

test('S-11: the server writes who somebody is', async () => {
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  const paula = await join(room, 'participant', 'Paula')
  const liar = client(room.id, paula.token)
  const witness = client(room.id, mona.token)
  await Promise.all([liar.synced(), witness.synced()])
  liar.provider.awareness.setLocalState({ cursor: 7, user: { id: mona.id, name: 'Mona', role: 'organiser', color: '#123456' } })
  const seen = await until('the state', () => witness.provider.awareness.getStates().get(liar.doc.clientID))
  assert.deepEqual({ id: seen.user.id, name: seen.user.name, role: seen.user.role }, { id: paula.id, name: 'Paula', role: 'participant' })
  assert.equal(seen.cursor, 7)
  assert.equal(seen.user.color, '#123456')
  await expectCall(200, 'PATCH', `${room.path}/members/${paula.id}`, mona.token, { name: 'Pauline' })
  liar.provider.awareness.setLocalStateField('cursor', 8)
  await until('the new name', () => witness.provider.awareness.getStates().get(liar.doc.clientID)?.user.name === 'Pauline')
})

test('S-11: states for ids of others are ignored, and don\'t revive who is gone', async () => {
  const room = await workshop()
  const paula = client(room.id, (await join(room, 'participant', 'Paula')).token)
  const otto = raw(room.id, (await join(room, 'participant', 'Otto')).token)
  const witness = client(room.id, (await join(room, 'viewer', 'Leinwand')).token)
  await Promise.all([paula.synced(), witness.synced(), otto.opened()])
  paula.provider.awareness.setLocalState({ cursor: 1 })
  const id = paula.doc.clientID
  const states = witness.provider.awareness.getStates()
  await until('Paula', () => states.get(id)?.cursor === 1)
  const forge = (state, clock) => {
    const mine = new awarenessProtocol.Awareness(new Y.Doc())
    mine.states.set(id, state)
    mine.meta.set(id, { clock, lastUpdated: 0 })
    otto.send(awareness(awarenessProtocol.encodeAwarenessUpdate(mine, [id])))
    mine.destroy()
  }
  forge({ cursor: 666 }, 1_000)
  forge(null, 1_001)
  paula.provider.awareness.setLocalState({ cursor: 2 })
  await until('Paula as she is', () => states.get(id)?.cursor === 2)
  paula.end()
  await until('Paula gone', () => !states.has(id))
  forge({ cursor: 3 }, 2_000)
  const before = witness.provider.awareness.getStates().size
  otto.send(message(3))
  const answer = await until('an answer to the query', () => otto.messages.findLast(each => each.type === 1 && !holds(each, id)))
  assert.ok(answer)
  assert.equal(witness.provider.awareness.getStates().size, before)
  assert.ok(!states.has(id))
  assert.equal(otto.code, undefined, 'punished for an echo')
})

test('S-2, S-4: after step 1 come room and presence, and own edits are not sent back', async () => {
  const room = await workshop()
  const paula = raw(room.id, (await join(room, 'participant', 'Paula')).token, { events: true })
  await until('the greeting', () => paula.events.some(each => each.type === 'presence'))
  assert.deepEqual([paula.messages[0].type, paula.messages[0].sub], [0, 0])
  assert.equal(paula.events[0].type, 'room')
  const greeting = paula.events[0].room ?? paula.events[0]
  for (const field of ['title', 'phase', 'locked', 'joinCode', 'role', 'now']) assert.ok(field in greeting, field)
  assert.equal(greeting.role, 'participant')
  assert.equal(greeting.joinCode, room.codes.participant)
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'einmal')
  paula.send(update(Y.encodeStateAsUpdate(doc)))
  await until('saved', () => paula.events.some(each => each.type === 'saved' && each.updates === 1 && each.refused === 0))
  assert.equal(paula.messages.filter(each => each.type === 0 && each.sub === 2).length, 0)
})

test('spotlight and a call to everyone arrive as events', async () => {
  const room = await workshop({ title: 'Ein Raum' })
  const mona = await join(room, 'moderator', 'Mona')
  const screen = client(room.id, (await join(room, 'viewer', 'Leinwand')).token, { events: true })
  await screen.synced()
  const step = '01890000-0000-7000-8000-000000000001'
  screen.doc.on('update', () => {})
  const moderator = client(room.id, mona.token)
  await moderator.synced()
  moderator.doc.getMap('steps').set(step, new Y.Map([['id', step], ['rank', 'a0']]))
  await until('the step', () => screen.doc.getMap('steps').has(step))
  await expectCall(200, 'PATCH', room.path, mona.token, { spotlight: step, gather: true })
  await screen.hears('room', event => (event.room ?? event).spotlight === step)
  await screen.hears('gather', event => event.spotlight === step)
  await expectCall(200, 'PATCH', room.path, mona.token, { timer: { seconds: 300 } })
  const timer = await screen.hears('room', event => (event.room ?? event).timer)
  assert.equal((timer.room ?? timer).timer.seconds, 300)
  assert.ok(Date.parse((timer.room ?? timer).timer.endsAt) > Date.now())
})

test('a client that did not ask for events gets none', async () => {
  const room = await workshop()
  const paula = raw(room.id, (await join(room, 'participant', 'Paula')).token)
  await until('a heartbeat', () => paula.messages.some(each => each.type === 1), 8_000)
  assert.equal(paula.messages.filter(each => each.type === 100).length, 0)
})

test('the answer to a query of presence decodes', async () => {
  const room = await workshop()
  const paula = client(room.id, (await join(room, 'participant', 'Paula')).token)
  await paula.synced()
  paula.provider.awareness.setLocalState({ cursor: 5 })
  const screen = raw(room.id, (await join(room, 'viewer', 'Leinwand')).token)
  await screen.opened()
  screen.send(message(3))
  await until('Paula\'s state', () => screen.messages.some(each => each.type === 1 && holds(each, paula.doc.clientID)))
})

/** Whether an awareness message carries a live state of the client. */
function holds ({ body }, client) {
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(decoding.createDecoder(body)))
  const count = decoding.readVarUint(decoder)
  for (let i = 0; i < count; i++) {
    const id = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    if (decoding.readVarString(decoder) !== 'null' && id === client) return true
  }
  return false
}
