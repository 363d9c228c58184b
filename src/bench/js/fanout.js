// What target/fanout/results.tsv holds: medians over the runs as a Markdown table, and the curves as SVG.
// From the project's folder: node src/bench/js/fanout.js [RESULTS] [FOLDER_OF_PICTURES]
import { readFileSync, writeFileSync } from 'node:fs'

const [results = 'target/fanout/results.tsv', pictures = 'src/docs/images'] = process.argv.slice(2)
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
const shown = (value) =>
  value === undefined ? '–' : value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 })

/** load → server → point → figure → values of the runs */
const loads = new Map()
const at = (map, key, make) => map.get(key) ?? (map.set(key, make()), map.get(key))
for (const line of readFileSync(results, 'utf8').trim().split('\n')) {
  const [load, server, , point, ...figures] = line.split('\t')
  const values = at(at(at(loads, load, () => new Map()), server, () => new Map()), point, () => new Map())
  for (let i = 0; i < figures.length; i += 2) at(values, figures[i], () => []).push(Number(figures[i + 1]))
}

for (const [load, servers] of loads) {
  const names = [...new Set([...servers.values()].flatMap((points) => [...points.values()].flatMap((values) => [...values.keys()])))]
  console.log(`\n### ${load}\n\n| server | ${names.join(' | ')} |\n| --- |${' ---: |'.repeat(names.length)}`)
  for (const [server, points] of servers) {
    for (const [point, values] of points) {
      const cells = names.map((name) => (values.has(name) ? shown(median(values.get(name))) : '–'))
      console.log(`| ${server}${point && `, ${point}`} | ${cells.join(' | ')} |`)
    }
  }
}

const colours = ['#1b5e9b', '#c2571a', '#3d7a3d', '#777777']
const width = 640
const height = 360
const left = 70
const right = 150
const top = 30
const bottom = 50

/** Both axes logarithmic. */
function curve(load, title, unit) {
  const figure = 'CPU µs per delivery'
  const lines = [...(loads.get(load) ?? [])].map(([server, points]) => [
    server,
    [...points].filter(([, values]) => median(values.get('lost')) === 0).map(([x, values]) => [Number(x), median(values.get(figure))])
  ])
  const all = lines.flatMap(([, points]) => points).filter(([, y]) => y > 0)
  if (all.length === 0) return
  const range = (values) => [10 ** Math.floor(Math.log10(Math.min(...values))), 10 ** Math.ceil(Math.log10(Math.max(...values)))]
  const [x0, x1] = range(all.map(([x]) => x))
  const [y0, y1] = range(all.map(([, y]) => y))
  const place = (value, from, to, start, end) => start + (Math.log10(value / from) / Math.log10(to / from)) * (end - start)
  const px = (x) => place(x, x0, x1, left, width - right).toFixed(1)
  const py = (y) => place(y, y0, y1, height - bottom, top).toFixed(1)
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${title}</title><rect width="${width}" height="${height}" fill="#fff"/><text x="${left}" y="18" font-size="14">${title}</text>`
  ]
  for (let x = x0; x <= x1; x *= 10) {
    svg.push(`<path d="M${px(x)} ${top}V${height - bottom}" stroke="#ddd"/><text x="${px(x)}" y="${height - bottom + 16}" text-anchor="middle">${shown(x)}</text>`)
  }
  for (let y = y0; y <= y1 * 1.001; y *= 10) {
    svg.push(`<path d="M${left} ${py(y)}H${width - right}" stroke="#ddd"/><text x="${left - 6}" y="${Number(py(y)) + 4}" text-anchor="end">${shown(y)}</text>`)
  }
  svg.push(`<text x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle">${unit}</text>`)
  svg.push(`<text transform="translate(16 ${(top + height - bottom) / 2}) rotate(-90)" text-anchor="middle">processor time per delivery, µs</text>`)
  lines.forEach(([server, points], i) => {
    const dots = points.filter(([, y]) => y > 0).map(([x, y]) => `${px(x)},${py(y)}`)
    svg.push(`<polyline fill="none" stroke="${colours[i % colours.length]}" stroke-width="2" points="${dots.join(' ')}"/>`)
    svg.push(...dots.map((dot) => `<circle cx="${dot.split(',')[0]}" cy="${dot.split(',')[1]}" r="3" fill="${colours[i % colours.length]}"/>`))
    svg.push(`<text x="${width - right + 12}" y="${top + 16 + 18 * i}" fill="${colours[i % colours.length]}">${server}</text>`)
  })
  writeFileSync(`${pictures}/fanout-${load}.svg`, svg.join('\n') + '\n</svg>\n')
}

curve('clients', 'One room, 4 writers, 40 updates a second', 'clients in the room')
curve('rates', 'One room of 100, 4 writers', 'updates a second')
