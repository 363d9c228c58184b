// A proxy whose server is gone says so, and must not write the token of who asked into a log.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { base, endAll, raw } from '../wire/support.js'

after(endAll)

/** What proxies say of a server that is not there. */
const gone = [502, 503]

test('asking in vain', async () => {
  const { ROOM: room, TOKEN: token } = process.env
  assert.ok(gone.includes(await raw(room, token).opened()))
  assert.ok(gone.includes(await raw(room, '', { protocols: ['werkraum', token], query: 'events=1' }).opened()))
  assert.ok(gone.includes((await fetch(`${base}/api/v1/rooms/${room}/stream?token=${token}`)).status))
  assert.ok(gone.includes((await fetch(`${base}/api/v1/feeds/GeheimerKalender.ics`)).status))
})
