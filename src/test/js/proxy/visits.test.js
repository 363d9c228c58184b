// The way without a WebSocket, through whatever stands between: as it comes, in order, and nothing lost where a stream is cut.
import assert from 'node:assert/strict'
import http from 'node:http'
import https from 'node:https'
import { after, test } from 'node:test'
import * as Y from 'yjs'
import { base, client, endAll, join, until, update as frameOf, workshop } from '../wire/support.js'

after(endAll)

/** @param {Uint8Array} update */
const spoken = (update) => Buffer.from(frameOf(update)).toString('base64')

/** Where the room is asked for, and by which proxy of an office if there is one; the rest of the world comes straight. */
const way = process.env.WAY ?? base
const via = process.env.VIA ? new URL(process.env.VIA) : undefined

/**
 * @param {string} method
 * @param {string} address
 * @param {string} token
 * @param {object} [body]
 * @returns {Promise<import('node:http').IncomingMessage>}
 */
function ask(method, address, token, body) {
  const url = new URL(address)
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const headers = {
    Host: url.host,
    Authorization: `Bearer ${token}`,
    ...(sent === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(sent) })
  }
  const to = via ? { host: via.hostname, port: via.port, path: address } : { host: url.hostname, port: url.port, path: url.pathname + url.search }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request({ ...to, method, headers }, resolve)
    request.on('error', reject).end(sent)
  })
}

/** @param {import('node:http').IncomingMessage} answer */
async function text(answer) {
  let all = ''
  for await (const part of answer.setEncoding('utf8')) all += part
  return all
}

/** Reads a stream until it is stopped. @param {string} address @param {string} token */
async function listen(address, token) {
  const answer = await ask('GET', address, token)
  assert.equal(answer.statusCode, 200)
  /** @type {{n?: number, m?: string, at: number}[]} */ const lines = []
  let rest = ''
  answer.setEncoding('utf8').on('error', () => {}).on('data', (more) => {
    const all = (rest + more).split('\n')
    rest = all.pop()
    lines.push(...all.map((line) => ({ ...JSON.parse(line), at: performance.now() })))
  })
  return { lines, stop: () => answer.destroy() }
}

test('edits come and go by streams and requests', async () => {
  const room = await workshop()
  const paula = await join(room, 'participant', 'Paula')
  const bert = await join(room, 'participant', 'Bert')
  const visits = `${way}/collab/${room.id}/visits`
  const begun = await ask('POST', visits, paula.token, {})
  assert.equal(begun.statusCode, 201)
  const visit = `${visits}/${JSON.parse(await text(begun)).visit}`
  const post = async (body) => JSON.parse(await text(await ask('POST', visit, paula.token, body)))

  const first = await listen(`${visit}?after=0`, paula.token)
  await until('the whole picture', () => first.lines.some(({ m }) => m && Buffer.from(m, 'base64').includes('"type":"presence"')))
  const doc = new Y.Doc()
  const updates = []
  doc.on('update', (update) => updates.push(update))
  for (let i = 0; i < 40; i++) doc.getText('goal').insert(i, 'x')
  const big = { from: 0, messages: updates.map(spoken) }
  assert.equal((await post(big)).next, 40)
  assert.equal((await post(big)).next, 40)
  await until('what is saved', () => first.lines.some(({ m }) => m && Buffer.from(m, 'base64').includes('"updates":40')))
  first.stop()

  const other = client(room.id, bert.token, { events: true })
  await until("Paula's edits at Bert's", () => other.doc.getText('goal').toString() === 'x'.repeat(40))
  other.doc.getText('goal').insert(40, ' von Bert')
  const heard = Math.max(...first.lines.map(({ n }) => n ?? 0))
  const second = await listen(`${visit}?after=${heard}`, paula.token)
  const seen = () => {
    for (const { m } of second.lines) {
      const bytes = m ? Buffer.from(m, 'base64') : Buffer.alloc(0)
      if (bytes[0] === 0 && bytes[1] === 2) Y.applyUpdate(doc, bytes.subarray(bytes[2] < 128 ? 3 : 4))
    }
    return doc.getText('goal').toString() === `${'x'.repeat(40)} von Bert`
  }
  await until("Bert's edit after the cut", seen)
  assert.equal(second.lines.find(({ n }) => n)?.n, heard + 1)
  // As it comes, not when a buffer is full.
  const before = performance.now()
  other.doc.getText('goal').insert(0, '!')
  await until('the next edit', () => second.lines.at(-1).at > before)
  const delay = second.lines.find(({ at }) => at > before).at - before
  assert.ok(delay < 1500, `${delay} ms late`)
  second.stop()
  const waited = await ask('GET', `${visit}?after=${heard}&wait=5`, paula.token)
  assert.match((await text(waited)).split('\n')[0], new RegExp(`^\\{"n":${heard + 1},`))
})
