// In words: who may vote, why there is no number to see, and what polls decided about a step.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './pages.js'

for (const [name, value] of Object.entries({ location: { search: '?lang=de' }, document: { documentElement: {} } })) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}
const { votersOf, consequences, hiddenBecause, decisionsByStep, loadTexts } = await load('poll/electorate.js', 'poll/card.js', 'room/decisions.js', 'i18n.js')
await loadTexts('poll', 'room')

const MEMBERS = [
  { name: 'Mona', role: 'moderator', connected: true },
  { name: 'Paula', role: 'participant', connected: true },
  { name: 'Otto', role: 'participant', connected: false },
  { name: 'Wand', role: 'viewer', connected: true }
]

test('participants vote, moderators where they are to; whoever has no page open is absent, by name', () => {
  assert.deepEqual(votersOf(MEMBERS, {}), { there: 1, absent: ['Otto'] })
  assert.deepEqual(votersOf(MEMBERS, { moderatorsVote: true }), { there: 2, absent: ['Otto'] })
  assert.deepEqual(votersOf([{ name: 'Ida', role: 'participant' }], {}), { there: 1, absent: [] }, 'not known to be away')
})

test('absent people count, unless only those who are here vote; quorum and majority follow', () => {
  const voters = votersOf(MEMBERS, { moderatorsVote: true })
  const absolute = { majority: 'absolute', base: 'eligible' }
  assert.deepEqual(consequences(voters, absolute)[0], '3 Personen dürfen abstimmen.')
  assert.match(consequences(voters, absolute)[1], /Otto/)
  assert.equal(consequences(voters, absolute)[2], 'Angenommen ab 2 Ja.')
  assert.deepEqual(consequences({ there: 1, absent: ['Otto'] }, { ...absolute, presentOnly: true }), [
    '1 Person darf abstimmen.',
    'Nicht da und deshalb nicht dabei: Otto.',
    'Angenommen ab 1 Ja.'
  ])
  const half = { quorum: { of: 'present', share: '1/2' } }
  assert.match(consequences({ there: 2, absent: ['A', 'B'] }, half)[2], /erfüllt/)
  assert.doesNotMatch(consequences({ there: 1, absent: ['A', 'B', 'C'] }, half)[2], /: das ist erfüllt/)
  const many = consequences({ there: 1, absent: 'ABCDEFGH'.split('') }, {})
  assert.match(many[1], /A, B, C, D, E, F und 2 weitere/)
})

test('no votes, too few of them and a result that waits are told apart', () => {
  const closed = { state: 'closed', cast: 2, settings: {} }
  assert.match(hiddenBecause({ ...closed, cast: 0 }, 'viewer'), /^Keine Stimmen/)
  assert.match(hiddenBecause({ ...closed, withheld: 'minBallots' }, 'moderator'), /^Zu wenige Stimmen: Es kamen 2, geheim braucht es wenigstens 3/)
  assert.match(hiddenBecause({ ...closed, withheld: 'minBallots', settings: { minBallots: 5 } }, 'moderator'), /wenigstens 5/)
  assert.match(hiddenBecause(closed, 'participant'), /Die Moderation zeigt es/)
  const open = { state: 'open', cast: 1, settings: { reveal: 'own' } }
  assert.equal(hiddenBecause(open, 'participant'), 'Zwischenstand nach der eigenen Stimme')
  assert.equal(hiddenBecause(open, 'moderator'), 'Zwischenstand verborgen, auch für Sie')
  assert.match(hiddenBecause({ ...open, withheld: 'minBallots' }, 'viewer'), /ab 3 Stimmen/)
})

/** @param {string} id @param {string} method @param {any} result */
function closedPoll(id, method, result) {
  return { id, method, state: 'closed', options: [{ id: 'o', step: 's' }], tally: { valid: true, options: { o: result } } }
}

test('a decision stays first at its step above later moods, until another decision takes its place', () => {
  const yes = closedPoll('1', 'consent', { decision: 'accepted', yes: 4, no: 1 })
  const mood = closedPoll('2', 'dots', { dots: 7 })
  const again = closedPoll('3', 'dots', { dots: 2 })
  const no = closedPoll('4', 'consent', { decision: 'rejected', yes: 1, no: 4 })
  const at = (/** @type {any[]} */ ...polls) => decisionsByStep(polls).get('s').map(({ poll, text }) => [poll, text])
  assert.deepEqual(at(yes, mood, again), [['1', 'Beschluss: Angenommen, 4 : 1'], ['3', '2 Punkte']])
  assert.deepEqual(at(yes, mood, no), [['4', 'Beschluss: Abgelehnt, 1 : 4'], ['2', '7 Punkte']])
  assert.deepEqual(at({ ...mood, state: 'open' }, yes), [['1', 'Beschluss: Angenommen, 4 : 1']])
  const void_ = { ...yes, tally: { ...yes.tally, valid: false, reason: 'quorum' } }
  assert.deepEqual(at(void_), [['1', 'Nicht beschlussfähig']])
})
