// Bundles the browser libraries into webroot/vendor: one shared Yjs, the editor apart, so that it loads only when a rich field opens.
import { build } from 'esbuild'

await build({
  entryPoints: { yjs: 'yjs.js', editor: 'editor.js', qr: 'qr.js' },
  outdir: '../../../webroot/vendor',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning'
})
