// Bundles the browser libraries into webroot/vendor: one shared Yjs, the editor apart, so that it loads only when a rich field opens.
import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

const out = '../../../webroot/vendor'
await rm(out, { recursive: true, force: true })

await build({
  entryPoints: { yjs: 'yjs.js', editor: 'editor.js', qr: 'qr.js' },
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning'
})
