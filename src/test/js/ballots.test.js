// Ballots on their way: sent again after a loss, kept on the device without a connection, and taken back until they leave it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './pages.js'

const { Ballots } = await load('connection/ballots.js')

test('what has not left the device can be taken back, and what has cannot', async () => {
  let connected = false
  /** @type {any[]} */ const sent = []
  const ballots = new Ballots((/** @type {any} */ event) => connected && sent.push(event) > 0)
  const taken = ballots.cast('p', { a: 'yes' })
  assert.ok(ballots.kept('p'))
  assert.equal(ballots.kept('q'), false)
  assert.ok(ballots.takeBack('p'))
  await assert.rejects(taken, { code: 'takenBack' })
  const cast = ballots.cast('p', { a: 'no' })
  connected = true
  ballots.repeat()
  assert.equal(sent.length, 1)
  connected = false
  ballots.repeat()
  assert.equal(ballots.kept('p'), false)
  assert.equal(ballots.takeBack('p'), false)
  connected = true
  ballots.repeat()
  assert.deepEqual(sent.map(({ id, choices }) => [id, choices]), [[2, { a: 'no' }], [2, { a: 'no' }]])
  ballots.answer({ type: 'ok', id: 2, receipt: 'r' })
  assert.deepEqual(await cast, { receipt: 'r' })
})
