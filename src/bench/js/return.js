// Many pages of a workshop, each with the connection that the page has in a browser. Called by return.sh (ReturnLoad), which says on the input when the
// server is killed; prints a line of JSON when all are in, and one after each kill once all are back and everything that was typed is saved.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { load } from '../../test/js/pages.js'

const WebSocket = createRequire(new URL('../pages/package.json', import.meta.url))('ws')
const [base, file] = process.argv.slice(2)
/** Between two letters of a typist, in milliseconds. */
const PACE = 1000
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const { host, protocol } = new URL(base)
const quiet = { addEventListener: () => {}, removeEventListener: () => {} }
Object.assign(globalThis, { navigator: { onLine: true }, location: { host, protocol, search: '' }, document: { ...quiet, documentElement: {}, visibilityState: 'visible' }, ...quiet })
/** As a browser's, whose errors need nobody to hear of them. */
globalThis.WebSocket = class extends WebSocket {
  constructor(...address) {
    super(...address)
    this.on('error', () => {})
  }
}
// Nobody looks: frames come by the clock.
globalThis.requestAnimationFrame = (paint) => setTimeout(paint, 16)
// Nothing is kept: each page is one of another device.
globalThis.sessionStorage = { getItem: () => null, setItem: () => {}, removeItem: () => {} }
const relative = globalThis.fetch
globalThis.fetch = (path, options) => relative(new URL(path, base), options)
process.setMaxListeners(0)
// The bundle is an address of half a megabyte, which a trace would repeat.
process.on('uncaughtException', ({ message }) => fail(message))

const { Y, Connection } = await load('connection/connection.js')

class Page {
  back = 0
  typed = ''

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

  get saved() {
    return !this.connection.holdsUnsaved
  }

  async type() {
    await sleep(Math.random() * PACE)
    for (;;) {
      const title = this.doc.getMap('steps').get(this.step)?.get('title')
      if (title && !resting) {
        const letter = 'abcdefghijklmnopqrstuvwxyz'[this.typed.length % 26]
        title.insert(title.length, letter)
        this.typed += letter
      }
      await sleep(PACE)
    }
  }
}

function fail(reason) {
  console.error(reason)
  process.exit(1)
}

const seats = JSON.parse(readFileSync(file, 'utf8'))
let resting = true
const pages = seats.map((seat) => new Page(seat))
const typists = pages.filter((page) => page.step)

async function until(condition, seconds, what) {
  const limit = Date.now() + seconds * 1000
  while (!condition()) {
    if (Date.now() > limit) fail(`${what()} after ${seconds} s`)
    await sleep(20)
  }
}

const away = () => pages.filter((page) => !page.back).length
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]

/** What the server says now, beside what was typed: letters that are missing or there twice make them differ. */
async function differing() {
  let count = 0
  for (const { room, token, step, typed } of typists) {
    const answer = await fetch(`/api/v1/rooms/${room}/plan`, { headers: { authorization: `Bearer ${token}` } })
    const plan = await answer.json()
    if (plan.steps.find(({ id }) => id === step)?.title !== typed) count++
  }
  return count
}

async function killed() {
  const start = Date.now()
  for (const page of pages) page.back = 0
  await until(() => away() === 0, 120, () => `${away()} pages are not back`)
  const times = pages.map((page) => page.back - start).sort((a, b) => a - b)
  resting = true
  await until(() => typists.every((page) => page.saved), 60, () => 'something is not saved')
  const saved = Date.now() - start
  const wrong = await differing()
  console.log(JSON.stringify({ pages: pages.length, typists: typists.length, p50: at(times, 0.5), p95: at(times, 0.95), last: times.at(-1), saved, wrong }))
  resting = false
}

await until(() => away() === 0, 120, () => `${away()} pages did not come in`)
resting = false
for (const page of typists) void page.type()
console.log(JSON.stringify({ in: pages.length }))
createInterface({ input: process.stdin }).on('line', () => void killed()).on('close', () => process.exit(0))
