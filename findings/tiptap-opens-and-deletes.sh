#!/usr/bin/env bash
# A TipTap page that merely opens a shared text takes out of it, for everybody, what its schema has no word for.
#
# Versions: @tiptap/core, pm, starter-kit and extension-collaboration 3.35.0, @tiptap/y-tiptap 3.0.9, yjs 13.6.33, in jsdom 29.1.1.
# Input (valid): a Y.XmlFragment with a paragraph, and with a list by the names of prosemirror-schema-list (bullet_list, list_item), as other
#   ProseMirror editors on the same Yjs document write it. Nobody types in the TipTap editor.
# Expected: what an editor can't show it leaves alone or shows as text; at the least, opening a document does not write.
# Seen: the list is deleted from the Y.Doc while the editor is made, as an edit of its own that syncs to all others. A text with a
#   mark that the schema has no word for is deleted as well; its paragraph stays, empty.
# Consequence: an editor on documents of others needs every name that these may hold; a reader should get a copy.
# Source: y-tiptap, createNodeFromYElement and createTextNodesFromYText: where making the node throws, the Yjs type is deleted in a transaction.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "private": true, "type": "module", "dependencies": { "@tiptap/core": "3.35.0", "@tiptap/pm": "3.35.0", "@tiptap/starter-kit": "3.35.0",
  "@tiptap/extension-collaboration": "3.35.0", "@tiptap/y-tiptap": "3.0.9", "yjs": "13.6.33", "y-protocols": "1.0.7", "jsdom": "29.1.1" } }
JSON
npm install --silent --no-audit --no-fund
cat > open.js <<'JS'
import { JSDOM } from 'jsdom'
import * as Y from 'yjs'

const { window } = new JSDOM('<main></main>', { pretendToBeVisual: true })
for (const name of ['window', 'document', 'navigator', 'Node', 'Element', 'HTMLElement', 'MutationObserver', 'getSelection', 'requestAnimationFrame', 'cancelAnimationFrame', 'DOMParser', 'getComputedStyle', 'innerHeight', 'Text']) {
  globalThis[name] ??= name === 'window' ? window : window[name]
}
const { Editor } = await import('@tiptap/core')
const { default: StarterKit } = await import('@tiptap/starter-kit')
const { default: Collaboration } = await import('@tiptap/extension-collaboration')

const theirs = new Y.Doc()
const doc = new Y.Doc()
theirs.on('update', (update) => Y.applyUpdate(doc, update))
doc.on('update', (update) => Y.applyUpdate(theirs, update))
const element = (name, ...inside) => {
  const made = new Y.XmlElement(name)
  made.insert(0, inside)
  return made
}
const marked = new Y.XmlText()
marked.insert(0, 'strong words', { strong: {} })
theirs.getXmlFragment('text').insert(0, [
  element('paragraph', new Y.XmlText('plain words')),
  element('bullet_list', element('list_item', element('paragraph', new Y.XmlText('in a list')))),
  element('paragraph', marked)
])
const told = () => theirs.getXmlFragment('text').toString()
console.log('before:', told())
const editor = new Editor({
  element: window.document.querySelector('main'),
  extensions: [StarterKit.configure({ undoRedo: false }), Collaboration.configure({ fragment: doc.getXmlFragment('text') })]
})
await new Promise((resolve) => setTimeout(resolve, 500))
console.log('after: ', told())
editor.destroy()
process.exit(0)
JS
node open.js | tee seen
grep -q '^before:.*in a list' seen
grep -q '^after:.*plain words' seen
if grep -q '^after:.*in a list' seen; then echo "this has changed: the list is still there" >&2; exit 1; fi
echo "as described: opening the text has deleted the list for everybody"
