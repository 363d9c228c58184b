// Many pages whose server is killed. Called by return.sh (ReturnLoad), which says on the input when it is; prints a line of JSON when all are in, and one after
// each kill once all are back and everything that was typed is saved.
import { createInterface } from 'node:readline'
import { allIn, pages, tell, typists, until } from './pages.js'

/** Between two letters of a typist, in milliseconds. */
const PACE = 1000
let resting = true

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
  await allIn()
  const times = pages.map((page) => page.back - start).sort((a, b) => a - b)
  resting = true
  await until(() => typists.every((page) => page.saved), 60, () => 'something is not saved')
  const saved = Date.now() - start
  tell({ pages: pages.length, typists: typists.length, p50: at(times, 0.5), p95: at(times, 0.95), last: times.at(-1), saved, wrong: await differing() })
  resting = false
}

await allIn()
resting = false
for (const page of typists) void page.type(PACE, () => resting)
tell({ in: pages.length })
createInterface({ input: process.stdin }).on('line', () => void killed()).on('close', () => process.exit(0))
