// Writes golden documents of real Yjs, one of each content kind: node crdt/golden.js > ../resources/crdt/golden.jsonl
import * as Y from 'yjs'
import { content, json } from './content.js'

const CASES = {
  text: (doc) => doc.getText('t').insert(0, 'Grüße, 漢字, 😀 and 👩‍👩‍👧'),
  'text typed in pieces': (doc) => [...'typed'].forEach((c, i) => doc.getText('t').insert(i, c)),
  formats: (doc) => {
    doc.getText('t').insert(0, 'plain bold both', {})
    doc.getText('t').format(6, 9, { bold: true })
    doc.getText('t').format(11, 4, { link: { href: 'https://example.org', n: 1.5 } })
  },
  embed: (doc) => doc.getText('t').insertEmbed(0, { image: 'a.png', width: 3 }, { bold: true }),
  'embedded type': (doc) => doc.getText('t').insertEmbed(0, new Y.Map([['k', 1]])),
  deleted: (doc) => {
    doc.getText('t').insert(0, 'abcdef')
    doc.getText('t').delete(1, 3)
  },
  collected: (doc) => {
    doc.getMap('m').set('k', new Y.Array())
    doc.getMap('m').get('k').insert(0, [1, 2, new Y.Map([['a', 'b']])])
    doc.getMap('m').delete('k')
  },
  any: (doc) =>
    doc.getArray('a').insert(0, [
      null, true, false, 0, -0, 1, -64, 2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1, 0.1, 1e21, 5e-324, 'text', [], [1, [2]], {},
      { 2: 'two', b: null, 1: 'one', u: undefined }
    ]),
  bigint: (doc) => ['0', '-5', String(2n ** 63n - 1n)].forEach((n) => doc.getMap('m').set(n, BigInt(n))),
  undefined: (doc) => doc.getMap('m').set('k', undefined),
  binary: (doc) => {
    doc.getArray('a').insert(0, [new Uint8Array([0, 127, 255])])
    doc.getMap('m').set('k', new Uint8Array([]))
  },
  json: (doc) => {
    // The older content kind, which Yjs only reads: three values and undefined.
    const item = [1, 1, 7, 0, 2, 1, 1, 97, 3]
    const text = (value) => [value.length, ...Buffer.from(value)]
    Y.applyUpdate(doc, new Uint8Array([...item, ...text('{"x":1.50}'), ...text('"s"'), ...text('undefined'), 0]))
  },
  subdocument: (doc) => doc.getMap('m').set('k', new Y.Doc({ guid: 'sub', autoLoad: true, meta: { a: 1 } })),
  'map overwritten': (doc) => [1, 2, 3].forEach((n) => doc.getMap('m').set('k', n)),
  'nested types': (doc) => {
    doc.getArray('a').insert(0, [new Y.Map([['t', new Y.Text('x')]]), new Y.Array(), new Y.XmlText('y'), new Y.XmlFragment()])
  },
  xml: (doc) => {
    const element = new Y.XmlElement('Heading')
    element.setAttribute('level', '1')
    element.setAttribute('data', 5)
    const text = new Y.XmlText('bold and plain')
    element.insert(0, [text])
    doc.getXmlFragment('x').insert(0, [element, new Y.XmlElement('br'), new Y.XmlText('<&>')])
    text.format(0, 4, { strong: {}, a: { href: 'u' } })
  },
  'xml hook': (doc) => {
    const hook = new Y.XmlHook('counter')
    doc.getXmlFragment('x').insert(0, [hook])
    hook.set('n', 1)
  }
}

for (const [name, write] of Object.entries(CASES)) {
  for (const gc of [true, false]) {
    const doc = new Y.Doc({ gc })
    doc.clientID = 2 ** 53 - 1
    content(doc)
    write(doc)
    const update = Y.encodeStateAsUpdate(doc)
    const loaded = new Y.Doc({ gc })
    content(loaded)
    Y.applyUpdate(loaded, update)
    const base64 = (bytes) => Buffer.from(bytes).toString('base64')
    console.log(json({
      name, gc,
      update: base64(update),
      reencoded: base64(Y.encodeStateAsUpdate(loaded)),
      vector: base64(Y.encodeStateVector(doc)),
      snapshot: base64(Y.encodeSnapshot(Y.snapshot(loaded))),
      content: content(loaded)
    }))
  }
}
