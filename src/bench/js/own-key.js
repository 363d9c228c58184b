// How long one's own key takes to be painted while others type: a real page in Chromium, slowed down or not, and real y-websocket clients that write
// and move their carets. Called by own-key.sh; prints one line of JSON a measurement.
import { createRequire } from 'node:module'
const require = createRequire(new URL('../pages/package.json', import.meta.url))
const { chromium } = require('playwright-core')
const Y = require('yjs')
const { WebsocketProvider } = require('y-websocket')
const WebSocket = require('ws')

const base = process.env.BASE ?? 'http://127.0.0.1:8080'
const key = process.env.ORGANISER_KEY ?? ''
const steps = Number(process.env.STEPS ?? 60)
const seconds = Number(process.env.SECONDS_EACH ?? 12)
/** Keys a second of who is measured; each of the others types once a second. */
const RATE = 5
// Each client listens for the end of the process.
process.setMaxListeners(0)
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function call(path, body, token) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const answer = await fetch(`${base}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

async function client(room, token) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(base.replace('http', 'ws') + '/collab', room, doc, { params: { token }, WebSocketPolyfill: WebSocket, disableBc: true })
  await new Promise((resolve) => provider.once('sync', resolve))
  return { doc, provider, steps: doc.getMap('steps') }
}

function fill({ doc, steps: map }) {
  doc.transact(() => {
    for (let i = 0; i < steps; i++) {
      const id = `018f0000-0000-7000-8000-${String(i).padStart(12, '0')}`
      const step = new Y.Map()
      map.set(id, step)
      step.set('id', id)
      step.set('rank', `a${String(i).padStart(4, '0')}`)
      for (const name of ['title', 'result', 'responsible', 'contributors']) step.set(name, new Y.Text())
      step.get('title').insert(0, `Schritt ${i + 1} mit einer Überschrift von mittlerer Länge`)
      step.get('responsible').insert(0, i % 3 ? 'Hauptamt' : 'IT')
      step.set('details', new Y.XmlFragment())
      step.set('status', ['idea', 'proposed', 'agreed', 'doing'][i % 4])
      step.set('due', `2027-0${1 + (i % 9)}-15`)
      step.set('comments', new Y.Array())
      step.set('createdAt', '2026-11-30T08:00:00Z')
    }
  })
}

/** Writes one letter at the end of a title and tells the caret there, as a page does. */
function type({ steps: map, provider }, index, name) {
  const id = `018f0000-0000-7000-8000-${String(index % steps).padStart(12, '0')}`
  const title = map.get(id)?.get('title')
  if (!title) return
  if (title.length > 120) title.delete(60, 40)
  title.insert(title.length, 'abcdefghij'[Math.floor(Math.random() * 10)])
  const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(title, title.length, -1))
  provider.awareness.setLocalState({ user: { name }, caret: { field: `${id}/title`, place } })
}

/** In the page: times of own keys and of others' letters, and tasks over 50 ms. */
function watch(marked) {
  const keys = []
  const long = []
  const seen = []
  const channel = new MessageChannel()
  const painted = []
  channel.port1.onmessage = () => {
    const now = performance.now()
    for (const at of painted.splice(0)) keys.push(now - at)
  }
  let down = 0
  addEventListener('keydown', (event) => (down = event.timeStamp), true)
  addEventListener('input', () => {
    const at = down
    requestAnimationFrame(() => {
      painted.push(at)
      channel.port2.postMessage(null)
    })
  })
  new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' })
  const field = document.querySelector(`[data-step="${marked}"] .step-title`)
  let last = field?.value
  const look = () => {
    if (field && field.value !== last) {
      last = field.value
      channel.port2.postMessage(null)
      seen.push([Date.now(), last.length])
    }
    requestAnimationFrame(look)
  }
  look()
  window.felt = { keys, long, seen }
}

const quantile = (values, q) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.length ? Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] * 10) / 10 : null
}

async function measure({ typists, slowed }) {
  const organiser = (await call('/login', { key })).token
  const room = await call('/rooms', { title: 'Probe', language: 'de' }, organiser)
  const join = (name) => call('/join', { code: room.codes.participant, name })
  const others = await Promise.all(Array.from({ length: Math.max(1, typists) }, async (_, i) => client(room.id, (await join(`Person ${i}`)).token)))
  fill(others[0])
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'de-DE' })).newPage()
  await page.goto(`${base}/#${room.codes.participant}`)
  await page.locator('input[name=name], #name').first().fill('Anna')
  await page.keyboard.press('Enter')
  await page.waitForFunction((n) => document.querySelectorAll('.step').length === n, steps)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  const marked = `018f0000-0000-7000-8000-${String(3).padStart(12, '0')}`
  await page.evaluate(watch, marked)
  let busy = true
  const told = []
  const work = others.slice(0, typists).map(async (other, i) => {
    await sleep(Math.random() * 1000)
    for (let n = 0; busy; n++) {
      // The first one's letters are waited for; nobody else writes there.
      const at = i === 0 ? 3 : [5 + ((i * 7 + Math.floor(n / 8)) % (steps - 5))][0]
      type(other, at, `Person ${i}`)
      if (i === 0) told.push([Date.now(), other.steps.get(marked).get('title').length])
      await sleep(500 + Math.random() * 1000)
    }
  })
  const title = page.locator('.step-title').nth(1)
  await title.focus()
  await page.keyboard.press('End')
  await sleep(2000)
  const result = { typists, slowed }
  await page.evaluate(() => { felt.keys.length = 0; felt.long.length = 0 })
  const until = Date.now() + seconds * 1000
  let due = Date.now()
  let written = 0
  while (Date.now() < until) {
    due += 1000 / RATE
    // Not waited for: a key comes when it is pressed, not when the page is ready for it.
    void session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'x', code: 'KeyX', text: 'x' })
    void session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'x', code: 'KeyX' })
    if (++written % 60 === 0) void session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: ' ', code: 'Space', text: ' ' })
    await sleep(Math.max(0, due - Date.now()))
  }
  await sleep(1500)
  const felt = await page.evaluate(() => ({ keys: felt.keys, long: felt.long, seen: felt.seen }))
  result.keys = felt.keys.length
  result.ownP50 = quantile(felt.keys, 0.5)
  result.ownP95 = quantile(felt.keys, 0.95)
  result.longTyping = felt.long.length
  result.longest = Math.round(Math.max(0, ...felt.long))
  const late = told.flatMap(([at, length]) => {
    const found = felt.seen.find(([when, shown]) => when >= at && shown === length)
    return found ? [found[0] - at] : []
  })
  result.othersP50 = quantile(late, 0.5)
  result.othersP95 = quantile(late, 0.95)
  result.others = `${late.length}/${told.length}`
  Object.assign(result, await acts(page))
  busy = false
  await Promise.all(work)
  await browser.close()
  others.forEach(({ provider }) => provider.destroy())
  return result
}

/** Tasks over 50 ms while scrolling, filtering and opening a step, and the longest, with the others going on. */
async function acts(page) {
  const result = {}
  const over = async (name, act) => {
    await page.evaluate(() => (felt.long.length = 0))
    await act()
    await page.waitForTimeout(600)
    const long = await page.evaluate(() => felt.long)
    result[name] = `${long.length}:${Math.round(Math.max(0, ...long))}`
  }
  await over('scroll', async () => {
    await page.mouse.move(400, 400)
    for (let i = 0; i < 20; i++) await page.mouse.wheel(0, 200)
  })
  await over('open', () => page.evaluate(() => document.querySelectorAll('.step .toggle')[30].click()))
  await over('filter', () => page.evaluate(() => document.querySelectorAll('.filters button, .filter button, [data-filter]')[2]?.click()))
  return result
}

for (const slowed of (process.env.SLOWED ?? '1,4').split(',').map(Number))
  for (const typists of (process.env.TYPISTS ?? '0,40').split(',').map(Number)) console.log(JSON.stringify(await measure({ typists, slowed })))
process.exit(0)
