// A proxy of an office on the way out: what it lets through when it is set as OPERATIONS asks for, and doesn't as it comes.
import assert from 'node:assert/strict'
import http from 'node:http'
import { after, test } from 'node:test'
import { base, endAll, join, workshop } from '../wire/support.js'

after(endAll)

const via = new URL(process.env.VIA)
const target = new URL(base)
const SET = process.env.SET === 'true'
const SWITCHING = 101

/** @param {object} options @returns {Promise<number>} the status, also of an upgrade or a tunnel */
function status (options) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: via.hostname, port: via.port, agent: false, ...options })
    const answered = (answer, socket) => {
      resolve(answer.statusCode)
      socket?.destroy()
      answer.resume?.()
    }
    request.on('response', answered).on('upgrade', answered).on('connect', answered).on('error', reject).end()
  })
}

test('a tunnel to the port, as browsers ask for WebSockets and TLS', async () => {
  const got = await status({ method: 'CONNECT', path: target.host })
  assert.equal(got, SET ? 200 : 403)
})

test('an upgrade that the proxy reads, as one that inspects TLS does', async () => {
  const room = await workshop()
  const { token } = await join(room, 'participant', 'Paula')
  const headers = {
    Host: target.host,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': Buffer.from('sixteen bytes ok').toString('base64')
  }
  const got = await status({ path: `${base}/collab/${room.id}?token=${token}`, headers })
  assert.equal(got === SWITCHING, SET, `${got}`)
})
