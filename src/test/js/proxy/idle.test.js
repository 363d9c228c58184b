// Nobody does anything for longer than any time-out of the proxy, and nobody is lost.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { base, endAll, expectCall, join, raw, until, update, workshop } from '../wire/support.js'

after(endAll)

const SECONDS = Number(process.env.IDLE)

/** Reads an answer as it comes. @param {string} address @param {string} token */
async function reader (address, token) {
  const stop = new AbortController()
  const response = await fetch(address, { headers: { Authorization: `Bearer ${token}` }, signal: stop.signal })
  assert.equal(response.status, 200, address)
  const it = { text: '', over: false, stop: () => stop.abort() }
  ;(async () => {
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) it.text += part
  })().catch(() => {}).finally(() => { it.over = true })
  return it
}

test('a socket that never speaks, a stream of events and a visit outlive the silence and hear what comes then', async () => {
  const room = await workshop()
  const [mona, paula, bert] = [await join(room, 'moderator', 'Mona'), await join(room, 'participant', 'Paula'), await join(room, 'participant', 'Bert')]
  const silent = raw(room.id, paula.token, { events: true })
  await silent.opened()
  const visits = `${base}/collab/${room.id}/visits`
  const begun = await fetch(visits, { method: 'POST', headers: { Authorization: `Bearer ${bert.token}`, 'Content-Type': 'application/json' }, body: '{}' })
  const { visit } = await begun.json()
  const stream = await reader(`${base}/api/v1${room.path}/stream`, mona.token)
  const down = await reader(`${visits}/${visit}?after=0`, bert.token)
  await until('all there', () => stream.text.includes('event: room') && down.text.includes('"m":'))
  await pause(SECONDS * 1000)
  assert.deepEqual([silent.code, stream.over, down.over], [undefined, false, false], 'still open')
  const [events, heard] = [silent.events.length, down.text.length]
  await expectCall(200, 'PATCH', room.path, mona.token, { phase: 'vote' })
  await until('the change in the stream', () => stream.text.includes('"phase":"vote"'))
  await until('the change at the socket', () => silent.events.length > events)
  await until('the change at the visit', () => down.text.length > heard)
  const doc = new Y.Doc()
  doc.getText('goal').insert(0, 'wieder da')
  silent.send(update(Y.encodeStateAsUpdate(doc)))
  await until('the edit', async () => (await expectCall(200, 'GET', `${room.path}/plan`, mona.token)).goal === 'wieder da')
  stream.stop()
  down.stop()
})
