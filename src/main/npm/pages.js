// Makes what browsers get from what is in webroot: a page's modules become few files whose names tell their content, its style sheets one,
// and each is there compressed. `node pages.js FOLDER LICENCES` writes FOLDER/pages.json (what is served at which path) and FOLDER/files;
// LICENCES is where Maven has put what it knows of the jar's parts, and gets the page of licences once more, to lie beside packages.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { licences } from './licences.js'

const here = dirname(fileURLToPath(import.meta.url))
const webroot = join(here, '../../../webroot')
const TYPES = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.svg': 'image/svg+xml'
}
/** Below this, a compressed copy is not worth its header. */
const WORTH_COMPRESSING = 200
/** Style sheets that parts of pages load by themselves, so that they are in no page's own. */
const PART_SHEETS = ['/styles/cards.css']
/** Pages that must need a module for all pages to load it; of the page where all begin, every module that another needs too. */
const COMMON = 3
const FIRST = 'app/join/main.js'
/** What all pages of organisers need. */
const ORGANISING = 'app/organise/attempt.js'
const AT_ONCE = 'import-statement'
const LATER = 'dynamic-import'
/** What only pages with a live plan need. */
const YJS = 'yjs.js'
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>\n?/
/** Where the page of licences has its list. */
const LIST = /<!-- licences: .*-->/
const SHEET = /<link rel="stylesheet" href="([^"]+)"(?: media="([^"]+)")?>\n/g

const [, , folder, known] = process.argv
if (folder === undefined || known === undefined) throw new Error('node pages.js FOLDER LICENCES')

/** What is served: path → where its bytes lie, and how. @type {Record<string, {file: string, type: string, forever: boolean, br?: string, gz?: string, etag: string}>} */
const served = {}

/** @param {string | Uint8Array} content */
function hash(content) {
  return createHash('sha256').update(content).digest('base64url').slice(0, 10)
}

/** @param {string} path @param {string | Uint8Array} content @param {boolean} forever whether the path tells the content */
function serve(path, content, forever) {
  const bytes = Buffer.from(content)
  const name = `${hash(bytes)}-${basename(path)}`
  const entry = { file: name, type: TYPES[extname(path)] ?? 'application/octet-stream', forever, etag: hash(bytes) }
  writeFileSync(join(folder, 'files', name), bytes)
  if (bytes.length > WORTH_COMPRESSING) {
    const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
    writeFileSync(join(folder, 'files', `${name}.br`), br)
    writeFileSync(join(folder, 'files', `${name}.gz`), gzipSync(bytes, { level: 9 }))
    Object.assign(entry, { br: `${name}.br`, gz: `${name}.gz` })
  }
  served[path] = entry
}

/** Serves a file under a name that tells its content. @param {string} file below webroot @returns its path */
function hashed(file) {
  const content = readFileSync(join(webroot, file))
  const path = `/assets/${basename(file, extname(file))}-${hash(content)}${extname(file)}`
  serve(path, content, true)
  return path
}

/**
 * Absolute paths of the sources are below webroot; the libraries come straight from their packages, so that only what is used is taken.
 *
 * @param {(path: string) => string[]} beside modules to be loaded with one that begins a file
 */
function sources(beside) {
  return {
    name: 'sources',
    setup(/** @type {import('esbuild').PluginBuild} */ bundler) {
      bundler.onResolve({ filter: /^\/vendor\// }, ({ path }) => ({ path: join(here, basename(path)) }))
      bundler.onResolve({ filter: /^\/(app|styles)\// }, ({ path }) => ({ path: join(webroot, path) }))
      bundler.onLoad({ filter: /webroot\/app\/texts\/.*\.js$/ }, ({ path }) => ({ contents: texts(path) }))
      bundler.onLoad({ filter: /webroot\/app\/.*\.js$/ }, ({ path }) => {
        const also = beside(path).map((module) => `import ${JSON.stringify(module)}\n`)
        const source = naming(readFileSync(path, 'utf8'), "'")
        return { contents: also.join('') + (path.endsWith('/app/i18n.js') ? joining(source) : source) }
      })
    }
  }
}

/** Lets what names a file in quotes name the path at which it is served. @param {string} text @param {string} quote */
function naming(text, quote) {
  return [...renamed].reduce((named, [file, path]) => named.replaceAll(quote + file + quote, quote + path + quote), text)
}

/** Sections of texts that come with another, since pages need them together. @type {Record<string, string>} */
const WITH = { join: 'common', poll: 'room' }

/** Lets the page ask for the section that a section comes with. @param {string} source */
function joining(source) {
  const asked = '`./texts/${section}.${language}.js`'
  if (!source.includes(asked)) throw new Error('app/i18n.js loads texts in another way now')
  return source.replace(asked, `\`./texts/\${${JSON.stringify(WITH)}[section] ?? section}.\${language}.js\``)
}

/** A section of texts with those that come with it: each is a module with one object. @param {string} path */
function texts(path) {
  const [section, language] = basename(path).split('.')
  const sections = [section, ...Object.keys(WITH).filter((other) => WITH[other] === section)]
  const constants = sections.map((name) =>
    readFileSync(join(dirname(path), `${name}.${language}.js`), 'utf8').replace('export default', `const ${name}Texts =`)
  )
  return `${constants.join('\n')}\nexport default { ${sections.map((name) => `...${name}Texts`).join(', ')} }\n`
}

/** @param {import('esbuild').BuildOptions} options @param {(path: string) => string[]} [beside] */
function bundle(options, beside = () => []) {
  return build({
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    target: 'es2022',
    outdir: '/assets',
    outbase: webroot,
    logLevel: 'warning',
    legalComments: 'none',
    plugins: [sources(beside)],
    ...options
  })
}

/**
 * The bundler makes a file of each set of modules that the same beginnings (pages, and what they load later) need: a dozen small ones a page. So
 * what several pages need is loaded by every beginning, and what a page shares with its later parts by these all: two files instead.
 *
 * @param {import('esbuild').BuildOptions} options
 */
async function inFewFiles(options) {
  const beside = besideBeginnings((await bundle(options)).metafile.inputs)
  return bundle(options, (path) => beside(key(path)).map((other) => resolve(other)))
}

/** A source's name in what the bundler tells. @param {string} path */
function key(path) {
  return relative(process.cwd(), path)
}

/** @param {import('esbuild').Metafile['inputs']} inputs @returns {(module: string) => string[]} what is loaded with a module that begins a file */
function besideBeginnings(inputs) {
  const pages = new Map(begins.map((begin) => [key(begin), reach(inputs, [key(begin)], AT_ONCE)]))
  const all = [...pages.keys()]
  /** How many of these pages need a module at once. @param {string[]} some @param {string} module */
  const count = (some, module) => some.filter((page) => pages.get(page)?.has(module)).length
  const first = [key(join(webroot, FIRST))]
  /** Those with a live plan, and those without. */
  const lively = all.filter((page) => count([page], YJS) > 0)
  const still = all.filter((page) => !lively.includes(page))
  const organisers = still.filter((page) => count([page], key(join(webroot, ORGANISING))) > 0)

  const whole = (/** @type {string[]} */ some) => reach(inputs, some, AT_ONCE, LATER)
  const [ofLively, ofStill, ofOrganisers] = [lively, still, organisers].map(whole)
  const ofOthers = whole(all.filter((page) => !organisers.includes(page)))
  const later = parts(inputs)
  // what parts of other pages need is no business of a page with a live plan
  const inParts = reach(inputs, [...later].filter((part) => ofLively.has(part)), AT_ONCE)

  // Libraries are large: what brings one along that some of these pages do without stays with those who use it, however many they are.
  const heavy = (/** @type {string} */ module, /** @type {string[]} */ some) =>
    [...reach(inputs, [module], AT_ONCE)].some((needed) => dirname(needed) === '.' && count(some, needed) < some.length)
  const ours = [...new Set([...pages.values()].flatMap((page) => [...page]))].filter(
    (module) => module.endsWith('.js') && !/node_modules|\*/.test(module)
  )
  const common = ours.filter(
    (module) =>
      !heavy(module, first) &&
      // what only organisers' pages need is no business of who joins, however many of those there are
      count([...first, ...lively], module) > 0 &&
      (count(all, module) >= COMMON || (count(all, module) > 1 && count(first, module) > 0))
  )
  const shareable = ours.filter((module) => !later.has(module) && !common.includes(module))
  const live = shareable.filter(
    (module) =>
      !heavy(module, lively) &&
      // what only parts need, and another page too, would become a file of its own, and a trip more
      (count(lively, module) > 1 || (inParts.has(module) && count(still, module) === 0))
  )
  // what organisers' pages share comes as one file as well, to them alone
  const organised = shareable.filter((module) => !ofOthers.has(module) && count(organisers, module) > 1)
  // and what they share with parts of rooms: whichever part needs one of these modules gets all, or each would be a file of its own
  const both = shareable.filter((module) => inParts.has(module) && !live.includes(module) && !heavy(module, organisers) && count(organisers, module) > 1)
  const needsBoth = (/** @type {string} */ module) => both.some((other) => reach(inputs, [module], AT_ONCE).has(other))

  return (module) => {
    if (!pages.has(module) && !later.has(module)) return []
    const also = organisers.includes(module) || needsBoth(module) ? both : []
    if (!ofStill.has(module)) return [...common, ...live, ...also]
    return ofOrganisers.has(module) && !ofOthers.has(module) ? [...common, ...organised, ...also] : [...common, ...also]
  }
}

/** What pages load when they need it: texts aside, parts of them. @param {import('esbuild').Metafile['inputs']} inputs */
function parts(inputs) {
  const imports = Object.values(inputs).flatMap((input) => input.imports)
  return new Set(imports.filter(({ kind, path }) => kind === LATER && !path.includes('/texts/')).map(({ path }) => path))
}

/** What is loaded with modules by imports of these kinds. @param {import('esbuild').Metafile['inputs']} inputs @param {string[]} from @param {...string} kinds */
function reach(inputs, from, ...kinds) {
  const seen = new Set(from)
  for (const module of seen) {
    for (const { path, kind } of inputs[module]?.imports ?? []) if (kinds.includes(kind)) seen.add(path)
  }
  return seen
}

/** What a module asks for at once, itself first. @param {import('esbuild').Metafile} meta @param {string} output @param {Set<string>} seen */
function needs(meta, output, seen = new Set()) {
  if (!seen.has(output)) {
    seen.add(output)
    for (const { path, kind } of meta.outputs[output]?.imports ?? []) {
      if (kind === 'import-statement') needs(meta, path, seen)
    }
  }
  return seen
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(join(folder, 'files'), { recursive: true })
/** What modules and pages name: path of the source → path that is served. */
const renamed = new Map(['icons.svg', 'mark.svg'].map((file) => [`/${file}`, hashed(file)]))
for (const sheet of PART_SHEETS) renamed.set(sheet, await style('part', [`@import "${sheet}";`]))

const pages = readdirSync(webroot).filter((file) => file.endsWith('.html'))
const html = new Map(pages.map((page) => [page, readFileSync(join(webroot, page), 'utf8')]))
html.set('licences.html', (html.get('licences.html') ?? '').replace(LIST, () => licences(known)))
const entries = new Map([...html].map(([page, text]) => [page, SCRIPT.exec(text)?.[1]]))

const begins = [...new Set(entries.values())].filter((entry) => entry !== undefined).map((entry) => join(webroot, entry))
const scripts = await inFewFiles({
  entryPoints: begins,
  entryNames: '[dir]-[hash]',
  chunkNames: '[name]-[hash]',
  splitting: true,
  format: 'esm'
})
for (const file of scripts.outputFiles) serve(file.path, file.contents, true)

/** Serves several sheets as one. @param {string} name @param {string[]} sheets lines that import them @returns {Promise<string>} its path */
async function style(name, sheets) {
  const [sheet] = (await bundle({ stdin: { contents: sheets.join('\n'), loader: 'css', resolveDir: webroot } })).outputFiles
  if (sheet === undefined) throw new Error(`no style comes of ${sheets}`)
  const path = `/assets/${name}-${hash(sheet.contents)}.css`
  serve(path, sheet.contents, true)
  return path
}

/** @param {string | undefined} entry the source of a page's first module @returns {string[]} the files it needs at once, its own first */
function modules(entry) {
  const outputs = Object.entries(scripts.metafile.outputs)
  const own = outputs.find(([, output]) => output.entryPoint !== undefined && entry !== undefined && output.entryPoint.endsWith(`webroot${entry}`))
  return own === undefined ? [] : [...needs(scripts.metafile, own[0])].map((path) => resolve(path))
}

for (const [page, text] of html) {
  const sheets = [...text.matchAll(SHEET)].map(([, path, media]) => `@import "${path}"${media ? ` ${media}` : ''};`)
  // pages with the same sheets share a file
  const sheet = sheets.length === 0 ? undefined : await style('style', sheets)
  const [own, ...more] = modules(entries.get(page))
  let first = true
  const made = text
    .replaceAll(SHEET, () => {
      const link = first && sheet !== undefined ? `<link rel="stylesheet" href="${sheet}">\n` : ''
      first = false
      return link
    })
    .replace(SCRIPT, () =>
      [...more.map((path) => `<link rel="modulepreload" href="${path}">\n`), own === undefined ? '' : `<script type="module" src="${own}"></script>\n`].join('')
    )
  serve(`/${page}`, naming(made, '"'), false)
}
/** Of a file that is read alone: without the server's sheet and links. */
const alone = (/** @type {string} */ page) => page.replace(SHEET, '').replace(/<header.*<\/header>\n/, '').replace(/<link rel="icon".*\n/, '')
writeFileSync(join(known, 'licences.html'), alone(html.get('licences.html') ?? ''))
served['/'] = /** @type {typeof served[string]} */ (served['/index.html'])

/** What the service worker keeps: everything but the operator's own pages, which the server fills in. */
const working = pages.filter((page) => entries.get(page) !== undefined)
const kept = {
  files: Object.keys(served).filter((path) => path.startsWith('/assets/')),
  pages: ['/', ...working.map((page) => `/${page}`)]
}
const version = hash(JSON.stringify([kept, working.map((page) => served[`/${page}`]?.etag)]))
const worker = readFileSync(join(webroot, 'sw.js'), 'utf8')
const nothing = "{ version: '', files: [], pages: [] }"
if (!worker.includes(nothing)) throw new Error('sw.js lists what it keeps in another way now')
serve('/sw.js', worker.replace(nothing, JSON.stringify({ version, ...kept })), false)

writeFileSync(join(folder, 'pages.json'), JSON.stringify(served, null, 1))
