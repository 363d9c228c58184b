// What target/fanout/results.tsv holds: medians over the runs as Markdown tables, and the curves as SVG.
// From the project's folder: node src/bench/js/fanout.js [RESULTS[,RESULTS…]] [FOLDER_OF_PICTURES]
import { readFileSync, writeFileSync } from 'node:fs'
import { plot } from './plot.js'

const [results = 'target/fanout/results.tsv', pictures = 'src/docs/images'] = process.argv.slice(2)
const COST = 'CPU µs per delivery'
const P99 = 'p99 ms'
const LATE_MS = 100
/** What the servers are compared by, where it is not the cost. */
const COMPARED = {
  highest: 'deliveries/s',
  'groups-highest': 'deliveries/s',
  quiet: 'p50 ms',
  join: 'CPU ms per join',
  'join-large': 'CPU ms per join',
  idle: 'resident bytes each',
  screens: P99
}
const CURVES = {
  clients: ['One room, 4 writers, 40 updates a second', 'clients in the room'],
  rates: ['One room of 100, 4 writers', 'updates a second']
}
/** Of these the worst run counts. */
const WORST = /lost|ended/

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
const shown = (value) => value.toLocaleString('en', { maximumSignificantDigits: Math.abs(value) < 100 ? 3 : 20, maximumFractionDigits: Math.abs(value) < 100 ? 3 : 0 })
const row = (cells) => `| ${cells.join(' | ')} |`
const table = (heads, rows) => [row(heads), row(heads.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n')

/** load → "server TAB point" → run → figures */
const loads = new Map()
const at = (map, key, make) => map.get(key) ?? (map.set(key, make()), map.get(key))
for (const line of results.split(',').flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))) {
  const [load, server, run, point, ...cells] = line.split('\t')
  const figures = new Map()
  for (let i = 0; i < cells.length; i += 2) figures.set(cells[i], Number(cells[i + 1]))
  at(at(loads, load, () => new Map()), `${server}\t${point}`, () => new Map()).set(run, figures)
}

function middle(runs, name) {
  const values = [...runs.values()].filter((figures) => figures.has(name)).map((figures) => figures.get(name))
  if (values.length === 0) return undefined
  return WORST.test(name) ? Math.max(...values) : median(values)
}

/** Ours by theirs: the median of the ratios of each run, since only what was measured side by side compares. */
function ratio(ours, runs, name) {
  const ratios = [...runs].filter(([run, figures]) => figures.get(name) > 0 && ours?.get(run)?.has(name)).map(([run, figures]) => ours.get(run).get(name) / figures.get(name))
  return ratios.length ? `${shown(Number(median(ratios).toFixed(2)))} ×` : ''
}

function side(load, rows) {
  const names = [...new Set([...rows.values()].flatMap((runs) => [...runs.values()].flatMap((figures) => [...figures.keys()])))]
  const told = names.filter((name) => !WORST.test(name) || [...rows.values()].some((runs) => middle(runs, name) > 0))
  const compared = COMPARED[load] ?? COST
  const lines = [...rows].map(([key, runs]) => {
    const [server, point] = key.split('\t')
    const own = [...rows].find(([other]) => other.startsWith('werkraum') && other.endsWith(`\t${point}`))
    const cells = told.map((name) => middle(runs, name)).map((value) => (value === undefined ? '–' : shown(value)))
    return [server, point, ...cells, server.startsWith('werkraum') ? '' : ratio(own?.[1], runs, compared), runs.size]
  })
  const heads = ['server', '', ...told, `ours : theirs, ${compared}`, 'runs']
  // A load that has no peers has nothing to compare, one without points no points.
  const filled = heads.map((head, i) => head === 'server' || lines.some((cells) => cells[i] !== ''))
  return table(heads.filter((_, i) => filled[i]), lines.map((cells) => cells.filter((_, i) => filled[i])))
}

/** Points by server: of those at which nothing was lost. */
function curve(rows) {
  const lines = new Map()
  for (const [key, runs] of rows) {
    const [server, point] = key.split('\t')
    if (middle(runs, 'lost') === 0) {
      at(lines, server, () => []).push({ x: Number(point), y: middle(runs, COST), late: middle(runs, P99) >= LATE_MS, p99: middle(runs, P99) })
    }
  }
  return [...lines].map(([server, points]) => [server, points.sort((a, b) => a.x - b.x)])
}

function points(load, rows) {
  const [title, unit] = CURVES[load]
  const lines = curve(rows)
  writeFileSync(`${pictures}/fanout-${load}.svg`, plot(title, { x: unit, y: 'processor time per delivery, µs' }, lines))
  const xs = [...new Set(lines.flatMap(([, all]) => all.map(({ x }) => x)))].sort((a, b) => a - b)
  const cells = (all) => xs.map((x) => all.find((point) => point.x === x)).map((point) => (point ? `${shown(point.y)} (${shown(point.p99)})` : '–'))
  const runs = (server) => Math.max(...[...rows].filter(([key]) => key.startsWith(`${server}\t`)).map(([, all]) => all.size))
  return table([`${COST} (${P99}) at so many ${unit}`, 'runs', ...xs.map(shown)], lines.map(([server, all]) => [server, runs(server), ...cells(all)]))
}

for (const [load, rows] of loads) {
  console.log(`\n### ${load}\n\n${load in CURVES ? points(load, rows) : side(load, rows)}`)
}
