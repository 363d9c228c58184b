// Hocuspocus providers, unchanged, of the families 2, 3 and 4: in the same rooms as y-websocket clients, with the same rights.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { client, endAll, expectCall, fresh, join, until, workshop, wsBase } from './support.js'
import { line, provider, versions } from './providers.js'

after(endAll)

const all = Object.keys(versions).map(Number)
const SYNC = 0
const AUTH = 2
const CLOSE = 7
const STATUS = 8

const each = { test: (title, run, some = all) => some.forEach(version => test(`${title} (provider ${version})`, () => run(version))) }
const patch = (room, token, change) => expectCall(200, 'PATCH', room.path, token, change)
const goal = async (room, token) => (await expectCall(200, 'GET', `${room.path}/plan`, token)).goal

// These only wait, while the others are at work.
const silence = workshop().then(async room => {
  const token = (await join(room, 'participant', 'Paula')).token
  return { room, since: Date.now(), idle: all.map(version => provider(version, room.id, token)), mute: provider(2, room.id, null) }
})

each.test('Y-1, Y-4: edits and presence go both ways between a provider and y-websocket clients', async version => {
  const room = await workshop()
  const [paula, otto] = [await join(room, 'participant', 'Paula'), await join(room, 'participant', 'Otto')]
  const stock = client(room.id, otto.token)
  await stock.synced()
  stock.doc.getText('goal').insert(0, 'Alle ')
  const hers = provider(version, room.id, paula.token)
  await hers.synced()
  await until('what was there', () => hers.text('goal') === 'Alle ')
  hers.type('goal', 'zusammen')
  await until('the provider\'s edit', () => stock.doc.getText('goal').toString() === 'Alle zusammen')
  stock.doc.getText('goal').delete(0, 5)
  await until('the other\'s edit', () => hers.text('goal') === 'zusammen')
  hers.provider.setAwarenessField('user', { name: 'jemand anderes', color: '#123456' })
  const states = awareness => [...awareness.getStates().values()]
  const seen = await until('the provider\'s presence', () => states(stock.provider.awareness).find(state => state.user?.color))
  assert.equal(seen.user.name, 'Paula')
  stock.provider.awareness.setLocalStateField('caret', 7)
  await until('the other\'s presence', () => states(hers.provider.awareness).some(state => state.caret === 7))
  hers.end()
  await until('that it has gone', () => !states(stock.provider.awareness).some(state => state.user?.color))
})

each.test('Y-1: what was written offline comes, and is saved', async version => {
  const room = await workshop()
  const paula = await join(room, 'participant', 'Paula')
  const doc = new Y.Doc()
  doc.getText('goal').insert(0, 'unterwegs ')
  const hers = provider(version, room.id, paula.token, { doc })
  await hers.saved()
  assert.equal(await goal(room, paula.token), 'unterwegs ')
  hers.line.socket.disconnect()
  await until('the end of the connection', () => hers.line.codes.length === 1)
  hers.type('goal', 'geschrieben')
  hers.line.socket.connect()
  await hers.saved()
  await until('it on the server', async () => await goal(room, paula.token) === 'unterwegs geschrieben')
  assert.equal((await fresh(room.id, paula.token)).doc.getText('goal').toString(), 'unterwegs geschrieben')
})

each.test('Y-5: each update and each step 2 is answered once, and the count ends at none', async version => {
  const room = await workshop()
  const hers = provider(version, room.id, (await join(room, 'participant', 'Paula')).token)
  await hers.saved()
  for (let i = 0; i < 40; i++) hers.type('goal', 'x')
  await hers.saved()
  hers.provider.forceSync()
  await until('the second step 2', () => hers.line.of('client', SYNC, 1).length === 2)
  await hers.saved()
  hers.type('goal', 'y')
  await until('its answer', () => hers.line.of('server', STATUS, 1).length === 43)
  await hers.saved()
  assert.equal(hers.provider.unsyncedChanges, 0)
  assert.equal(hers.line.of('client', SYNC, 2).length, 41)
  assert.equal(hers.line.of('server', SYNC, 0).length, 2, 'it is asked whenever it asks, and at no other time')
})

