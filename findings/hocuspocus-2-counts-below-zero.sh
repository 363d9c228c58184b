#!/usr/bin/env bash
# After typing without a connection, a Hocuspocus 2 provider calls changes saved that no server has seen yet.
#
# Version: @hocuspocus/provider and @hocuspocus/server 2.15.3, yjs 13.6.27, ws 8.18.3; 3.4.4 of both does what one expects.
# Input (valid): a provider in step with its server disconnects, two letters are typed, it connects again, a third letter is typed.
# Expected: hasUnsyncedChanges is true from a letter's being typed until the server has answered it, also the third time.
# Seen: on coming back the provider starts its count of open changes anew, at none, while the server still answers for both letters: unsyncedChanges is -2. The third
# letter makes that -1, hasUnsyncedChanges stays false, and a page that shows "saved" by it shows that before the letter has left.
# Consequence: a server that speaks to these providers can't mend it by answering more or less (the count is the provider's own); applications on 2.x wait for an
# answer of their own, or go to 3.x.
# Source: github.com/ueberdosis/hocuspocus, pull request 355 (the flag is to tell whether all local changes have got to the server); its issue 825 knows counts that stay above none.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > typed.mjs <<'JS'
import { Server } from '@hocuspocus/server'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import * as Y from 'yjs'

const settings = { port: 0, address: '127.0.0.1', quiet: true }
const server = Server.configure ? Server.configure(settings) : new Server(settings)
await server.listen()
const until = async (what, holds) => {
  for (let i = 0; !holds(); i++) {
    if (i === 200) throw new Error(`never: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
const websocketProvider = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${server.address.port}`, WebSocketPolyfill: WebSocket })
const document = new Y.Doc()
const provider = new HocuspocusProvider({ websocketProvider, name: 'plan', document, token: 'any' })
provider.attach?.()
const text = document.getText('t')
const type = letter => text.insert(text.length, letter)
const stored = () => (server.documents ?? server.hocuspocus.documents).get('plan')?.getText('t').toString()
const tell = moment => console.log(`${moment}: ${provider.unsyncedChanges} open, unsynced ${provider.hasUnsyncedChanges}`)

await until('in step', () => provider.isSynced && !provider.hasUnsyncedChanges)
tell('in step')
websocketProvider.disconnect()
await until('the end of the connection', () => !provider.isSynced)
type('a')
type('b')
tell('two letters typed without a connection')
websocketProvider.connect()
await until('both letters', () => stored() === 'ab')
await new Promise(resolve => setTimeout(resolve, 1000))
tell('both are with the server')
type('c')
tell(`a third is typed, the server has ${stored()}`)
process.exit(0)
JS
try() {
  npm install --silent --no-audit --no-fund --no-package-lock --prefix . "@hocuspocus/provider@$1" "@hocuspocus/server@$1" ws@8.18.3 yjs@13.6.27
  echo "== $1"
  node typed.mjs | tee "seen-$1"
}
try 2.15.3
try 3.4.4
grep -q 'a third is typed, the server has ab: -1 open, unsynced false' seen-2.15.3 || { echo "2.15.3 counts otherwise now" >&2; exit 1; }
grep -q 'a third is typed, the server has ab: 1 open, unsynced true' seen-3.4.4 || { echo "3.4.4 counts otherwise now" >&2; exit 1; }
