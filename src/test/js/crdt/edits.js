// One random edit of one of the root types or of something nested in them.
import * as Y from 'yjs'

const WORDS = ['a', 'bc', 'Straße', '👩‍👩‍👧', '😀', 'e\u0301', '\n', 'lorem ipsum', '漢字', '"<&>\\', 'z'.repeat(40)]
const KEYS = ['title', 'k', '7', '0', '10', 'ü', '']
const NUMBERS = [0, -0, 1, -1, 63, 64, -64, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53 - 1, 0.1, 1.5, 1e21, 1e-7, 5e-324, 123456.789]

const word = (r) => r.of(WORDS)
const attributes = (r) => ({ [r.of(['bold', 'em', 'link'])]: r.of([true, null, 'x', { href: 'u', n: 1 }]) })

const plain = (r, depth = 0) => {
  switch (r.int(depth > 2 ? 5 : 7)) {
    case 0: return word(r)
    case 1: return r.of(NUMBERS)
    case 2: return r.of([true, false])
    case 3: return null
    case 4: return r.int(1000)
    case 5: return Array.from({ length: r.int(4) }, () => plain(r, depth + 1))
    default: return Object.fromEntries(Array.from({ length: r.int(4) }, () => [r.of(KEYS), plain(r, depth + 1)]))
  }
}

const type = (r) => {
  switch (r.int(6)) {
    case 0: return new Y.Map([[r.of(KEYS), plain(r)]])
    case 1: return Y.Array.from([plain(r), plain(r)])
    case 2: return new Y.Text(word(r))
    case 3: return element(r)
    case 4: return new Y.XmlText(word(r))
    default: return new Y.XmlFragment()
  }
}

const element = (r) => {
  const made = new Y.XmlElement(r.of(['paragraph', 'Heading', 'list_item']))
  if (r.chance(0.5)) made.setAttribute(r.of(['level', 'id']), r.of(['1', 'x', 2, true]))
  if (r.chance(0.5)) made.insert(0, [new Y.XmlText(word(r))])
  return made
}

const binary = (r) => Uint8Array.from({ length: r.int(5) }, () => r.int(256))

const value = (r) =>
  r.chance(0.6) ? plain(r)
    : r.chance(0.15) ? binary(r)
      : r.chance(0.1) ? new Y.Doc({ guid: `doc${r.int(9)}` })
        : type(r)

const mapValue = (r) => (r.chance(0.1) ? r.of([0n, -5n, 2n ** 63n - 1n, -(2n ** 63n)]) : r.chance(0.05) ? undefined : value(r))

/** All positions, or those only that cut no surrogate pair: about cut pairs, Yjs clients may disagree for ever. */
const positions = (text, cutPairs) => {
  const found = [0]
  let at = 0
  for (const { insert } of text.toDelta()) {
    for (const part of typeof insert === 'string' ? (cutPairs ? insert.split('') : insert) : ['.']) {
      at += part.length
      found.push(at)
    }
  }
  return found
}

const editText = (text, r, cutPairs) => {
  const places = positions(text, cutPairs)
  const from = r.int(places.length)
  const at = places[from]
  const left = places.length - 1 - from
  const length = (limit) => places[from + 1 + r.int(Math.min(limit, left))] - at
  switch (r.int(9)) {
    case 0: case 1: case 2: return text.insert(at, word(r))
    case 3: return text.insert(at, word(r), attributes(r))
    case 4: case 5: return left > 0 && text.delete(at, length(6))
    case 6: case 7: return left > 0 && text.format(at, length(left), attributes(r))
    default: return text.insertEmbed(at, r.chance(0.7) ? { image: word(r), 1: plain(r) } : type(r), r.chance(0.5) ? attributes(r) : undefined)
  }
}

const editList = (list, r, make) => {
  const length = list.length
  const at = r.int(length + 1)
  if (r.chance(0.65) || at === length) {
    list.insert(at, Array.from({ length: 1 + r.int(3) }, () => make(r)))
  } else {
    list.delete(at, 1 + r.int(Math.min(3, length - at)))
  }
}

const node = (r) => (r.chance(0.6) ? element(r) : r.chance(0.8) ? new Y.XmlText(word(r)) : new Y.XmlHook('hook'))

const editMap = (map, r) => (r.chance(0.8) ? map.set(r.of(KEYS), mapValue(r)) : map.delete(r.of(KEYS)))

const editType = (target, r, cutPairs) => {
  if (target instanceof Y.Text) return editText(target, r, cutPairs)
  if (target instanceof Y.Map) return editMap(target, r)
  if (target instanceof Y.Array) return editList(target, r, value)
  if (target instanceof Y.XmlElement && r.chance(0.4)) {
    return r.chance(0.7) ? target.setAttribute(r.of(['level', 'id', 'A']), word(r)) : target.removeAttribute('id')
  }
  return editList(target, r, node)
}

const nested = (target) => {
  const children = target instanceof Y.Map ? [...target.values()] : target instanceof Y.Text ? [] : target.toArray()
  return children.filter((child) => child instanceof Y.AbstractType)
}

/** `kinds`: the roots to be edited, of t, m, a, x. */
export const edit = (doc, r, kinds = 'tmax', cutPairs = false) => {
  const roots = { t: () => doc.getText('t'), m: () => doc.getMap('m'), a: () => doc.getArray('a'), x: () => doc.getXmlFragment('x') }
  let target = roots[r.of([...kinds])]()
  for (let children = nested(target); children.length > 0 && r.chance(0.5); children = nested(target)) {
    target = r.of(children)
  }
  editType(target, r, cutPairs)
}
