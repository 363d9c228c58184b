// The handshake, and how a socket ends.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as Y from 'yjs'
import { call, client, endAll, expectCall, join, message, raw, until, update, workshop, awareness } from './support.js'

after(endAll)

test('S-1: refusals of the handshake, in their order', async () => {
  const room = await workshop()
  const other = await workshop()
  const paula = await join(room, 'participant', 'Paula')
  const refusal = async (id, options) => raw(id, paula.token, options).opened()
  assert.equal(await refusal(room.id, { query: 'events=1' }), 401)
  assert.equal(await refusal(room.id, { query: 'token=unsinn' }), 401)
  assert.equal(await refusal(room.id, { query: `token=${paula.token.slice(0, -3)}abc` }), 401)
  assert.equal(await refusal(other.id), 403)
  const nowhere = '01890000-0000-7000-8000-000000000000'
  assert.equal(await refusal(nowhere, { query: `token=${room.organiser}` }), 404)
  assert.equal(await refusal('kein-raum', { query: `token=${room.organiser}` }), 404)
  assert.equal(await refusal(nowhere), 403, 'the room of the token comes before existence')
  assert.equal(await refusal(room.id, { headers: { Origin: 'https://fremd.example' } }), 403)
})

test('the token may come as second subprotocol, the origin may be the own host', async () => {
  const room = await workshop()
  const paula = await join(room, 'participant', 'Paula')
  const origin = { Origin: (process.env.BASE ?? 'http://127.0.0.1:8080') }
  const socket = raw(room.id, '', { protocols: ['werkraum', paula.token], query: 'events=1', headers: origin })
  assert.equal(await socket.opened(), true)
  assert.equal(socket.socket.protocol, 'werkraum')
  await until('the room event', () => socket.events.find(event => event.type === 'room'))
})

test('C-1, C-2, C-10, C-11, S-3: text frame 1003, malformed message 1007, unusable update 4409, another dialect 4400, and nobody else is disturbed', async () => {
  const room = await workshop()
  const witness = client(room.id, (await join(room, 'participant', 'Wanda')).token)
  await witness.synced()
  const good = Y.encodeStateAsUpdate(new Y.Doc())
  const broken = {
    'nothing at all': new Uint8Array(0),
    'unknown sync message': message(0, encoder => encoder.cbuf.set([9, 0], encoder.cpos) || (encoder.cpos += 2)),
    'varuint without end': new Uint8Array([0, 2, 0xff, 0xff]),
    'update that promises more than it holds': new Uint8Array([0, 2, 50, 1, 1]),
    'update of garbage': update(new Uint8Array([250, 3, 17, 99, 1, 7, 7, 7, 200, 200])),
    'half an update': update(writes('halb').slice(0, -4)),
    'state vector of garbage': new Uint8Array([0, 0, 3, 200, 200, 200]),
    'awareness of garbage': awareness(new Uint8Array([5, 1, 1])),
    'bytes behind the message': new Uint8Array([...update(good), 1, 2, 3])
  }
  for (const [what, bytes] of Object.entries(broken)) {
    // Each by somebody else: who is refused again and again is let in more and more slowly.
    const socket = raw(room.id, (await join(room, 'participant', what)).token)
    await socket.opened()
    socket.send(bytes)
    const right = /^(half an )?update/.test(what) && what !== 'update that promises more than it holds' ? 4409 : 1007
    assert.equal(await socket.closed().catch(() => 'still open'), right, what)
  }
  const hocuspocus = raw(room.id, (await join(room, 'participant', 'Hokus')).token)
  await hocuspocus.opened()
  hocuspocus.send(new Uint8Array([36, ...new TextEncoder().encode(room.id), 0, 0, 1, 0]))
  assert.equal(await hocuspocus.closed(), 4400)
  const later = raw(room.id, (await join(room, 'participant', 'Spaeter')).token)
  await later.opened()
  later.send(message(3, () => {}))
  later.send(new Uint8Array([36, 1, 2, 3]))
  later.send(message(3, () => {}))
  await until('it stays: what comes later is ignored', () => later.socket.readyState === 1)
  const socket = raw(room.id, (await join(room, 'participant', 'Textor')).token)
  await socket.opened()
  socket.socket.send('Hallo')
  assert.equal(await socket.closed(), 1003)
  witness.doc.getText('t').insert(0, 'unberührt')
  const late = client(room.id, (await join(room, 'participant', 'Paula')).token)
  await until('the late client', () => late.doc.getText('t').toString() === 'unberührt')
  assert.deepEqual(witness.closes, [])
})

test('C-4: a message over 4 MiB ends with 4413, or 1006 while it is still being sent', async () => {
  const room = await workshop()
  const paula = await join(room, 'participant', 'Paula')
  const socket = raw(room.id, paula.token)
  await socket.opened()
  socket.send(update(new Uint8Array(4 * 1024 * 1024 + 1)))
  assert.ok([4413, 1006].includes(await socket.closed()), `code ${socket.code}`)
  const large = client(room.id, paula.token)
  await large.synced()
  large.doc.getText('t').insert(0, 'x'.repeat(3 * 1024 * 1024))
  const other = client(room.id, (await join(room, 'participant', 'Otto')).token)
  await until('three MiB', () => other.doc.getText('t').length === 3 * 1024 * 1024)
})

test('C-7: who is removed is closed with 4403 and has no token any more', async () => {
  const room = await workshop()
  const paula = await join(room, 'participant', 'Paula')
  const mona = await join(room, 'moderator', 'Mona')
  const stock = client(room.id, paula.token)
  const bare = raw(room.id, paula.token)
  await stock.synced()
  await bare.opened()
  assert.equal((await call('DELETE', `${room.path}/members/${paula.id}`, mona.token)).status < 300, true)
  assert.equal(await bare.closed(), 4403)
  await until('the stock client gives up', () => stock.closes.includes(4403))
  assert.equal((await call('GET', room.path, paula.token)).status, 401)
  assert.equal(await raw(room.id, paula.token).opened(), 401)
})

test('C-8: when the room is deleted its sockets close with 4404', async () => {
  const room = await workshop()
  const paula = raw(room.id, (await join(room, 'participant', 'Paula')).token)
  const organiser = raw(room.id, room.organiser)
  await paula.opened()
  await organiser.opened()
  assert.equal((await call('DELETE', room.path, room.organiser)).status < 300, true)
  assert.equal(await paula.closed(), 4404)
  assert.equal(await organiser.closed(), 4404)
  await expectCall(404, 'GET', room.path, room.organiser)
  assert.equal(await raw(room.id, room.organiser).opened(), 404)
})

function writes (text) {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}
