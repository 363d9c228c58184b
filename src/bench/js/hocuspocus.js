// What a delivery costs our dialect for Hocuspocus providers, beside our y-websocket dialect and a Hocuspocus server: node src/bench/js/hocuspocus.js [RESULTS]
import { readFileSync } from 'node:fs'

const COST = 'CPU µs per delivery'
const OURS = 'werkraum-hocuspocus'
const GOALS = { werkraum: 1.2, hocuspocus: 0.6 }
const NAMES = { werkraum: 'Werkraum, y-websocket', [OURS]: '**Werkraum, Hocuspocus**', hocuspocus: 'Hocuspocus' }

const [results = 'target/fanout/hocuspocus.tsv'] = process.argv.slice(2)
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
const shown = (value) => Number(value.toPrecision(3)).toLocaleString('en')

/** load → server → run → figures */
const loads = {}
for (const line of readFileSync(results, 'utf8').trim().split('\n')) {
  const [load, server, run, point, ...cells] = line.split('\t')
  if (!load.startsWith('providers') || point === 'failed') continue
  const figures = Object.fromEntries(cells.flatMap((cell, i) => (i % 2 === 0 ? [[cell, Number(cells[i + 1])]] : [])))
  const servers = (loads[load] ??= {})
  ;(servers[server] ??= {})[run] = figures
}

/** The median of the ratios of each run: only what was measured side by side compares. */
function ratio(servers, server) {
  const ratios = Object.entries(servers[server]).flatMap(([run, figures]) => {
    const ours = servers[OURS]?.[run]
    return ours ? [ours[COST] / figures[COST]] : []
  })
  return ratios.length === 0 ? '–' : `${shown(median(ratios))} × (goal ≤ ${GOALS[server]} ×)`
}

console.log('| load | server | deliveries/s | p50 ms | p99 ms | lost | CPU µs per delivery | ours : theirs |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |')
for (const [load, servers] of Object.entries(loads)) {
  for (const [server, runs] of Object.entries(servers)) {
    const cell = (name) => shown(median(Object.values(runs).map((figures) => figures[name])))
    const cells = ['deliveries/s', 'p50 ms', 'p99 ms', 'lost', COST].map(cell)
    console.log(`| \`${load}\` | ${NAMES[server] ?? server} | ${cells.join(' | ')} | ${server === OURS ? '' : ratio(servers, server)} |`)
  }
}