each.test('Y-6: viewers and a locked plan are read-only, which is told again on change; nothing typed meanwhile is lost', async version => {
  const room = await workshop()
  const [mona, paula] = [await join(room, 'moderator', 'Mona'), await join(room, 'participant', 'Paula')]
  const screen = provider(version, room.id, (await join(room, 'viewer', 'Leinwand')).token)
  const hers = provider(version, room.id, paula.token)
  await Promise.all([screen.synced(), hers.saved()])
  assert.deepEqual([screen.scopes, hers.scopes].map(told => told.length), [1, 1])
  if (version > 2) assert.deepEqual([screen.scopes, hers.scopes], [['readonly'], ['read-write']])
  screen.type('goal', 'nie')
  await until('the refusal', () => screen.line.of('server', STATUS, 0).length === 1)
  await patch(room, mona.token, { locked: true })
  await until('the lock', () => hers.scopes.length === 2)
  hers.type('goal', 'war')
  hers.type('goal', 'tet')
  await until('both refusals', () => hers.line.of('server', STATUS, 0).length === 2)
  assert.equal(hers.provider.unsyncedChanges, 2)
  assert.equal(await goal(room, mona.token), '')
  await patch(room, mona.token, { locked: false })
  await until('that it may write', () => hers.scopes.length === 3)
  await hers.saved()
  assert.equal(await goal(room, mona.token), 'wartet')
  hers.type('goal', '!')
  assert.equal(hers.provider.unsyncedChanges, 1, 'it counts on from none')
  await hers.saved()
  if (version > 2) assert.deepEqual(hers.scopes, ['read-write', 'readonly', 'read-write'])
  assert.ok(screen.provider.unsyncedChanges > 0, 'a viewer\'s never enters')
})

each.test('Y-6: what was written offline while the plan was locked is saved when it is unlocked', async version => {
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  await patch(room, mona.token, { locked: true })
  const hers = provider(version, room.id, (await join(room, 'participant', 'Paula')).token)
  hers.type('goal', 'früh')
  await until('refusals', () => hers.line.of('server', STATUS, 0).length > 0)
  await patch(room, mona.token, { locked: false })
  await hers.saved()
  assert.equal(await goal(room, mona.token), 'früh')
})

each.test('Y-2: a wrong token, another room and no room are refused with their reasons, and the socket stays', async version => {
  const [room, other] = [await workshop(), await workshop()]
  const token = (await join(room, 'participant', 'Paula')).token
  const its = line(version)
  const wrong = provider(version, room.id, 'x.y.z', { on: its })
  assert.equal(await wrong.refused(), 'token')
  const elsewhere = provider(version, other.id, token, { on: its })
  assert.equal(await elsewhere.refused(), 'room')
  const nowhere = provider(version, 'mein-dokument', token, { on: its })
  assert.equal(await nowhere.refused(), 'noRoom')
  const gone = provider(version, '0190aaaa-0000-7000-8000-000000000000', room.organiser, { on: its })
  assert.equal(await gone.refused(), 'noRoom')
  wrong.type('goal', 'nichts')
  const right = provider(version, room.id, token)
  await right.saved()
  assert.deepEqual([its.codes, its.opened, right.text('goal')], [[], 1, ''])
})

each.test('Y-2: the token may come with the address', async version => {
  const room = await workshop()
  const { token } = await join(room, 'participant', 'Paula')
  const hers = provider(version, room.id, null, { query: `?token=${token}` })
  hers.type('goal', 'ohne Nachricht')
  await hers.saved()
  assert.equal(await goal(room, token), 'ohne Nachricht')
})

each.test('Y-8: who is removed is sent away and doesn\'t get in again', async version => {
  const room = await workshop()
  const paula = await join(room, 'participant', 'Paula')
  const hers = provider(version, room.id, paula.token)
  await hers.saved()
  await expectCall(204, 'DELETE', `${room.path}/members/${paula.id}`, room.organiser)
  await until('the goodbye', () => hers.line.codes.length === 1)
  assert.equal(hers.line.codes[0].code, 4403)
  assert.equal(hers.line.of('server', CLOSE).length, version === 4 ? 1 : 0, 'older ones choke on a goodbye by frame')
  if (version > 2) assert.equal(await hers.refused(), 'token')
})

