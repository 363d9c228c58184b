// Voting over the WebSocket.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { client, endAll, expectCall, join, until, workshop } from './support.js'

after(endAll)

async function openPoll (room, mona, body) {
  const poll = await expectCall(201, 'POST', `${room.path}/polls`, mona.token, body)
  await expectCall(200, 'POST', `${room.path}/polls/${poll.id}/open`, mona.token)
  return poll
}

test('V-5, V-6: a ballot is answered after the commit; sending it again changes nothing; another one replaces it', async () => {
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  const paula = client(room.id, (await join(room, 'participant', 'Paula')).token, { events: true })
  await paula.synced()
  const poll = await openPoll(room, mona, { question: 'Machen wir das?', method: 'consent', settings: { secret: false, reveal: 'live' } })
  await paula.hears('poll', event => event.poll.id === poll.id && event.poll.state === 'open')
  const option = poll.options[0].id
  const cast = (id, choice) => {
    paula.send({ type: 'ballot', id, poll: poll.id, choices: { [option]: choice } })
    return until(`an answer to ${id}`, () => paula.heard.find(event => event.id === id))
  }
  const first = await cast(7, 'yes')
  assert.equal(first.type, 'ok')
  const again = await cast(8, 'yes')
  assert.equal(again.receipt, first.receipt, 'the same choices keep their receipt')
  assert.equal((await cast(9, 'no')).type, 'ok')
  await paula.hears('tally', event => event.poll === poll.id && event.tally?.options[option].no === 1)
  const closed = await expectCall(200, 'POST', `${room.path}/polls/${poll.id}/close`, mona.token)
  assert.deepEqual([closed.cast, closed.tally.options[option].yes, closed.tally.options[option].no], [1, 0, 1])
  const late = await cast(10, 'yes')
  assert.deepEqual([late.type, late.problem.status, late.problem.code], ['error', 409, 'pollNotOpen'])
})

test('what can\'t be a ballot is answered with a problem, and the socket stays', async () => {
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  const paula = client(room.id, (await join(room, 'participant', 'Paula')).token, { events: true })
  const screen = client(room.id, (await join(room, 'viewer', 'Leinwand')).token, { events: true })
  await Promise.all([paula.synced(), screen.synced()])
  const poll = await openPoll(room, mona, {
    question: 'Wo zuerst?', method: 'dots', options: [{ label: 'A' }, { label: 'B' }, { label: 'C' }], settings: { budget: 3, maxPerOption: 2 }
  })
  const [a, b, c] = poll.options.map(option => option.id)
  const problem = async (who, id, body) => {
    who.send({ type: 'ballot', id, poll: poll.id, ...body })
    const event = await until(`an answer to ${id}`, () => who.heard.find(heard => heard.id === id))
    assert.equal(event.type, 'error', JSON.stringify(event))
    return event.problem
  }
  assert.equal((await problem(paula, 1, { choices: { [a]: 2, [b]: 2 } })).code, 'overBudget')
  assert.equal((await problem(paula, 2, { choices: { [a]: 3 } })).status, 422)
  assert.equal((await problem(paula, 3, { choices: { unbekannt: 1 } })).code, 'unknownOption')
  assert.equal((await problem(paula, 4, { choices: 'alle' })).status, 422)
  assert.equal((await problem(paula, 5, {})).status, 422)
  assert.equal((await problem(paula, 6, { poll: '01890000-0000-7000-8000-000000000000', choices: { [a]: 1 } })).status, 404)
  const screenProblem = await problem(screen, 7, { choices: { [c]: 1 } })
  assert.deepEqual([screenProblem.status, screenProblem.code], [403, 'notEligible'])
  assert.deepEqual([paula.closes, screen.closes], [[], []])
  const state = await expectCall(200, 'GET', `${room.path}/polls/${poll.id}`, mona.token)
  assert.equal(state.cast, 0)
})
