// A curve as SVG, both axes logarithmic, one labelled line a server; readable on light and dark pages.
const width = 720
const height = 400
const left = 64
const right = 170
const top = 44
const bottom = 62
const lineHeight = 15

/** Ink by server: on light pages, on dark ones. */
const inks = [
  [/^werkraum/, '#0b5cb8', '#7ab8ff'],
  [/^y-websocket/, '#b34a00', '#ffa766'],
  [/^hocuspocus/, '#1d7033', '#7fd68f'],
  [/./, '#666', '#b5b5b5']
]
const inkOf = (server) => inks.findIndex(([name]) => name.test(server))
const styleOf = (index) =>
  inks.map((ink, i) => `.s${i}{stroke:${ink[index]}}.t${i}{fill:${ink[index]}}`).join('')
const style =
  `.page{fill:#fff}.ink{fill:#222}.grid{stroke:#ddd}${styleOf(1)}.line{fill:none;stroke-width:2}.late{fill:#fff;stroke-width:1.5}` +
  `@media(prefers-color-scheme:dark){.page{fill:#16181c}.ink{fill:#e4e4e4}.grid{stroke:#3a3d43}${styleOf(2)}.late{fill:#16181c}}`

const number = (value) => value.toLocaleString('en', { maximumSignificantDigits: 3 })

/** Round values of an axis: 1, 2 and 5 of each decade where that is not too many. */
function ticks(from, to) {
  const digits = to / from > 1000 ? [1] : [1, 2, 5]
  const all = []
  for (let decade = 10 ** Math.floor(Math.log10(from)); decade <= to; decade *= 10) all.push(...digits.map((digit) => digit * decade))
  return all.filter((tick) => tick >= from * 0.999 && tick <= to * 1.001)
}

/** Places of labels in order of height, none nearer to the next than a line. */
function apart(wanted) {
  const order = wanted.map((y, i) => [y, i]).sort((a, b) => a[0] - b[0])
  let last = -Infinity
  const placed = []
  for (const [y, i] of order) placed[i] = last = Math.max(y, last + lineHeight)
  return placed
}

/**
 * @param lines of each server: its name and points, each with x, y and whether it was late
 * @param axes titles of both
 */
export function plot(title, axes, lines) {
  const xs = lines.flatMap(([, points]) => points.map(({ x }) => x))
  const ys = lines.flatMap(([, points]) => points.map(({ y }) => y))
  const range = [Math.min(...xs), Math.max(...xs), Math.min(...ys) / 1.2, Math.max(...ys) * 1.2]
  const place = (value, from, to, start, end) => start + (Math.log(value / from) / Math.log(to / from)) * (end - start)
  const px = (x) => Number(place(x, range[0], range[1], left, width - right).toFixed(1))
  const py = (y) => Number(place(y, range[2], range[3], height - bottom, top).toFixed(1))
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${title}</title><style>${style}</style><rect class="page" width="${width}" height="${height}"/>`,
    `<text class="ink" x="${left}" y="22" font-size="15">${title}</text>`
  ]
  for (const x of [...new Set(xs)].sort((a, b) => a - b)) {
    svg.push(`<path class="grid" d="M${px(x)} ${top}V${height - bottom}"/><text class="ink" x="${px(x)}" y="${height - bottom + 17}" text-anchor="middle">${number(x)}</text>`)
  }
  for (const y of ticks(range[2], range[3])) {
    svg.push(`<path class="grid" d="M${left} ${py(y)}H${width - right}"/><text class="ink" x="${left - 7}" y="${py(y) + 4}" text-anchor="end">${number(y)}</text>`)
  }
  svg.push(`<text class="ink" x="${(left + width - right) / 2}" y="${height - 24}" text-anchor="middle">${axes.x}</text>`)
  svg.push(`<text class="ink" transform="translate(16 ${(top + height - bottom) / 2}) rotate(-90)" text-anchor="middle">${axes.y}</text>`)
  svg.push(`<text class="ink" x="${left}" y="${height - 7}" font-size="11">hollow: p99 of 100 ms or more</text>`)
  const wanted = apart(lines.map(([, points]) => py(points.at(-1).y) + 4))
  // The lowest may have been moved below the axis, where the figures stand.
  const lift = Math.max(0, Math.max(...wanted) - (height - bottom))
  const labels = lift > 0 ? apart(wanted.map((y) => Math.min(y, height - bottom) - lift)) : wanted
  lines.forEach(([server, points], i) => {
    const ink = inkOf(server)
    const dashes = server.includes('cores') ? ' stroke-dasharray="6 4"' : ''
    svg.push(`<polyline class="line s${ink}"${dashes} points="${points.map(({ x, y }) => `${px(x)},${py(y)}`).join(' ')}"/>`)
    for (const { x, y, late } of points) {
      svg.push(`<circle class="${late ? `late s${ink}` : `t${ink}`}" cx="${px(x)}" cy="${py(y)}" r="3.5"/>`)
    }
    svg.push(`<text class="t${ink}" x="${width - right + 10}" y="${labels[i]}">${server}</text>`)
  })
  return svg.join('\n') + '\n</svg>\n'
}