each.test('Y-6: becoming a viewer and the end of the workshop are told as readonly, and taken back', async version => {
  const room = await workshop()
  const [mona, paula] = [await join(room, 'moderator', 'Mona'), await join(room, 'participant', 'Paula')]
  const hers = provider(version, room.id, paula.token)
  await hers.saved()
  const role = to => expectCall(200, 'PATCH', `${room.path}/members/${paula.id}`, mona.token, { role: to })
  const phase = to => patch(room, mona.token, { phase: to })
  let written = ''
  for (const [text, lose, regain] of [
    ['zugesehen', () => role('viewer'), () => role('participant')], [', zu spät', () => phase('closed'), () => phase('elaborate')]
  ]) {
    const [scopes, denials] = [hers.scopes.length, hers.line.of('server', STATUS, 0).length]
    await lose()
    await until('readonly', () => hers.scopes.length === scopes + 1)
    hers.type('goal', text)
    await until('the refusal', () => hers.line.of('server', STATUS, 0).length === denials + 1)
    assert.equal(await goal(room, mona.token), written)
    await regain()
    await until('read-write', () => hers.scopes.length === scopes + 2)
    await hers.saved()
    assert.equal(await goal(room, mona.token), written += text)
  }
  if (version > 2) assert.deepEqual(hers.scopes, ['read-write', 'readonly', 'read-write', 'readonly', 'read-write'])
})

each.test('Y-8: who is removed from one of two rooms comes back to the other on a new socket, with what was typed meanwhile', async version => {
  const [first, second] = [await workshop(), await workshop()]
  const its = line(version)
  const paula = await join(first, 'participant', 'Paula')
  const one = provider(version, first.id, paula.token, { on: its })
  const two = provider(version, second.id, (await join(second, 'participant', 'Paula')).token, { on: its })
  await Promise.all([one.saved(), two.saved()])
  await expectCall(204, 'DELETE', `${first.path}/members/${paula.id}`, first.organiser)
  await until('the goodbye', () => its.codes.length === 1)
  assert.equal(its.codes[0].code, 4205, 'after 4403 those of version 2 stay away for good')
  two.type('goal', 'noch hier')
  await two.saved()
  assert.equal(await one.refused(), 'token')
  assert.deepEqual([await goal(second, second.organiser), its.opened], ['noch hier', 2])
})

each.test('Y-7: one socket carries two rooms, and leaves one while the other stays', async version => {
  const [first, second] = [await workshop(), await workshop()]
  const its = line(version)
  const one = provider(version, first.id, (await join(first, 'participant', 'Paula')).token, { on: its })
  const two = provider(version, second.id, (await join(second, 'participant', 'Paula')).token, { on: its })
  await Promise.all([one.saved(), two.saved()])
  one.provider.setAwarenessField('caret', 1)
  const there = client(first.id, (await join(first, 'participant', 'Otto')).token)
  await until('her presence', () => there.provider.awareness.getStates().size === 2)
  one.type('goal', 'eins')
  two.type('goal', 'zwei')
  one.provider.destroy()
  await until('that she has left', () => there.provider.awareness.getStates().size === 1)
  await two.saved()
  assert.deepEqual([await goal(first, first.organiser), await goal(second, second.organiser)], ['eins', 'zwei'])
  assert.equal(its.of('server', CLOSE).length, version === 4 ? 1 : 0)
  const again = provider(version, first.id, (await join(first, 'participant', 'Paul')).token, { on: its })
  await again.saved()
  assert.deepEqual([again.text('goal'), its.opened], ['eins', 1])
})

test('Y-7: sessions of one document on one socket are told apart by their keys (provider 4)', async () => {
  const room = await workshop()
  const { token } = await join(room, 'participant', 'Paula')
  const its = line(4)
  const [one, two] = [provider(4, room.id, token, { on: its, sessionAwareness: true }), provider(4, room.id, token, { on: its, sessionAwareness: true })]
  await Promise.all([one.saved(), two.saved()])
  one.type('goal', 'Sitzung')
  await until('the other session', () => two.text('goal') === 'Sitzung')
  await one.saved()
  const keys = new Set(its.frames.filter(frame => frame.from === 'server').map(frame => frame.key))
  assert.equal(keys.size, 2)
  assert.ok([...keys].every(key => key.startsWith(`${room.id}\0`)))
})

