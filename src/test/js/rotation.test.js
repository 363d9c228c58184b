import assert from 'node:assert/strict'
import test from 'node:test'
import { pageAt, turnAt } from '../../../webroot/app/screen/rotation.js'

const list = [
  { view: 'programme', seconds: 20 },
  { view: 'board', seconds: 10 },
  { view: 'room', room: 'r', seconds: 30 }
]

test('which entry is on follows from the time alone', () => {
  const at = (seconds) => turnAt(list, 1_000_000, 1_000_000 + seconds * 1000)
  assert.deepEqual([0, 19.9, 20, 29.9, 30, 59.9, 60, 6_000_021].map((seconds) => at(seconds)?.index), [0, 0, 1, 1, 2, 2, 0, 1])
  assert.equal(at(45)?.left, 15_000)
  assert.equal(at(-1)?.index, 2, 'before it was made, for a clock that is behind')
  assert.equal(turnAt([], 0, 5), null)
})

test('pages share the time of their entry', () => {
  const turn = (past) => ({ index: 0, entry: list[0], past, left: 20_000 - past })
  assert.deepEqual([0, 4_999, 5_000, 19_999, 20_000].map((past) => pageAt(turn(past), 4)), [0, 0, 1, 3, 3])
  assert.equal(pageAt(turn(10_000), 1), 0)
})
