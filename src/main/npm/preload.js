// Writes the list of modules a page needs at once into its head (modulepreload): without it a browser learns of each only when it has read
// the one before, and every level of imports costs a round trip. `node preload.js` writes, `node preload.js --check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const webroot = join(dirname(fileURLToPath(import.meta.url)), '../../../webroot')
/** The pages, each with the module it begins with. */
const PAGES = {
  'index.html': '/app/join/main.js',
  'room.html': '/app/room/main.js',
  'screen.html': '/app/screen/main.js',
  'organise.html': '/app/organise/main.js'
}
const IMPORT = /^\s*(?:import|export)\b[^'";]*?from '([^']+)'|^\s*import '([^']+)'/gm
const BLOCK = /(?:<link rel="modulepreload" href="[^"]*">\n)*(?=<script type="module")/

/** @param {string} file @param {Set<string>} seen modules in the order of their discovery */
function follow(file, seen) {
  if (seen.has(file)) return seen
  seen.add(file)
  // Bundled libraries tell their parts only to the bundler.
  if (file.startsWith('/vendor/')) return seen
  const source = readFileSync(join(webroot, file), 'utf8')
  for (const [, from, bare] of source.matchAll(IMPORT)) {
    const to = from ?? bare
    follow(to.startsWith('/') ? to : posix.join(posix.dirname(file), to), seen)
  }
  return seen
}

let stale = false
for (const [page, entry] of Object.entries(PAGES)) {
  const path = join(webroot, page)
  const html = readFileSync(path, 'utf8')
  const modules = [...follow(entry, new Set())].filter((file) => file !== entry)
  const links = modules.map((file) => `<link rel="modulepreload" href="${file}">\n`).join('')
  const wanted = html.replace(BLOCK, () => links)
  if (wanted === html) continue
  stale = true
  if (process.argv.includes('--check'))
    console.error(`${page}: its preload list is stale, run "npm run preload" in src/main/npm`)
  else writeFileSync(path, wanted)
}
if (stale && process.argv.includes('--check')) process.exit(1)