each.test('Y-3: a token shown again is looked at again', async version => {
  const room = await workshop()
  let { token } = await join(room, 'participant', 'Paula')
  const hers = provider(version, room.id, () => token)
  await hers.saved()
  await hers.provider.sendToken()
  hers.type('goal', 'weiter')
  await hers.saved()
  assert.deepEqual([hers.said, hers.line.codes, hers.scopes.length], [[], [], 1])
  token = 'x.y.z'
  await hers.provider.sendToken()
  await until('the goodbye', () => hers.line.codes.length === 1)
  assert.equal(hers.line.codes[0].code, 4401)
  assert.equal(await hers.refused(), 'token')
}, [3, 4])

test('Y-9, C-10: each address tells clients of the other dialect where to go', async () => {
  const room = await workshop()
  const { token } = await join(room, 'participant', 'Paula')
  const closed = []
  const stock = new WebsocketProvider(`${wsBase}/hocuspocus`, room.id, new Y.Doc(), { params: { token }, WebSocketPolyfill: WebSocket, disableBc: true })
  stock.on('connection-close', event => event && closed.push(event))
  await until('the refusal', () => closed.length > 0)
  stock.destroy()
  stock.awareness.destroy() // its timer would keep the process from ending
  assert.equal(closed[0].code, 4400)
  assert.match(String(closed[0].reason), /\/collab/)
  const lost = provider(4, room.id, token, { address: `${wsBase}/collab/${room.id}?token=${token}` })
  await until('the refusal', () => lost.line.codes.length > 0)
  assert.equal(lost.line.codes[0].code, 4400)
  assert.match(lost.line.codes[0].reason, /\/hocuspocus/)
  lost.end()
})

each.test('H-2: what is there is kept before a provider writes, once in ten minutes; not for who may only read', async version => {
  const room = await workshop()
  const [mona, paula] = [await join(room, 'moderator', 'Mona'), await join(room, 'participant', 'Paula')]
  await expectCall(200, 'PUT', `${room.path}/plan`, mona.token, { goal: 'vorher' })
  const kept = async () => (await expectCall(200, 'GET', `${room.path}/versions`, mona.token)).filter(each => each.reason === 'provider')
  const screen = provider(version, room.id, (await join(room, 'viewer', 'Leinwand')).token)
  await screen.synced()
  screen.type('goal', 'nie')
  await until('the refusal', () => screen.line.of('server', STATUS, 0).length === 1)
  assert.deepEqual(await kept(), [])
  const hers = provider(version, room.id, paula.token)
  await hers.saved()
  const goals = hers.doc.getText('goal')
  goals.delete(0, goals.length)
  await hers.saved()
  hers.type('goal', 'nachher')
  await hers.saved()
  const [before] = await until('a version', async () => { const list = await kept(); return list.length > 0 && list })
  assert.equal(before.by.name, 'Paula')
  await expectCall(200, 'POST', `${room.path}/versions/${before.id}/restore`, mona.token)
  assert.equal(await goal(room, mona.token), 'vorher')
  hers.type('goal', ' noch einmal')
  await hers.saved()
  assert.equal((await kept()).length, 1)
})

test('Y-2: without a token nothing is opened, and after a while that is told (provider 2)', async () => {
  const { mute } = await silence
  assert.equal(mute.line.of('client', AUTH).length, 0)
  assert.equal(await mute.refused(), 'token')
  assert.equal(mute.provider.isSynced, false)
})

test('Y-10: 65 seconds of silence end no connection', async () => {
  const { idle, since } = await silence
  await until('65 seconds', () => Date.now() - since > 65_000, 70_000)
  assert.deepEqual(idle.map(each => [each.line.opened, each.line.codes.length]), all.map(() => [1, 0]))
  idle[0].type('goal', 'noch da')
  await until('all of them', () => idle.every(each => each.text('goal') === 'noch da'))
})
