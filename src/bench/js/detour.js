// Pages of one room that write and hear each other, by WebSockets or by the detour of requests. Called by detour.sh (DetourLoad); prints a line of JSON when they
// begin to write, and one with what was heard after SECONDS_EACH.
import { allIn, pages, sleep, tell, typists, until } from './pages.js'

const seconds = Number(process.env.SECONDS_EACH ?? 15)
/** Between two letters of a typist, in milliseconds. */
const PACE = 250
let resting = false

const sum = (count) => pages.reduce((all, page) => all + count(page), 0)

await allIn()
await until(() => pages.every(({ doc }) => doc.getMap('steps').size > 0), 30, () => 'a plan has not come')
for (const page of pages) page.listen()
for (const page of typists) void page.type(PACE, () => resting)
await sleep(3000)
const before = sum(({ heard }) => heard)
tell({ begun: pages.length, detour: pages.every(({ connection }) => connection.link.detour) })
await sleep(seconds * 1000)
tell({ heard: sum(({ heard }) => heard) - before })
resting = true
const wanted = () => sum(({ typed }) => typed.length) * (pages.length - 1)
await until(() => sum(({ heard }) => heard) >= wanted(), 30, () => 'letters are missing')
process.exit(0)
