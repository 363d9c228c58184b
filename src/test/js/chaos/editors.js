// Stock clients that edit without a pause and keep exact accounts of what the server has reported as saved.
import * as decoding from 'lib0/decoding'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createHash } from 'node:crypto'

/** One person with one document over many connections. Every edit carries a token, `3-417 ` say, that nobody else writes. */
export class Editor {
  /** Numbers of this editor's tokens inside each update message of this connection, oldest first. */
  #sent = []
  #decided = 0
  /** How many tokens were in the document when the connection's step 2 went out; undefined before. */
  #covered
  written = 0
  saved = new Set()
  /** Tokens that only this page held when it was lost; others may bring them back. */
  orphans = new Set()
  refused = 0
  denied = 0
  /** How often the server said that it can't save. */
  outages = 0
  connections = 0
  doc = new Y.Doc()

  constructor (number, { base, room, token, chance }) {
    this.number = number
    this.chance = chance
    this.place = { base, room, token }
    this.#connect()
  }

  #connect () {
    const { base, room, token } = this.place
    this.provider = new WebsocketProvider(`${base.replace(/^http/, 'ws')}/collab`, room, this.doc, {
      params: { token, events: '1' },
      WebSocketPolyfill: WebSocket,
      disableBc: true,
      maxBackoffTime: 500,
      connect: false
    })
    const sync = this.provider.messageHandlers[0]
    this.provider.messageHandlers[0] = (encoder, decoder, ...rest) => {
      const step1 = decoding.peekVarUint(decoder) === 0
      sync(encoder, decoder, ...rest)
      if (step1) this.#covered = this.written
    }
    this.provider.messageHandlers[2] = () => { this.denied++ }
    this.provider.messageHandlers[100] = (_encoder, decoder) => this.#hear(JSON.parse(decoding.readVarString(decoder)))
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') this.connections++
    })
    this.provider.on('connection-close', () => {
      this.#sent = []
      this.#decided = 0
      this.#covered = undefined
    })
    this.provider.connect()
  }

  #hear (event) {
    if (event.type === 'storage' && !event.ok) this.outages++
    if (event.type !== 'saved') return
    for (; this.#decided < event.updates; this.#decided++) this.saved.add(this.#sent[this.#decided])
    this.refused += event.refused
    if (event.synced && this.#covered !== undefined) this.#settle(this.#covered)
  }

  /** Everything below the number is saved, but for what this document doesn't hold any more. */
  #settle (number) {
    for (let i = 0; i < number; i++) if (!this.orphans.has(i)) this.saved.add(i)
  }

  /** The page is lost, with all that it alone held; the same person opens another one. */
  forget () {
    this.provider.destroy()
    for (let i = 0; i < this.written; i++) if (!this.saved.has(i)) this.orphans.add(i)
    this.#sent = []
    this.#decided = 0
    this.#covered = undefined
    this.doc.destroy()
    this.doc = new Y.Doc()
    this.#connect()
  }

  write () {
    const number = this.written++
    const token = `${this.number}-${number}`
    // the provider sends what is written while its socket is open; the rest goes with the next step 2
    if (this.provider.wsconnected) this.#sent.push(number)
    this.doc.transact(() => {
      this.doc.getArray('log').push([token])
      const goal = this.doc.getText('goal')
      goal.insert(goal.length, `${token} `)
      this.#rummage()
      this.doc.getMap('steps').has(`s${this.number}`) || this.doc.getMap('steps').set(`s${this.number}`, new Y.Map())
      this.doc.getMap('steps').get(`s${this.number}`).set('result', token)
    })
  }

  /** Inserts and deletes at random in one text that all share. */
  #rummage () {
    const text = this.doc.getText('noise')
    const at = this.chance.below(text.length + 1)
    if (text.length > 400 && this.chance.often(0.6)) {
      text.delete(Math.min(at, text.length - 5), 5)
    } else {
      text.insert(at, 'abcdefgh'.slice(0, 1 + this.chance.below(8)))
    }
  }

  get unsaved () {
    return this.written - this.saved.size - this.orphans.size
  }

  get connected () {
    return this.provider.wsconnected && this.provider.synced
  }

  savedTokens () {
    return [...this.saved].map(number => `${this.number}-${number}`)
  }

  /** What the whole document holds, deletions included, in one word. */
  fingerprint () {
    const vector = [...Y.decodeStateVector(Y.encodeStateVector(this.doc))].sort((a, b) => a[0] - b[0])
    const { doc } = this
    const all = [vector, doc.getArray('log'), doc.getText('goal'), doc.getText('noise'), Object.entries(doc.getMap('steps').toJSON()).sort()]
    const pending = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
    return createHash('sha256').update(JSON.stringify([all, pending])).digest('hex').slice(0, 16)
  }
}
