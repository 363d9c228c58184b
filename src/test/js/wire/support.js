// What the scripts of this folder share: HTTP calls, stock clients, raw sockets, conditions.
import assert from 'node:assert/strict'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export const base = process.env.BASE ?? 'http://127.0.0.1:8080'
export const wsBase = base.replace(/^http/, 'ws')
export const KEY = process.env.KEY ?? 'ein-schluessel-nur-fuer-tests'

/** @returns {Promise<{status: number, body: any}>} */
export async function call (method, path, token, body) {
  const response = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' })
    },
    body: body === undefined ? undefined : JSON.stringify(body)
  })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text }
}

export async function expectCall (status, method, path, token, body) {
  const answer = await call(method, path, token, body)
  assert.equal(answer.status, status, `${method} ${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** A new room with its organiser's token. */
export async function workshop (body = { title: 'Ein Raum' }) {
  const { token: organiser } = await expectCall(200, 'POST', '/login', undefined, { key: KEY })
  const room = await expectCall(201, 'POST', '/rooms', organiser, body)
  return { id: room.id, path: `/rooms/${room.id}`, codes: room.codes, organiser }
}

/** Somebody new in a room: `{id, name, token}`. */
export async function join (room, role, name) {
  const answer = await expectCall(200, 'POST', '/join', undefined, { code: room.codes[role], name })
  assert.equal(answer.member.role, role)
  return { id: answer.member.id, name, token: answer.token }
}

/** Waits for a condition, looking every few milliseconds. */
export async function until (what, condition, limit = 40_000) {
  const end = Date.now() + limit
  for (;;) {
    const value = await condition()
    if (value) return value
    if (Date.now() > end) throw new Error(`not within ${limit} ms: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 4))
  }
}

const open = new Set()

/** The stock client, with the server's events if asked for. */
export function client (roomId, token, { events = false, doc = new Y.Doc(), connect = true } = {}) {
  const provider = new WebsocketProvider(`${wsBase}/collab`, roomId, doc, {
    params: events ? { token, events: '1' } : { token },
    WebSocketPolyfill: WebSocket,
    disableBc: true, // or clients of one process would talk past the server
    maxBackoffTime: 200,
    connect: false
  })
  const heard = []
  const closes = []
  provider.messageHandlers[100] = (_encoder, decoder) => heard.push(JSON.parse(decoding.readVarString(decoder)))
  provider.on('connection-close', event => event && closes.push(event.code))
  if (connect) provider.connect()
  const it = {
    doc,
    provider,
    /** Events, oldest first. */
    heard,
    /** Codes of closed connections. */
    closes,
    synced: () => until('sync', () => provider.synced),
    last: type => heard.filter(event => event.type === type).at(-1),
    hears: (type, condition = () => true) =>
      until(`event ${type}`, () => heard.find(event => event.type === type && condition(event))),
    send: event => provider.ws.send(message(100, encoder => encoding.writeVarString(encoder, JSON.stringify(event)))),
    end () {
      open.delete(it)
      provider.destroy()
      doc.destroy()
    }
  }
  open.add(it)
  return it
}

/** A frame: the type, then what the function writes. */
export function message (type, write = () => {}) {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export const update = bytes => message(0, encoder => {
  encoding.writeVarUint(encoder, 2)
  encoding.writeVarUint8Array(encoder, bytes)
})

export const awareness = bytes => message(1, encoder => encoding.writeVarUint8Array(encoder, bytes))

/** A bare socket: keeps every message as `{type, sub?, body}` and the close code. */
export function raw (roomId, token, { events = false, protocols = [], headers = {}, query } = {}) {
  const search = query ?? `token=${encodeURIComponent(token)}${events ? '&events=1' : ''}`
  const socket = new WebSocket(`${wsBase}/collab/${roomId}?${search}`, protocols, { headers })
  socket.binaryType = 'arraybuffer'
  const it = {
    socket,
    messages: [],
    events: [],
    code: undefined,
    refused: undefined,
    opened: () => until('socket open or refused', () => socket.readyState === 1 || it.refused),
    closed: (limit = 40_000) => until('close', () => it.code, limit),
    /** At once, or as soon as it is open. */
    send: bytes => socket.readyState === WebSocket.CONNECTING ? socket.once('open', () => socket.send(bytes)) : socket.send(bytes),
    end () {
      open.delete(it)
      socket.terminate()
    }
  }
  socket.on('message', (data, binary) => {
    assert.ok(binary, 'the server sent a text frame')
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const type = decoding.readVarUint(decoder)
    if (type === 100) {
      it.events.push(JSON.parse(decoding.readVarString(decoder)))
      it.messages.push({ type })
    } else if (type === 0) {
      it.messages.push({ type, sub: decoding.readVarUint(decoder), body: decoding.readVarUint8Array(decoder) })
    } else {
      it.messages.push({ type, body: decoding.readTailAsUint8Array(decoder) })
    }
  })
  socket.on('close', code => { it.code = code })
  socket.on('error', () => { it.failed = true })
  socket.on('unexpected-response', (_request, response) => {
    it.refused = response.statusCode
    response.resume()
    socket.terminate()
  })
  open.add(it)
  return it
}

/** Ends every client a test has left open. */
export function endAll () {
  for (const it of [...open]) it.end()
}

/** What a client that was never here before gets from the server. */
export async function fresh (roomId, token) {
  const it = client(roomId, token)
  await it.synced()
  return it
}

/** Waits until all documents hold the same, nothing pending. */
export async function converge (clients, limit = 30_000) {
  const states = () => clients.map(each => Buffer.from(Y.encodeStateVector(each.doc)).toString('hex'))
  const pending = () => clients.filter(each => each.doc.store.pendingStructs !== null).length
  const alike = () => new Set(states()).size === 1 && pending() === 0
  await until('convergence', alike, limit).catch(failure => {
    const closes = clients.map(each => each.closes.join(' '))
    const seen = clients.map(each => JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(each.doc))].sort()))
    throw new Error(`${failure.message}; pending ${pending()}; closed with ${closes}\n${seen.join('\n')}`)
  })
}

/** Small seeded chance (mulberry32): a run can be had again by its seed. */
export function chance (seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    below: n => Math.floor(next() * n),
    pick: list => list[Math.floor(next() * list.length)],
    often: share => next() < share
  }
}

/** One line of JSON for the Java test. */
export const tell = value => console.log(JSON.stringify(value))
