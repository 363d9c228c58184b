// Runs this engine, Yjs and ywasm on the same files by turns and prints the medians over all turns as a Markdown table.
// From the project's folder: node src/bench/js/compare.js CLASSPATH [TURNS] [FOLDER_OF_TRACES]
import { execFileSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'

const [classpath, turns = '3', folder = 'src/test/resources/traces'] = process.argv.slice(2)
const traces = ['automerge-paper', 'friendsforever']
const env = { ...process.env }

const engines = {
  Werkraum: () => ['java', ['-Xms1g', '-Xmx1g', '-cp', classpath, 'de.werkraum.crdt.EngineFigures', ...traces]],
  Yjs: (turn) => ['node', ['src/bench/js/engines.js', 'yjs', folder, ...traces], turn === 0 ? { MERGE: '1' } : {}],
  ywasm: () => ['node', ['src/bench/js/engines.js', 'ywasm', folder, ...traces]]
}

const figures = {}
for (let turn = 0; turn < Number(turns); turn++) {
  for (const [engine, command] of Object.entries(engines)) {
    const [program, args, more] = command(turn)
    const lines = execFileSync(program, args, { env: { ...env, ...more }, encoding: 'utf8' }).trim().split('\n')
    for (const [name, value] of lines.map((line) => line.split(' '))) {
      ;((figures[name] ??= {})[engine] ??= []).push(Number(value))
    }
  }
}

const median = (values) => values?.sort((a, b) => a - b)[values.length >> 1]
const shown = (value) => (value === undefined ? '–' : value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 }))
const ratio = (theirs, ours) => (theirs === undefined || ours === undefined ? '–' : (theirs / ours).toFixed(1))

console.log(`${cpus().length} × ${cpus()[0].model}, load ${loadavg().map((l) => l.toFixed(1)).join(' ')}, Node ${process.version}\n`)
console.log('| figure | Werkraum | Yjs | ywasm | Yjs : ours | ywasm : ours |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
for (const [name, by] of Object.entries(figures)) {
  const [ours, yjs, ywasm] = Object.keys(engines).map((engine) => median(by[engine]))
  console.log(`| ${name} | ${shown(ours)} | ${shown(yjs)} | ${shown(ywasm)} | ${ratio(yjs, ours)} | ${ratio(ywasm, ours)} |`)
}
