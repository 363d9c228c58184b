// A server that gives no answer is asked by another way before it is given up; with nothing said, nothing is asked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './pages.js'

const { Doubt } = await load('connection/doubt.js')

/** @param {import('node:test').TestContext} context */
function line(context, alive) {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  const seen = { asked: 0, dead: 0, waits: true, heard: Date.now(), alive }
  const asks = { waits: () => seen.waits, heard: () => seen.heard, alive: async () => (seen.asked++, seen.alive) }
  const doubt = new Doubt(asks, () => seen.dead++)
  const pass = async (millis) => {
    context.mock.timers.tick(millis)
    for (let i = 0; i < 5; i++) await null
  }
  return { seen, doubt, pass }
}

test('what is answered asks nothing', async (context) => {
  const { seen, doubt, pass } = line(context, false)
  await pass(60_000)
  doubt.said()
  seen.waits = false
  await pass(60_000)
  assert.deepEqual([seen.asked, seen.dead], [0, 0])
})

test('silence without any answer is the end, within two seconds and what the other way takes', async (context) => {
  const { seen, doubt, pass } = line(context, false)
  doubt.said()
  await pass(1000)
  doubt.said()
  await pass(1000)
  assert.deepEqual([seen.asked, seen.dead], [1, 1])
})

test('a server that answers by the other way keeps its connection, and is asked again six seconds later at the soonest', async (context) => {
  const { seen, doubt, pass } = line(context, true)
  for (let second = 0; second < 7; second++) {
    doubt.said()
    await pass(1000)
  }
  assert.deepEqual([seen.asked, seen.dead], [1, 0])
  seen.alive = false
  await pass(1000)
  assert.deepEqual([seen.asked, seen.dead], [2, 1])
})

test('whoever is heard while the other way is tried is there', async (context) => {
  const { seen, doubt, pass } = line(context, false)
  doubt.asks.alive = async () => (seen.heard = Date.now() + 1, false)
  doubt.said()
  await pass(2000)
  assert.equal(seen.dead, 0)
})
