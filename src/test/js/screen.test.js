// What the big screen shows, from what it has heard: pure functions, no browser.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const app = join(dirname(fileURLToPath(import.meta.url)), '../../../webroot/app')

/** A page module without imports of its own, read as text: the pages' folder declares no module type for Node. */
const load = (path) => import(`data:text/javascript,${encodeURIComponent(readFileSync(join(app, path), 'utf8'))}`)
const { stageOf } = await load('screen/state.js')
const { runs } = await load('screen/runs.js')
const { after, untold } = await load('told.js')
const { plain, spaced, joinLink } = await load('codes.js')

const NOW = Date.parse('2026-11-27T10:00:00Z')
const room = { type: 'room', title: 'Elbe', phase: 'vote', timer: null, spotlight: null, joinCode: 'K7MX4QPD' }
const plan = { title: '', goal: '', steps: [{ id: 's1' }] }
const poll = (id, state, more = {}) => ({ type: 'poll', poll: { id, state, cast: 0, eligible: 3, ...more } })
const nothing = { ...untold, plan: null, online: false }
const heard = (...events) => ({ ...events.reduce(after, nothing), plan })

test('nothing to show until the room and the plan are there', () => {
  assert.deepEqual(stageOf(nothing, NOW), { kind: 'wait' })
  assert.deepEqual(stageOf({ ...nothing, plan }, NOW), { kind: 'wait' })
  assert.deepEqual(stageOf(heard(room), NOW), { kind: 'plan' })
})

test('the spotlight decides: a poll, a step, and the plan for what does not exist', () => {
  const open = poll('p1', 'open', { openedAt: '2026-11-27T09:59:00Z' })
  assert.deepEqual(stageOf(heard({ ...room, spotlight: 's1' }, open), NOW), { kind: 'step', id: 's1' })
  assert.deepEqual(stageOf(heard({ ...room, spotlight: 'p1' }, open), NOW), { kind: 'poll', id: 'p1' })
  assert.deepEqual(stageOf(heard({ ...room, spotlight: 'gone' }, open), NOW), { kind: 'plan' })
})

test('the wall is not left empty: without a result the plan comes back soon, and a pinned plan stays', () => {
  const withheld = (closedAt) => poll('p1', 'closed', { closedAt, cast: 1, withheld: 'minBallots' })
  const cancelled = (closedAt) => poll('p2', 'cancelled', { closedAt })
  const result = poll('p0', 'closed', { closedAt: '2026-11-27T09:00:00Z', cast: 3 })
  assert.deepEqual(stageOf(heard(room, withheld('2026-11-27T09:59:50Z')), NOW), { kind: 'poll', id: 'p1' })
  assert.deepEqual(stageOf(heard(room, withheld('2026-11-27T09:59:00Z')), NOW), { kind: 'plan' })
  assert.deepEqual(stageOf(heard(room, cancelled('2026-11-27T09:59:50Z')), NOW), { kind: 'poll', id: 'p2' })
  assert.deepEqual(stageOf(heard({ ...room, spotlight: 'p2' }, cancelled('2026-11-27T09:59:00Z')), NOW), { kind: 'plan' })
  assert.deepEqual(stageOf(heard({ ...room, phase: 'results' }, result, cancelled('2026-11-27T09:59:00Z')), NOW), { kind: 'poll', id: 'p0' })
  assert.deepEqual(stageOf(heard({ ...room, spotlight: 'plan' }, poll('p3', 'open')), NOW), { kind: 'plan' })
})

test('without a spotlight: the open poll, then its result for a while, then the plan', () => {
  const drafted = poll('p0', 'draft')
  const closed = (at) => poll('p1', 'closed', { openedAt: '2026-11-27T09:00:00Z', closedAt: at, cast: 3 })
  const open = poll('p2', 'open', { openedAt: '2026-11-27T09:58:00Z' })
  assert.deepEqual(stageOf(heard(room, drafted), NOW), { kind: 'plan' })
  assert.deepEqual(stageOf(heard(room, closed('2026-11-27T09:59:30Z'), open), NOW), { kind: 'poll', id: 'p2' })
  assert.deepEqual(stageOf(heard(room, closed('2026-11-27T09:59:30Z')), NOW), { kind: 'poll', id: 'p1' })
  assert.deepEqual(stageOf(heard(room, closed('2026-11-27T09:50:00Z')), NOW), { kind: 'plan' })
  assert.deepEqual(stageOf(heard({ ...room, phase: 'results' }, closed('2026-11-27T09:50:00Z')), NOW), { kind: 'poll', id: 'p1' })
})

test('a tally changes its poll and nothing else, and never invents one', () => {
  const state = heard(room, poll('p1', 'open', { question: 'Wohin?' }), { type: 'tally', poll: 'p1', cast: 2, eligible: 3 })
  assert.deepEqual(state.polls.get('p1'), { id: 'p1', state: 'open', cast: 2, eligible: 3, question: 'Wohin?' })
  const seen = after(state, { type: 'tally', poll: 'p1', cast: 3, eligible: 3, tally: { valid: true } })
  assert.deepEqual(seen.polls.get('p1').tally, { valid: true })
  assert.equal(after(state, { type: 'tally', poll: 'other', cast: 1, eligible: 1 }), state)
})

test('a screen that heard everything knows the same as one that has just loaded', () => {
  const last = poll('p1', 'closed', { closedAt: '2026-11-27T09:59:59Z', tally: { valid: true } })
  const all = heard(room, poll('p1', 'open'), { type: 'tally', poll: 'p1', cast: 1, eligible: 3 }, last)
  assert.deepEqual(all, heard(room, last))
})

test('one ballot is told to oneself only: an event for all does not take it away while the poll is open', () => {
  const mine = { choices: 'a', receipt: 'r' }
  const cast = heard(room, poll('p1', 'open', { mine }), poll('p1', 'open', { cast: 1 }))
  assert.deepEqual(cast.polls.get('p1').mine, mine)
  assert.equal(after(cast, poll('p1', 'closed')).polls.get('p1').mine, undefined)
})

test('a room is known whole, and what is no event of a room changes nothing', () => {
  const known = heard({ ...room, locked: true, role: 'participant' })
  assert.equal(known.room.locked, true)
  assert.equal('type' in known.room, false)
  assert.equal(after(known, { type: 'saved', updates: 3 }), known)
  assert.deepEqual(after(known, { type: 'presence', participants: 4, viewers: 1 }).presence, { participants: 4, viewers: 1 })
})

test('a long text is taken apart at sentences or words, and nothing of it is lost', () => {
  const sentence = 'Die Mittel kommen aus dem Digitalbudget, die Schulung übernimmt das Hauptamt. '
  for (const text of ['', 'Kurz.', sentence.repeat(9), 'wort '.repeat(200), 'x'.repeat(900), 'نص طويل جدا؟ '.repeat(60)]) {
    const parts = runs(text)
    assert.equal(parts.join(''), text)
    assert.ok(parts.every((part) => part.length > 0 && part.length <= 160))
  }
  assert.ok(runs(sentence.repeat(9)).every((part) => part.endsWith('. ')))
})

test('codes: typed in any way, shown in fours, kept out of the path', () => {
  assert.equal(plain(' k7mx-4qpd '), 'K7MX4QPD')
  assert.equal(spaced('K7MX4QPD'), 'K7MX 4QPD')
  assert.equal(spaced('K7MX4QPD2A'), 'K7MX4 QPD2A')
  assert.equal(joinLink('K7MX4QPD', 'https://werkraum.example/'), 'https://werkraum.example/#K7MX4QPD')
})
