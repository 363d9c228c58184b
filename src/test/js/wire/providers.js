// Hocuspocus providers as applications use them, of the three families there are; and their frames, to be counted.
import { after } from 'node:test'
import * as two from 'hocuspocus-2'
import * as three from 'hocuspocus-3'
import * as four from 'hocuspocus-4'
import * as decoding from 'lib0/decoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { until, wsBase } from './support.js'

export const versions = { 2: two, 3: three, 4: four }
const open = new Set()

after(() => { for (const it of [...open]) it.end() })

/** A frame taken apart: `{key, type, first}`, where `first` is the byte after the type. */
function read (data) {
  const decoder = decoding.createDecoder(new Uint8Array(data))
  const key = decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  return { key, type, first: decoding.readTailAsUint8Array(decoder)[0] }
}

/** A socket of some version for one or more documents; keeps what it hears and says, and the codes it was closed with. */
export function line (version, { query = '', address = `${wsBase}/hocuspocus${query}`, ...rest } = {}) {
  const frames = []
  const codes = []
  class Recorded extends WebSocket {
    constructor (...arguments_) {
      super(...arguments_)
      this.on('message', data => frames.push({ from: 'server', ...read(data) }))
      this.on('close', (code, reason) => codes.push({ code, reason: String(reason) }))
      it.opened++
    }

    send (data, ...more) {
      frames.push({ from: 'client', ...read(data) })
      return super.send(data, ...more)
    }
  }
  const it = { frames, codes, opened: 0 }
  it.socket = new versions[version].HocuspocusProviderWebsocket({
    url: address, WebSocketPolyfill: Recorded, delay: 100, minDelay: 100, ...rest
  })
  /** Frames of a type, of one side. */
  it.of = (from, type, first) =>
    frames.filter(each => each.from === from && each.type === type && (first === undefined || each.first === first))
  it.end = () => {
    open.delete(it)
    it.socket.destroy()
  }
  open.add(it)
  return it
}

/** A document of a room; on a socket of its own unless one is given. */
export function provider (version, roomId, token, { on, doc = new Y.Doc(), query, address, ...options } = {}) {
  const its = on ?? line(version, { query, address })
  const said = []
  const scopes = []
  const provider = new versions[version].HocuspocusProvider({
    websocketProvider: its.socket,
    name: roomId,
    token,
    document: doc,
    broadcast: false, // or those of one process would talk past the server
    onAuthenticated: told => scopes.push(told?.scope),
    onAuthenticationFailed: ({ reason }) => said.push(reason),
    ...options
  })
  if (provider.attach && !provider.isAttached) provider.attach()
  const it = {
    provider,
    doc,
    line: its,
    /** Reasons of refusals. */
    said,
    /** What it may do, as often as it was told. */
    scopes,
    text: name => doc.getText(name).toString(),
    type: (name, text) => doc.getText(name).insert(doc.getText(name).length, text),
    synced: () => until(`sync of a provider ${version}`, () => provider.isSynced),
    saved: () => until(`saving of a provider ${version}`, () => provider.isSynced && !provider.hasUnsyncedChanges),
    refused: () => until(`a refusal of a provider ${version}`, () => said[0]),
    end () {
      open.delete(it)
      provider.destroy()
      doc.destroy()
      its.end()
    }
  }
  open.add(it)
  return it
}
