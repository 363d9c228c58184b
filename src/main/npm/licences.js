// The list for licences.html: what is in the jar, in the pages and in documents, with the licence of each, its text and what its authors want said.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import spdx from 'spdx-license-list/full.js'

/** @typedef {{name: string, version: string, title: string, home: string, licences: string[], notices: string[]}} Part */

const here = dirname(fileURLToPath(import.meta.url))
/** How licences are called that no list of identifiers has, and those that packages name in words. */
const WORDS = {
  'LicenseRef-Public-Domain': 'gemeinfrei / public domain',
  'LicenseRef-DejaVu': 'DejaVu (Bitstream Vera)',
  'GPL-2.0-only WITH Classpath-exception-2.0': 'GPL 2 mit Classpath-Ausnahme / with Classpath exception'
}
const NAMED = { 'SEE LICENSE IN README.md AND LICENSE': ['LicenseRef-DejaVu'] }
/** What a file is called that says whose it is; DEPENDENCIES and the like only list others. */
const NOTICE = /^(licen[cs]e|notice|about)/i

/** What is in the jar though no Maven artifact names it: PostgreSQL's programs come with what they are linked to. */
const POSTGRES = [
  ['PostgreSQL', '18.6', 'https://www.postgresql.org/', 'PostgreSQL'],
  ['OpenSSL', '1.1.1', 'https://www.openssl.org/', 'OpenSSL'],
  ['ICU', '60.2', 'https://icu.unicode.org/', 'ICU'],
  ['libxml2', '2.9.4', 'https://gitlab.gnome.org/GNOME/libxml2', 'MIT'],
  ['libxslt', '1.1.29', 'https://gitlab.gnome.org/GNOME/libxslt', 'MIT'],
  ['OSSP uuid', '1.6', 'http://www.ossp.org/pkg/lib/uuid/', 'MIT'],
  ['zlib', '1.2.11', 'https://zlib.net/', 'Zlib'],
  ['XZ Utils (liblzma)', '5.2.2', 'https://tukaani.org/xz/', 'LicenseRef-Public-Domain']
]
/** Reworked copies in the files of others: in Netty's, and in Hazelcast's under names of its own. */
const WITHIN = [
  ['org.jctools:jctools-core', '4.0.7', 'https://jctools.github.io/JCTools/', 'Apache-2.0'],
  ['org.jctools:jctools-core-jdk11', '4.0.7', 'https://jctools.github.io/JCTools/', 'Apache-2.0'],
  ['com.fasterxml.jackson.jr:jackson-jr-objects', '2.15.2', 'https://github.com/FasterXML/jackson-jr', 'Apache-2.0'],
  ['com.fasterxml.jackson.jr:jackson-jr-annotation-support', '2.15.2', 'https://github.com/FasterXML/jackson-jr', 'Apache-2.0'],
  ['com.github.erosb:everit-json-schema', '1.14.3', 'https://github.com/everit-org/json-schema', 'Apache-2.0'],
  ['com.hazelcast:hazelcast-tpc-engine', '5.3.8', 'https://hazelcast.com/', 'Apache-2.0'],
  ['com.zaxxer:HikariCP', '4.0.3', 'https://github.com/brettwooldridge/HikariCP', 'Apache-2.0'],
  ['io.github.classgraph:classgraph', '4.8.158', 'https://github.com/classgraph/classgraph', 'MIT'],
  ['org.snakeyaml:snakeyaml-engine', '2.6', 'https://bitbucket.org/snakeyaml/snakeyaml-engine', 'Apache-2.0']
]
const RUNTIME = [['OpenJDK', '', 'https://openjdk.org/', 'GPL-2.0-only WITH Classpath-exception-2.0']]

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** @param {string} folder @returns {string[]} the files below it that say whose something is */
function notices(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && NOTICE.test(file.name) && !/node_modules/.test(file.parentPath ?? file.path))
    .map((file) => readFileSync(join(file.parentPath ?? file.path, file.name), 'utf8').trim())
    .filter((text) => text.length > 0)
}

/** @param {string} folder where Maven has put what it knows @returns {Part[]} */
function java(folder) {
  const known = JSON.parse(readFileSync(join(folder, 'java.json'), 'utf8'))
  const folders = readdirSync(join(folder, 'notices'))
  return known.map((/** @type {any} */ { group, name, version, title, home, licences }) => {
    const own = folders.filter((other) => other.startsWith(`${name}-${version}`))
    return { name: `${group}:${name}`, version, title, home, licences, notices: own.flatMap((other) => notices(join(folder, 'notices', other))) }
  })
}

