// What a proxy must let through beside the WebSocket's ordinary traffic.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as Y from 'yjs'
import { base, call, client, endAll, expectCall, join, until, workshop } from '../wire/support.js'

after(endAll)

test('pages come with all headers, and with the promise to come by TLS only', async () => {
  for (const path of ['/', '/room.html', '/app/api.js', '/api/v1/templates', '/nirgends', '/api/v1/feeds/GeheimerKalender.ics?x=1']) {
    const { headers } = await fetch(base + path)
    assert.match(headers.get('strict-transport-security') ?? '', /^max-age=\d+/, path)
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/, path)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
    assert.equal(headers.get('access-control-allow-origin'), null, path)
  }
})

test('events of a stream come when they happen', async () => {
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  const stop = new AbortController()
  const response = await fetch(`${base}/api/v1${room.path}/stream?token=${mona.token}`, { signal: stop.signal })
  let heard = ''
  const reading = (async () => {
    for await (const bytes of response.body.pipeThrough(new TextDecoderStream())) heard += bytes
  })().catch(() => {})
  await until('the whole picture', () => heard.includes('event: room'))
  await expectCall(200, 'PATCH', room.path, mona.token, { phase: 'vote' })
  await until('the change', () => heard.includes('"phase":"vote"'))
  stop.abort()
  await reading
})

test('long offline work gets in as one message, and a plan of nearly four megabytes by HTTP', async () => {
  const room = await workshop()
  const mona = await join(room, 'moderator', 'Mona')
  const doc = new Y.Doc()
  doc.getText('goal').insert(0, 'o'.repeat(9 * 1024 * 1024))
  const back = client(room.id, mona.token, { events: true, doc })
  await until('its step 2 is saved', () => back.last('saved')?.synced)
  assert.equal((await expectCall(200, 'GET', `${room.path}/plan`, mona.token)).goal.length, 9 * 1024 * 1024)
  const other = await workshop()
  const body = { goal: 'x'.repeat(4 * 1024 * 1024 - 1024) }
  await expectCall(200, 'PUT', `${other.path}/plan`, other.organiser, body)
  const { status } = await call('PUT', `${other.path}/plan`, other.organiser, { goal: 'x'.repeat(4 * 1024 * 1024 + 1024) }).catch(() => ({ status: 413 }))
  assert.equal(status, 413)
})
