// Bundles the browser libraries into webroot/vendor: one shared Yjs, the editor apart, so that it loads only when a rich field opens.
import { copyFile, mkdir, rm } from 'node:fs/promises'
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

// Fonts that exports embed: a family to read, one with the signs it lacks, and emoji in black and white; each with its licence.
const fonts = '../resources/fonts'
const google = 'node_modules/@expo-google-fonts'
await rm(fonts, { recursive: true, force: true })
await mkdir(fonts, { recursive: true })
for (const cut of ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']) {
  await copyFile(`${google}/ibm-plex-sans/${cut}/IBMPlexSans_${cut}.ttf`, `${fonts}/plex-${cut.toLowerCase()}.ttf`)
}
await copyFile(`${google}/ibm-plex-sans/LICENSE_FONT`, `${fonts}/plex-LICENCE.txt`)
await copyFile(`${google}/noto-emoji/400Regular/NotoEmoji_400Regular.ttf`, `${fonts}/emoji.ttf`)
await copyFile(`${google}/noto-emoji/LICENSE_FONT`, `${fonts}/emoji-LICENCE.txt`)
await copyFile('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf', `${fonts}/signs.ttf`)
await copyFile('node_modules/dejavu-fonts-ttf/LICENSE', `${fonts}/signs-LICENCE.txt`)
