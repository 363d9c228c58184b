// Modules of the pages in Node, with the libraries they are served with: bundled as a page's are, once a test.
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const npm = join(here, '../../main/npm')
const webroot = join(here, '../../../webroot')
const { build } = createRequire(join(npm, 'package.json'))('esbuild')

/**
 * All that these modules export, and the one Yjs they share as `Y`.
 *
 * @param {string[]} modules below webroot/app
 */
export async function load(...modules) {
  const lines = [...modules.map((module) => `export * from '/app/${module}'`), "export { Y } from '/vendor/yjs.js'"]
  const sources = {
    name: 'sources',
    setup(bundler) {
      bundler.onResolve({ filter: /^\/vendor\// }, ({ path }) => ({ path: join(npm, basename(path)) }))
      bundler.onResolve({ filter: /^\/app\// }, ({ path }) => ({ path: join(webroot, path) }))
    }
  }
  const { outputFiles } = await build({
    stdin: { contents: lines.join('\n'), resolveDir: npm },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
    plugins: [sources]
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`)
}
