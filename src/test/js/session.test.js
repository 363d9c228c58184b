// What a browser keeps of a visit that the server ended.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { load } from './pages.js'

const stored = new Map()
const storage = {
  getItem: (key) => stored.get(key) ?? null,
  setItem: (key, value) => (storage[key] = (stored.set(key, value), value)),
  removeItem: (key) => (stored.delete(key), delete storage[key])
}
for (const name of Object.keys(storage)) Object.defineProperty(storage, name, { enumerable: false })
globalThis.localStorage = storage
globalThis.location = { search: '?lang=de' }
globalThis.document = { documentElement: {} }

const { session } = await load('api.js')
const joined = (room, code, token) => ({ token, code, member: { id: 'm', name: 'Paula', role: 'participant' }, room: { id: room, title: room } })

beforeEach(() => [...stored.keys()].forEach(storage.removeItem))

test('the token of an ended visit goes along with the same code, and nothing else is kept', () => {
  session.save(joined('r1', 'AAAAA', 'one'))
  session.end('r1')
  assert.equal(session.of('r1'), null)
  assert.deepEqual(session.all(), [])
  assert.equal(session.formerToken('AAAAA'), 'one')
  assert.ok(![...stored.values()].join().includes('Paula'))
})

test('a visit of now goes before an ended one, the room of the code before both', () => {
  session.save(joined('r1', 'AAAAA', 'one'))
  session.end('r1')
  session.save(joined('r2', 'BBBBB', 'two'))
  assert.equal(session.formerToken('AAAAA'), 'one')
  assert.equal(session.formerToken('BBBBB'), 'two')
  assert.equal(session.formerToken('CCCCC'), 'two')
})

test('who was let in again, left, or whose room is gone, is held back no longer', () => {
  session.save(joined('r1', 'AAAAA', 'one'))
  session.end('r1')
  session.save(joined('r1', 'AAAAA', 'new'))
  assert.equal(session.formerToken('AAAAA'), 'new')
  session.forget('r1')
  assert.equal(session.formerToken('AAAAA'), null)
  session.end('r1')
  assert.equal(session.formerToken('AAAAA'), null)
})
