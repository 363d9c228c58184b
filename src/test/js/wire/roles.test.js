// Who may write, and what happens to what was refused.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as Y from 'yjs'
import { client, endAll, expectCall, fresh, join, raw, until, update, workshop } from './support.js'

after(endAll)

const denied = socket => socket.messages.filter(each => each.type === 2).length

test('S-5: a viewer reads and never writes', async () => {
  const room = await workshop()
  const paula = client(room.id, (await join(room, 'participant', 'Paula')).token)
  await paula.synced()
  paula.doc.getText('t').insert(0, 'lesbar')
  const viewer = await join(room, 'viewer', 'Leinwand')
  const screen = raw(room.id, viewer.token, { events: true })
  await screen.opened()
  screen.send(update(writes('von der Leinwand')))
  await until('the refusal', () => denied(screen) === 1)
  await until('its account', () => screen.events.some(each => each.type === 'saved' && each.refused === 1 && each.updates === 1))
  const stock = client(room.id, viewer.token)
  await until('reading', () => stock.doc.getText('t').toString() === 'lesbar')
  stock.doc.getText('t').insert(0, 'nein ')
  paula.doc.getText('t').insert(6, '!')
  const late = await fresh(room.id, viewer.token)
  await until('the next edit', () => late.doc.getText('t').toString() === 'lesbar!')
  assert.equal(paula.doc.getText('t').toString(), 'lesbar!')
})

test('S-5: an up-to-date step 2 of a viewer is no write', async () => {
  const room = await workshop()
  const paula = client(room.id, (await join(room, 'participant', 'Paula')).token)
  await paula.synced()
  paula.doc.getText('t').insert(0, 'abc')
  paula.doc.getText('t').delete(0, 2)
  const viewer = await join(room, 'viewer', 'Leinwand')
  const stock = client(room.id, viewer.token)
  await until('the text', () => stock.doc.getText('t').toString() === 'c')
  const bare = raw(room.id, viewer.token, { events: true })
  await until('step 1', () => bare.messages.some(each => each.type === 0 && each.sub === 0))
  bare.send(step2(Y.encodeStateAsUpdate(stock.doc)))
  await until('synced', () => bare.events.some(each => each.type === 'saved' && each.synced))
  assert.equal(denied(bare), 0)
})

test('S-5, S-6: a locked plan binds participants, not moderators; unlocking brings what they typed meanwhile', async () => {
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  const moderator = client(room.id, mona.token, { events: true })
  const participant = client(room.id, (await join(room, 'participant', 'Paula')).token, { events: true })
  const screen = client(room.id, (await join(room, 'viewer', 'Leinwand')).token, { events: true })
  await Promise.all([moderator.synced(), participant.synced(), screen.synced()])
  await expectCall(200, 'PATCH', room.path, mona.token, { locked: true })
  await participant.hears('room', event => event.room?.locked ?? event.locked)
  participant.doc.getText('p').insert(0, 'wartet')
  screen.doc.getText('v').insert(0, 'nie')
  await participant.hears('saved', event => event.refused === 1)
  moderator.doc.getText('m').insert(0, 'darf')
  await until('the moderator\'s edit', () => participant.doc.getText('m').toString() === 'darf')
  assert.equal(moderator.doc.getText('p').toString(), '')
  await expectCall(200, 'PATCH', room.path, mona.token, { locked: false })
  await until('the waiting edit', () => moderator.doc.getText('p').toString() === 'wartet')
  await until('saved', () => participant.last('saved').synced)
  const late = await fresh(room.id, mona.token)
  assert.equal(late.doc.getText('p').toString(), 'wartet')
  assert.equal(late.doc.getText('v').toString(), '')
})

test('S-16: who becomes moderator in a locked plan is asked for what was refused', async () => {
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  const paula = await join(room, 'participant', 'Paula')
  const participant = client(room.id, paula.token, { events: true })
  await participant.synced()
  await expectCall(200, 'PATCH', room.path, mona.token, { locked: true })
  participant.doc.getText('p').insert(0, 'wartet')
  await participant.hears('saved', event => event.refused === 1)
  await expectCall(200, 'PATCH', `${room.path}/members/${paula.id}`, mona.token, { role: 'moderator' })
  const late = await fresh(room.id, mona.token)
  await until('what was refused', () => late.doc.getText('p').toString() === 'wartet')
})

test('a step without a title is put to the vote by words, not by null', async () => {
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  await join(room, 'participant', 'Paula')
  const moderator = client(room.id, mona.token, { events: true })
  await moderator.synced()
  moderator.doc.getMap('steps').set('ohne', new Y.Map())
  await until('saved', () => moderator.last('saved')?.updates >= 1)
  const poll = await expectCall(201, 'POST', `${room.path}/polls`, mona.token, { question: 'Wie?', method: 'consent', options: [{ step: 'ohne' }] })
  const opened = await expectCall(200, 'POST', `${room.path}/polls/${poll.id}/open`, mona.token)
  assert.equal(opened.options[0].label, 'Schritt ohne Titel')
})

test('S-5: in a closed room participants can\'t write, and what they hold comes when it is opened again', async () => {
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  const participant = client(room.id, (await join(room, 'participant', 'Paula')).token, { events: true })
  await participant.synced()
  await expectCall(200, 'PATCH', room.path, mona.token, { phase: 'closed' })
  participant.doc.getText('p').insert(0, 'zu spät')
  await participant.hears('saved', event => event.refused === 1)
  const late = await fresh(room.id, mona.token)
  assert.equal(late.doc.getText('p').toString(), '')
  await expectCall(200, 'PATCH', room.path, mona.token, { phase: 'elaborate' })
  await until('the waiting edit', () => late.doc.getText('p').toString() === 'zu spät')
})

test('a role changed acts on the open socket at once', async () => {
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  const paula = await join(room, 'participant', 'Paula')
  const stock = client(room.id, paula.token, { events: true })
  await stock.synced()
  await expectCall(200, 'PATCH', `${room.path}/members/${paula.id}`, mona.token, { role: 'viewer' })
  await stock.hears('room', event => (event.room?.role ?? event.role) === 'viewer')
  stock.doc.getText('t').insert(0, 'zu spät')
  await stock.hears('saved', event => event.refused === 1)
  const late = await fresh(room.id, mona.token)
  assert.equal(late.doc.getText('t').toString(), '')
})

test('S-7: new items under a connected member\'s client id come from its own sockets only', async () => {
  const room = await workshop()
  const paula = client(room.id, (await join(room, 'participant', 'Paula')).token)
  await paula.synced()
  paula.doc.getText('t').insert(0, 'echt')
  const otto = raw(room.id, (await join(room, 'participant', 'Otto')).token, { events: true })
  const late = await fresh(room.id, (await join(room, 'viewer', 'Leinwand')).token)
  await until('the real edit', () => late.doc.getText('t').toString() === 'echt')
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(paula.doc))
  forged.clientID = paula.doc.clientID
  const before = Y.encodeStateVector(forged)
  forged.getText('t').insert(0, 'falsch')
  otto.send(update(Y.encodeStateAsUpdate(forged, before)))
  await until('the decision', () => otto.code || otto.events.some(each => each.type === 'saved' && each.updates === 1))
  paula.doc.getText('t').insert(4, '!')
  await until('the next real edit', () => late.doc.getText('t').toString() === 'echt!')
  assert.deepEqual(paula.closes, [])
})

function writes (text) {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

function step2 (bytes) {
  const frame = update(bytes)
  frame[1] = 1
  return frame
}
