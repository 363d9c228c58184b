// Both languages say the same things: every section has the same keys, plural forms and variables in German and English,
// and every key the pages name by a literal exists.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const app = join(dirname(fileURLToPath(import.meta.url)), '../../../webroot/app')
const folder = join(app, 'texts')
const sections = [...new Set(readdirSync(folder).map((file) => file.split('.')[0]))]

/** Reads a module as text, since the pages' folder declares no module type for Node. */
async function load(section, language) {
  const source = readFileSync(join(folder, `${section}.${language}.js`), 'utf8')
  return (await import(`data:text/javascript,${encodeURIComponent(source)}`)).default
}

const shape = (text) => (typeof text === 'string' ? { '': text } : text)
const variables = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

for (const section of sections) {
  test(`${section}: German and English say the same`, async () => {
    const [de, en] = await Promise.all([load(section, 'de'), load(section, 'en')])
    assert.deepEqual(Object.keys(en).sort(), Object.keys(de).sort())
    for (const key of Object.keys(de)) {
      const [german, english] = [shape(de[key]), shape(en[key])]
      assert.deepEqual(Object.keys(english), Object.keys(german), key)
      for (const form of Object.keys(german)) {
        assert.notEqual(german[form].trim(), '', key)
        assert.deepEqual(variables(english[form]), variables(german[form]), `${key} ${form}`)
      }
      if (german['']?.includes('!')) assert.fail(`${key}: no exclamation marks`)
    }
  })
}

test('every text a page asks for exists', async () => {
  const known = new Set()
  for (const section of sections) for (const key of Object.keys(await load(section, 'de'))) known.add(key)
  for (const file of readdirSync(app, { recursive: true }).map(String)) {
    if (!file.endsWith('.js') || file.startsWith('texts')) continue
    const source = readFileSync(join(app, file), 'utf8')
    for (const [, key] of source.matchAll(/\bt\('([^']+)'/g)) assert.ok(known.has(key), `${file}: ${key}`)
  }
})
