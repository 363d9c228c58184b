// Prints figures of Yjs or ywasm in the form of EngineFigures: node engines.js yjs|ywasm FOLDER_OF_TRACES TRACE…
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'

const require = createRequire(new URL('../../test/js/', import.meta.url))
const [engine, folder, ...traces] = process.argv.slice(2)
const rounds = Number(process.env.ROUNDS ?? 15)

const Y = engine === 'yjs' ? require('yjs') : require('ywasm')
const make = () => (engine === 'yjs' ? new Y.Doc() : new Y.YDoc({}))

const readTrace = (name) => {
  const data = gunzipSync(readFileSync(`${folder}/${name}.yupd.gz`))
  const updates = []
  let at = 4
  for (let i = data.readUInt32BE(0); i > 0; i--) {
    const size = data.readUInt32BE(at)
    updates.push(new Uint8Array(data.subarray(at + 4, at + 4 + size)))
    at += 4 + size
  }
  return updates
}

const time = (name, work, times = rounds) => {
  const wall = []
  const cpu = []
  // Two seconds of processor time to warm up, as in EngineFigures.
  const used = () => (({ user, system }) => (user + system) / 1e3)(process.cpuUsage())
  const warm = used() + (times > 1 ? 2000 : 0)
  for (let i = times > 1 ? -times : 0; i < times; i++) {
    if (i === 0 && used() < warm) i = -1
    const cpuStart = used()
    const start = process.hrtime.bigint()
    const result = work()
    if (i >= 0) cpu.push(used() - cpuStart)
    const spent = Number(process.hrtime.bigint() - start) / 1e6
    if (i >= 0) wall.push(spent)
    if (engine === 'ywasm' && result?.free) result.free()
  }
  wall.sort((a, b) => a - b)
  cpu.sort((a, b) => a - b)
  console.log(`${name}-cpu`, cpu[cpu.length >> 1].toFixed(3))
  console.log(name, wall[wall.length >> 1].toFixed(3))
  console.log(`${name}-best`, wall[0].toFixed(3))
}

const applied = (updates) => {
  const doc = make()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

for (const name of traces) {
  const updates = readTrace(name)
  time(`${name}.apply`, () => applied(updates))
  const doc = applied(updates)
  const encoded = Y.encodeStateAsUpdate(doc)
  time(`${name}.encode`, () => Y.encodeStateAsUpdate(doc))
  time(`${name}.load`, () => applied([encoded]))
  // Quadratic in Yjs: once, and only where it ends at all.
  if (engine === 'yjs' && process.env.MERGE && updates.length < 100000) time(`${name}.merge`, () => Y.mergeUpdates(updates), 1)
  console.log(`${name}.size`, encoded.length)
}
