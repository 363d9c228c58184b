// Bundles the script of this folder that SCRIPT names for a page, with the esbuild that bundles our own, to stdout.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const { build } = createRequire(new URL('../../../main/npm/package.json', import.meta.url))('esbuild')
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL(process.env.SCRIPT, import.meta.url))],
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  logLevel: 'error',
  write: false
})
process.stdout.write(outputFiles[0].text)
