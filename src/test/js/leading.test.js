// The moderator's band where its code can't be had: asked for again by what comes next, after a pause.
import assert from 'node:assert/strict'
import { test } from 'node:test'

for (const [name, value] of Object.entries({ location: { search: '?lang=de' }, document: { documentElement: {} } })) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}
const { leading } = await import('../../../webroot/app/room/leading.js')

test('a band that can not be loaded is told of once, and does not ask for itself in a circle', async () => {
  /** @type {(() => void)[]} */
  const heard = []
  /** @type {string[]} */
  const told = []
  let asked = 0
  const state = {
    get moderates() {
      asked++
      return true
    },
    on: (_, act) => heard.push(act)
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve, 50))
  // Without a browser the module can't be loaded at all: as without a network.
  const band = leading({ state, connection: { ready: Promise.resolve() }, failed: (sentence) => told.push(sentence) })
  band.below({ after() {} })
  await settle()
  const first = asked
  await settle()
  assert.equal(asked, first, 'it asks by itself')
  assert.equal(told.length, 1)
  heard[0]()
  await settle()
  assert.equal(told.length, 1)
  band.spotlight('a')
  assert.equal(told.length, 2)
})
