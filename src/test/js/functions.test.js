// No function of the pages is longer than a screen of an editor: who reads one sees it whole.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const top = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const app = join(top, 'webroot/app')
const ts = createRequire(join(top, 'src/main/npm/'))('typescript')

const LINES = 60

/** @param {string} file @returns {[name: string, lines: number][]} functions of a module that are too long */
function long(file) {
  const source = ts.createSourceFile(file, readFileSync(join(app, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const line = (/** @type {number} */ at) => source.getLineAndCharacterOfPosition(at).line
  /** @type {[string, number][]} */
  const found = []
  const visit = (/** @type {any} */ node) => {
    const lines = ts.isFunctionLike(node) && node.body ? line(node.end) - line(node.getStart()) + 1 : 0
    if (lines > LINES) found.push([`${file} ${node.name?.text ?? ''}`.trim(), lines])
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

test(`functions have at most ${LINES} lines`, () => {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  assert.deepEqual(files.flatMap(long), [])
})
