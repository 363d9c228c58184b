// Pages of a workshop in Node, each with the connection that the page has in a browser; for return.js and detour.js, which are called with the address of
// the server, a file of seats (room, token and, of those who type, the step), and `detour` where no WebSocket is to get through.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { load } from '../../test/js/pages.js'

const WebSocket = createRequire(new URL('../pages/package.json', import.meta.url))('ws')
const [base, file, way = 'socket'] = process.argv.slice(2)
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const { host, protocol } = new URL(base)
const quiet = { addEventListener: () => {}, removeEventListener: () => {} }
Object.assign(globalThis, { navigator: { onLine: true }, location: { host, protocol, search: '' }, document: { ...quiet, documentElement: {}, visibilityState: 'visible' }, ...quiet })
/** As a browser's, whose errors need nobody to hear of them. */
globalThis.WebSocket = class extends WebSocket {
  constructor(address, protocols) {
    super(way === 'detour' ? 'ws://127.0.0.1:1/' : address, protocols)
    this.on('error', () => {})
  }
}
// Nobody looks: frames come by the clock.
globalThis.requestAnimationFrame = (paint) => setTimeout(paint, 16)
// Nothing is kept: each page is one of another device.
globalThis.sessionStorage = { getItem: () => (way === 'detour' ? '1' : null), setItem: () => {}, removeItem: () => {} }
const absolute = globalThis.fetch
globalThis.fetch = (path, options) => absolute(new URL(path, base), options)
process.setMaxListeners(0)
// The bundle is an address of half a megabyte, which a trace would repeat.
process.on('uncaughtException', ({ message }) => fail(message))

const { Y, Connection } = await load('connection/connection.js')

export class Page {
  /** When the server told all about the room. */
  back = 0
  typed = ''
  /** Letters of others that have come. */
  heard = 0

  constructor({ room, token, step }) {
    this.room = room
    this.token = token
    this.step = step
    this.doc = new Y.Doc()
    this.connection = new Connection(
      { room, member: null, token: () => token, doc: this.doc, probe: async () => null },
      {
        event: (event) => event.type === 'room' && (this.back ||= Date.now()),
        saving: () => null,
        trouble: () => null,
        ended: (code) => fail(`ended by ${code}`)
      }
    )
  }

  /** Counts what others write from now on. */
  listen() {
    this.doc.getMap('steps').observeDeep((events, { local }) => {
      if (!local) for (const { changes } of events) for (const { insert } of changes.delta) this.heard += typeof insert === 'string' ? insert.length : 0
    })
  }

  get saved() {
    return !this.connection.holdsUnsaved
  }

  /** @param {number} pace between two letters, in milliseconds @param {() => boolean} resting whether nobody is to type */
  async type(pace, resting) {
    await sleep(Math.random() * pace)
    for (;;) {
      const title = this.doc.getMap('steps').get(this.step)?.get('title')
      if (title && !resting()) {
        const letter = 'abcdefghijklmnopqrstuvwxyz'[this.typed.length % 26]
        title.insert(title.length, letter)
        this.typed += letter
      }
      await sleep(pace)
    }
  }
}

export function fail(reason) {
  console.error(reason)
  process.exit(1)
}

export const pages = JSON.parse(readFileSync(file, 'utf8')).map((seat) => new Page(seat))
export const typists = pages.filter((page) => page.step)

/** Waits for something, or gives up. @param {() => boolean} condition @param {number} seconds @param {() => string} what */
export async function until(condition, seconds, what) {
  const limit = Date.now() + seconds * 1000
  while (!condition()) {
    if (Date.now() > limit) fail(`${what()} after ${seconds} s`)
    await sleep(20)
  }
}

const away = () => pages.filter((page) => !page.back).length

/** Until the server has told everybody about their room. */
export const allIn = () => until(() => away() === 0, 120, () => `${away()} pages are not in`)

/** @param {object} line */
export const tell = (line) => console.log(JSON.stringify(line))
