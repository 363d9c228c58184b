// Browsers ask by HTTP/2 where it is offered: pages, many requests at once, and streams by one connection; the WebSocket beside it.
import assert from 'node:assert/strict'
import http2 from 'node:http2'
import { after, test } from 'node:test'
import { base, client, endAll, expectCall, join, until, workshop } from '../wire/support.js'

after(endAll)

/** @param {http2.ClientHttp2Session} session @param {string} path @param {object} headers */
function ask (session, path, headers = {}) {
  const stream = session.request({ ':path': path, ...headers })
  const answer = { stream, status: 0, text: '', ended: false }
  stream.setEncoding('utf8')
  stream.on('response', given => { answer.status = given[':status'] })
  stream.on('data', part => { answer.text += part })
  stream.on('end', () => { answer.ended = true })
  stream.on('error', () => {})
  return answer
}

test('one connection carries pages, forty requests at once, and a stream whose events come when they happen', async () => {
  const session = http2.connect(base)
  session.on('error', () => {})
  await until('HTTP/2', () => session.alpnProtocol === 'h2')
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  const headers = { authorization: `Bearer ${mona.token}` }
  const stream = ask(session, `/api/v1${room.path}/stream`, headers)
  await until('the whole picture', () => stream.text.includes('event: room'))
  const many = Array.from({ length: 40 }, (_, i) => ask(session, i % 2 ? '/room.html' : `/api/v1${room.path}/plan`, headers))
  await until('all answers', () => many.every(({ ended }) => ended))
  assert.deepEqual([...new Set(many.map(({ status }) => status))], [200])
  const paula = client(room.id, mona.token)
  await paula.synced()
  const before = performance.now()
  await expectCall(200, 'PATCH', room.path, mona.token, { phase: 'vote' })
  await until('the change', () => stream.text.includes('"phase":"vote"'))
  assert.ok(performance.now() - before < 1500, `${performance.now() - before} ms late`)
  session.destroy()
})
