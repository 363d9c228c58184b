// The room page's pure parts: the account of what is saved, ranks, and the edits typing makes. Random runs print their seed.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const app = join(dirname(fileURLToPath(import.meta.url)), '../../../webroot/app')
/** Reads a module without imports as text, since the pages' folder declares no module type for Node. */
const load = (file) => import(`data:text/javascript,${encodeURIComponent(readFileSync(join(app, file), 'utf8'))}`)
const { Ledger } = await load('connection/saving.js')
const { pause } = await load('connection/backoff.js')
const { between, place } = await load('room/plan/ranks.js')
const { difference, follow } = await load('room/plan/text-edits.js')

/** A small generator (mulberry32): the same seed, the same run. */
function chance(t, seed = Math.floor(Math.random() * 2 ** 31)) {
  t.diagnostic(`seed ${seed}`)
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let x = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32
  }
}

const state = (ledger) => `${ledger.read().state} ${ledger.read().unsaved} ${ledger.read().refused}`

test('a change is unsaved until the server says it is committed', () => {
  const ledger = new Ledger()
  assert.equal(state(ledger), 'offline 0 0')
  ledger.step2Sent()
  ledger.saved({ updates: 0, refused: 0, synced: true })
  assert.equal(state(ledger), 'saved 0 0')
  ledger.updateSent(1)
  ledger.updateSent(1)
  assert.equal(state(ledger), 'saving 2 0')
  ledger.saved({ updates: 1, refused: 0, synced: true })
  assert.equal(state(ledger), 'saving 1 0')
  ledger.saved({ updates: 2, refused: 0, synced: true })
  assert.equal(state(ledger), 'saved 0 0')
})

test('what a broken connection left open travels in the next step 2', () => {
  const ledger = new Ledger(3)
  ledger.kept()
  assert.equal(state(ledger), 'offline 4 0')
  ledger.step2Sent()
  ledger.updateSent(1)
  ledger.lost()
  ledger.kept()
  assert.equal(state(ledger), 'offline 6 0')
  ledger.step2Sent()
  ledger.updateSent(1)
  ledger.saved({ updates: 0, refused: 0, synced: true })
  assert.equal(state(ledger), 'saving 1 0')
  ledger.saved({ updates: 1, refused: 0, synced: true })
  assert.equal(state(ledger), 'saved 0 0')
})

test('refused changes are counted, and forgotten when the server has taken them after all', () => {
  const ledger = new Ledger()
  ledger.step2Sent()
  ledger.saved({ updates: 0, refused: 0, synced: true })
  ledger.updateSent(1)
  ledger.wasDenied()
  ledger.saved({ updates: 1, refused: 1, synced: true })
  assert.equal(state(ledger), 'refused 0 1')
  ledger.step2Sent()
  assert.equal(state(ledger), 'saving 1 0')
  ledger.saved({ updates: 1, refused: 1, synced: true })
  assert.equal(state(ledger), 'saved 0 0')
})

test('offline changes that a locked plan refuses stay counted', () => {
  const ledger = new Ledger(2)
  ledger.step2Sent()
  ledger.wasDenied()
  assert.equal(state(ledger), 'refused 2 2')
  ledger.saved({ updates: 0, refused: 0, synced: true })
  assert.equal(state(ledger), 'refused 2 2')
  ledger.step2Sent()
  ledger.saved({ updates: 0, refused: 0, synced: true })
  assert.equal(state(ledger), 'saved 0 0')
})

test('a server that cannot commit is said before anything else', () => {
  const ledger = new Ledger()
  ledger.step2Sent()
  ledger.storage(false)
  assert.equal(state(ledger), 'storage 0 0')
  ledger.storage(true)
  assert.equal(state(ledger), 'saved 0 0')
  ledger.storage(false)
  ledger.lost()
  ledger.step2Sent()
  ledger.saved({ updates: 0, refused: 0, synced: true })
  assert.equal(state(ledger), 'saved 0 0', 'the outage may have ended while this device was away')
})

test('pauses between tries are spread over the whole ceiling, which grows to 8 s', () => {
  assert.equal(pause(0, () => 0), 0)
  assert.equal(pause(0, () => 0.5), 250)
  assert.equal(pause(3, () => 0.5), 2000)
  assert.equal(pause(50, () => 0.999) < 8000, true)
})

test('a moved step lies where it was put, whatever the ranks were', (t) => {
  const random = chance(t)
  const below = (n) => Math.floor(random() * n)
  const compare = (a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1)
  for (let run = 0; run < 500; run++) {
    const steps = []
    for (let i = 0; i < 30; i++) {
      if (steps.length > 0 && random() < 0.1) steps.push({ id: `same${i}`, rank: steps[below(steps.length)].rank })
      steps.sort(compare)
      const index = below(steps.length + 1)
      const wanted = steps.map(({ id }) => id)
      wanted.splice(index, 0, `new${i}`)
      const ranks = place(`new${i}`, steps, index)
      steps.push({ id: `new${i}`, rank: '' })
      for (const step of steps) step.rank = ranks.get(step.id) ?? step.rank
      steps.sort(compare)
      assert.deepEqual(
        steps.map(({ id }) => id),
        wanted
      )
    }
  }
})

test('ranks stay short at the end of a growing list and never end in the smallest digit', (t) => {
  const random = chance(t)
  let last = ''
  for (let i = 0; i < 200; i++) {
    const next = between(last, null, random)
    assert.ok(next > last && !next.endsWith('0'))
    last = next
  }
  assert.ok(last.length <= 24, last)
  assert.ok(between('a', 'a0', random) > 'a')
})

test('the edit between two texts gives the one from the other, at the caret, without halving a character', (t) => {
  const random = chance(t)
  const below = (n) => Math.floor(random() * n)
  const letters = ['a', 'b', '😀']
  const some = (n) => Array.from({ length: below(n) }, () => letters[below(letters.length)])
  for (let run = 0; run < 50_000; run++) {
    const before = some(9)
    const at = below(before.length + 1)
    const removed = below(before.length - at + 1)
    const typed = some(3)
    const head = [...before.slice(0, at), ...typed].join('')
    const [old, now] = [before.join(''), head + before.slice(at + removed).join('')]
    const edit = difference(old, now, head.length) ?? { at: 0, remove: 0, insert: '' }
    assert.equal(old.slice(0, edit.at) + edit.insert + old.slice(edit.at + edit.remove), now)
    assert.ok(edit.insert.isWellFormed?.() ?? true)
  }
  assert.deepEqual(difference('aaa', 'aa', 1), { at: 1, remove: 1, insert: '' })
})

test('a place follows the edits of others', () => {
  assert.equal(follow(3, [{ insert: 'xy' }]), 5)
  assert.equal(follow(3, [{ retain: 3 }, { insert: 'xy' }]), 3)
  assert.equal(follow(3, [{ retain: 1 }, { delete: 5 }]), 1)
  assert.equal(follow(3, [{ retain: 5 }, { delete: 1 }]), 3)
})
