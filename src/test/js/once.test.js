// What is asked for twice is done once: pure, no browser.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const file = join(dirname(fileURLToPath(import.meta.url)), '../../../webroot/app/once.js')
const { once, requestKey } = await import(`data:text/javascript,${encodeURIComponent(readFileSync(file, 'utf8'))}`)

const lost = Object.assign(new Error('offline'), { status: 0 })
const busy = Object.assign(new Error('not now'), { status: 503 })
const refused = Object.assign(new Error('no'), { status: 409 })

test('a second press while the first is under way gets the same answer and asks nothing', async () => {
  let asked = 0
  let answer = (_) => {}
  const act = () => {
    asked += 1
    return new Promise((resolve) => (answer = resolve))
  }
  const both = [once('open', act), once('open', act)]
  answer('done')
  assert.deepEqual(await Promise.all(both), ['done', 'done'])
  assert.equal(asked, 1)
})

test('until an answer has come the same intention keeps its id, then it gets a new one', async () => {
  const keys = []
  const outcomes = [lost, busy, refused, null, null]
  for (const outcome of outcomes) {
    const asked = once('make', async (key) => {
      keys.push(key)
      if (outcome) throw outcome
    })
    await (outcome ? assert.rejects(asked, outcome) : asked)
  }
  assert.equal(keys[0], keys[1])
  assert.equal(keys[1], keys[2])
  assert.equal(new Set(keys).size, 3)
})

test('another intention is another request', async () => {
  const keys = await Promise.all(['a', 'b'].map((one) => once(one, async (key) => key)))
  assert.notEqual(keys[0], keys[1])
})

test('ids are random UUIDs', () => {
  const many = Array.from({ length: 500 }, requestKey)
  for (const key of many) assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(new Set(many).size, many.length)
})