/** @returns {Part[]} packages that pages are bundled of */
function javascript() {
  const { packages } = JSON.parse(readFileSync(join(here, 'package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version, license }]) => {
      const { homepage = '' } = JSON.parse(readFileSync(join(here, path, 'package.json'), 'utf8'))
      const name = path.slice('node_modules/'.length)
      return { name, version, title: name, home: homepage, licences: NAMED[license] ?? license.split(' AND '), notices: notices(join(here, path)) }
    })
}

/** @param {string[][]} parts @returns {Part[]} */
const plain = (parts) => parts.map(([name = '', version = '', home = '', licence = '']) => ({ name, version, title: name, home, licences: [licence], notices: [] }))

/** @param {string} java the version of the packages' Java @returns {Part[]} what is shipped inside other parts, and known to no registry's own list */
export const within = (java) => plain([...WITHIN, ...POSTGRES, ...RUNTIME.map(([name = '', , ...rest]) => [name, java, ...rest])])

/** @param {string} licence */
const called = (licence) => WORDS[licence] ?? licence

/** @param {Part} part @param {Set<string>} texts */
function row({ name, version, title, home, licences }, texts) {
  const link = /^https?:/.test(home) ? `<a href="${escaped(home)}" rel="noreferrer">${escaped(title)}</a>` : escaped(title)
  const under = licences.map((licence) => (texts.has(licence) ? `<a href="#${licence}">${called(licence)}</a>` : called(licence)))
  const id = title === name ? '' : `<br><code>${escaped(name)}</code>`
  return `<tr data-name="${escaped(name)}"><td>${link}${id}</td><td>${escaped(version)}</td><td>${under.join(', ')}</td></tr>`
}

/** @param {string} heading @param {string} english @param {Part[]} parts @param {Set<string>} texts */
function table(heading, english, parts, texts) {
  const sorted = parts.toSorted((a, b) => a.title.localeCompare(b.title, 'de'))
  const also = english === heading ? '' : ` <small lang="en">${english}</small>`
  return `<h2>${heading}${also}</h2>
<table class="licences"><thead><tr><th scope="col">Name</th><th scope="col">Version</th><th scope="col">Lizenz / Licence</th></tr></thead>
<tbody>${sorted.map((part) => row(part, texts)).join('\n')}</tbody></table>`
}

/** @param {string} licence */
function text(licence) {
  const known = spdx[licence]
  return `<details id="${licence}"><summary>${escaped(known.name)}</summary><pre lang="en" tabindex="0">${escaped(known.licenseText.trim())}</pre></details>`
}

/** Each text once, with all that it is said of. @param {Part[]} parts */
function said(parts) {
  /** @type {Map<string, Set<string>>} */ const by = new Map()
  for (const { title, notices: own } of parts) for (const notice of own) by.set(notice, (by.get(notice) ?? new Set()).add(title))
  return [...by].map(([notice, titles]) => {
    const names = [...titles].sort((a, b) => a.localeCompare(b, 'de'))
    return `<details><summary>${escaped(names.join(', '))}</summary><pre lang="en" tabindex="0">${escaped(notice)}</pre></details>`
  })
}

/** @param {string} folder where Maven has put what it knows of the jar's parts @returns {string} the list as HTML */
export function licences(folder) {
  const jar = [...java(folder), ...plain(WITHIN)]
  const pages = javascript()
  const [fonts, scripts] = [pages.filter(({ name }) => /font/.test(name)), pages.filter(({ name }) => !/font/.test(name))]
  const postgres = plain(POSTGRES)
  const runtime = plain(RUNTIME)
  const all = [...jar, ...pages, ...postgres, ...runtime]
  const named = new Set(['EUPL-1.2', ...all.flatMap((part) => part.licences)])
  const texts = new Set([...named].filter((licence) => spdx[licence] !== undefined))
  return `${table('Server', 'Server', jar, texts)}
${table('Seiten im Browser', 'Pages in the browser', scripts, texts)}
${table('Schriften in Dokumenten', 'Fonts in documents', fonts, texts)}
${table('Eingebautes PostgreSQL', 'Embedded PostgreSQL', postgres, texts)}
${table('Java, in den Paketen', 'Java, in the packages', runtime, texts)}
<h2>Lizenztexte <small lang="en">Texts of the licences</small></h2>
${[...texts].sort().map(text).join('\n')}
<h2>Was die Urheber dazu sagen <small lang="en">Notices and copyrights</small></h2>
${said(all).join('\n')}`
}
