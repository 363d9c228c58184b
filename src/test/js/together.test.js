// What two people write, both keep: beginning the same text, ticking off the same comment, undo beside others; and what the editor can hold.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './pages.js'

const page = await load(
  'room/plan/document.js',
  'room/plan/amounts.js',
  'room/plan/rich-words.js',
  'room/plan/rich-schema.js',
  'room/plan/rich-holds.js',
  'room/plan/plain.js',
  'room/plan/lost-text.js',
  'connection/unsaved.js',
  'connection/probe.js'
)
const { Y, PlanDocument, Baseline, refusal } = page

/** People with a copy each; `meet` brings all to all. */
function people(n, fill = () => {}) {
  const first = new Y.Doc()
  fill(first)
  const docs = Array.from({ length: n }, () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first))
    return doc
  })
  const meet = () => {
    for (const from of docs) for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
    const states = docs.map((doc) => JSON.stringify(doc.getMap('steps').toJSON()))
    assert.ok(states.every((state) => state === states[0]), states.join('\n'))
  }
  return { docs, plans: docs.map((doc) => new PlanDocument(doc, () => true)), meet }
}

/** A step as another client may have made it. */
function step(doc, values) {
  const map = new Y.Map()
  doc.getMap('steps').set('s', map)
  for (const [key, value] of Object.entries({ rank: 'a', ...values })) map.set(key, value)
}
const type = (plan, key, at, text) => plan.edit(() => plan.beginShared('s', key).insert(at, text))

for (const [what, before] of [
  ['where an older client left a string', 'Amt'],
  ['where there was nothing', undefined]
]) {
  test(`two who begin one text at the same time write the same one, ${what}`, () => {
    const { docs, plans, meet } = people(3, (doc) => step(doc, before === undefined ? {} : { result: before }))
    type(plans[0], 'result', before?.length ?? 0, ' Anna')
    type(plans[1], 'result', before?.length ?? 0, ' Bernd')
    meet()
    const text = docs[2].getMap('steps').get('s').get('result').toString()
    for (const part of [before ?? '', ' Anna', ' Bernd']) assert.ok(text.includes(part), text)
    assert.equal(text.length, (before ?? '').length + 11)
    type(plans[2], 'result', 0, 'Carla ')
    meet()
    assert.ok(plans[0].text('s', 'result').startsWith('Carla '))
  })
}

test('two who begin the details write into the same fragment', () => {
  const { plans, meet } = people(2, (doc) => step(doc, {}))
  plans[0].appendDetails('s', 'Anna')
  plans[1].appendDetails('s', 'Bernd')
  meet()
  assert.deepEqual(page.plainText(plans[0].details('s')).split('\n').sort(), ['Anna', 'Bernd'])
})

test('a text that was begun, and then replaced by something else, can be begun again', () => {
  const { docs, plans, meet } = people(2, (doc) => step(doc, { result: 'eins' }))
  type(plans[0], 'result', 0, 'a')
  meet()
  docs[0].getMap('steps').get('s').set('result', 'zwei')
  meet()
  type(plans[0], 'result', 4, ' b')
  type(plans[1], 'result', 4, ' c')
  meet()
  assert.match(plans[0].text('s', 'result'), /^zwei( b c| c b)$/)
})

test('a comment that two tick off at the same time is there once, wherever it stands among others', () => {
  const plain = (id) => ({ id, text: `Kommentar ${id}`, done: false })
  for (const at of [0, 1, 2]) {
    const { docs, plans, meet } = people(3, (doc) => step(doc, { comments: Y.Array.from(['a', 'b', 'c'].map(plain)) }))
    const id = 'abc'[at]
    plans[0].changeComment('s', id, { done: true })
    plans[1].changeComment('s', id, { done: true })
    plans[2].comment('s', plain('d'))
    meet()
    const list = docs[0].getMap('steps').get('s').get('comments').toJSON()
    assert.deepEqual(list.map((comment) => comment.id), ['a', 'b', 'c', 'd'])
    assert.deepEqual(plans[1].comments('s').map(({ done }) => done), [0, 1, 2, 3].map((place) => place === at))
  }
})

test('undo leaves a step in which somebody else has written, and takes one that nobody has', () => {
  const { plans, meet } = people(2)
  const id = plans[0].add('Schritt')
  meet()
  const shared = plans[1].shared(id, 'responsible')
  plans[1].edit(() => shared.insert(0, 'Bernd'))
  meet()
  assert.ok(plans[0].undo())
  assert.ok(plans[0].kept)
  meet()
  assert.deepEqual(plans[1].order(), [id])
  const other = plans[0].add('Zweiter')
  plans[0].undo()
  meet()
  assert.deepEqual(plans[1].order(), [id])
  plans[0].redo()
  meet()
  assert.deepEqual(plans[1].order(), [id, other])
  assert.equal(plans[1].titleOf(other), 'Zweiter')
})

test('what somebody types into a step while it is removed is there when it comes back', () => {
  const { plans, meet } = people(2)
  const id = plans[0].add('Schritt')
  meet()
  plans[0].remove(id)
  plans[1].edit(() => plans[1].shared(id, 'title').insert(7, ' von Bernd'))
  meet()
  assert.deepEqual(plans[1].order(), [])
  plans[0].undo()
  meet()
  assert.deepEqual(plans[1].order(), [id])
  assert.equal(plans[0].titleOf(id), 'Schritt von Bernd')
})

test('undo leaves a comment whole that somebody else has ticked off, and a paragraph that somebody else writes in', () => {
  const { docs, plans, meet } = people(2, (doc) => step(doc, { details: new Y.XmlFragment() }))
  plans[0].comment('s', { id: 'k', member: 'a', name: 'Anna', text: 'Bitte prüfen', at: '', done: false })
  meet()
  plans[1].changeComment('s', 'k', { done: true })
  meet()
  plans[0].undo()
  assert.deepEqual(plans[0].comments('s').map(({ text, name, done }) => [text, name, done]), [['Bitte prüfen', 'Anna', true]])
  plans[0].appendDetails('s', 'Anna')
  meet()
  docs[1].transact(() => plans[1].details('s').get(0).get(0).insert(4, ' und Bernd'))
  meet()
  plans[0].undo()
  meet()
  assert.equal(page.plainText(plans[1].details('s')), 'und Bernd')
})

test('a step is empty only when nothing at all is set', () => {
  const { docs, plans } = people(1)
  const id = plans[0].add('')
  assert.ok(plans[0].isEmpty(id))
  const map = docs[0].getMap('steps').get(id)
  for (const [key, value] of [['effort', 0], ['obstacle', 'law'], ['status', 'agreed'], ['due', '2027-01-01'], ['unknown', 'x']]) {
    const before = map.get(key)
    map.set(key, value)
    assert.ok(!plans[0].isEmpty(id), key)
    before === undefined ? map.delete(key) : map.set(key, before)
  }
  assert.ok(plans[0].isEmpty(id))
})

test('reading and asking writes nothing', () => {
  const { docs, plans } = people(1, (doc) => step(doc, { title: 'Text', details: 'kein Fragment', comments: 7 }))
  docs[0].on('update', () => assert.fail('an edit'))
  const plan = plans[0]
  for (const ask of [() => plan.order(), () => plan.titleOf('s'), () => plan.details('s'), () => plan.shared('s', 'title'), () => plan.comments('s'), () => plan.isEmpty('s'), () => plan.words()]) ask()
})

test('person-days as people write them', () => {
  const read = (typed) => page.readDays(typed).days ?? page.readDays(typed).wrong ?? null
  const cases = { '1,5': 1.5, '1.5': 1.5, '0,5': 0.5, '6.': 6, ',5': 0.5, '3 PT': 3, ' 12 Tage ': 12, '': null, '2-3': 'range', '2 bis 3': 'range', '1.000': 'thousands', '1.234.567': 'thousands', '-1': 'number', '1e3': 'number', 'viel': 'number', '1,255': 'thousands', '0,125': 'decimals', '1,2345': 'decimals', '100001': 'size' }
  for (const [typed, days] of Object.entries(cases)) assert.equal(read(typed), days, typed)
})

test('dates and lines as people paste them', () => {
  const dates = { '31.3.2027': '2027-03-31', '31.03.27': '2027-03-31', '2027-03-31': '2027-03-31', '31/03/2027': '2027-03-31', '3/4/2027': null, '31.02.2027': null, 'Ende März': null, '': null }
  for (const [typed, date] of Object.entries(dates)) assert.equal(page.readDate(typed), date, typed)
  assert.deepEqual(page.titlesIn('1. Prüfen\r\n\n- Klären\tHauptamt\n2027 testen\n---'), ['Prüfen', 'Klären | Hauptamt', '2027 testen'])
  assert.deepEqual(page.cutTitle('eins zwei drei', 9), ['eins zwei', 'drei'])
  assert.deepEqual(page.cutTitle('kurz', 9), ['kurz', ''])
})

/** An element from a short form: name, attributes, children (a string is text, a list of runs is text with marks). */
function element(name, attributes = {}, ...children) {
  const made = new Y.XmlElement(name)
  for (const key in attributes) made.setAttribute(key, attributes[key])
  made.insert(0, children.map((child) => (child instanceof Y.AbstractType ? child : runs(child))))
  return made
}
function runs(delta) {
  const text = new Y.XmlText()
  text.applyDelta(typeof delta === 'string' ? [{ insert: delta }] : delta)
  return text
}
const p = (...children) => element('paragraph', {}, ...children)

test('the editor opens only on what its schema holds as a whole', () => {
  const item = (...children) => element('list_item', {}, ...children)
  const held = {
    'a paragraph': () => p('x'),
    'nested lists': () => element('bullet_list', {}, item(p('x'), element('ordered_list', { order: 6 }, item(p('y'))))),
    'attributes nobody here knows': () => element('heading', { level: 5, id: 'a', align: 'right' }, 'x'),
    'a mark nobody here knows': () => p([{ insert: 'x', attributes: { highlight: { color: 'red' } } }]),
    "TipTap's words": () => element('bulletList', {}, element('listItem', {}, p('x', element('hardBreak'), 'y'))),
    tasks: () => element('taskList', {}, element('taskItem', { checked: true }, p('x')))
  }
  const not = {
    'a heading first in an item': () => element('bullet_list', {}, item(element('heading', {}, 'x'), p('y'))),
    'a list first in an item': () => element('bullet_list', {}, item(element('bullet_list', {}, item(p('x'))))),
    'text without a paragraph': () => element('bullet_list', {}, item('x')),
    'a paragraph directly in a list': () => element('bullet_list', {}, p('x')),
    'text at the top': () => runs('x'),
    'a mark that is no object': () => p([{ insert: 'x', attributes: { link: true } }]),
    'something embedded': () => p([{ insert: { image: 'x' } }]),
    'an unknown node': () => element('callout', {}, p('x')),
    'a list in a paragraph': () => p(element('bullet_list', {}, item(p('x'))))
  }
  for (const [known, cases] of [[true, held], [false, not]]) {
    for (const [name, make] of Object.entries(cases)) {
      const fragment = new Y.Doc().getXmlFragment('x')
      fragment.push([make()])
      const schema = page.schemaOf(page.wordsOf(fragment) ?? page.OURS, [...page.marksIn(fragment)].filter((mark) => mark === 'highlight'))
      assert.equal(page.holds(fragment, schema), known, name)
      fragment.observeDeep((events) => assert.equal(page.stillHolds(fragment, schema, events), known, `${name}, by an edit`))
      fragment.doc.transact(() => (fragment.delete(0, 1), fragment.push([make()])))
    }
  }
})

test('a text is edited in the words it is written in', () => {
  const words = (...nodes) => {
    const fragment = new Y.Doc().getXmlFragment('x')
    fragment.push(nodes)
    return page.wordsOf(fragment)
  }
  assert.equal(words(p('x')), null)
  assert.equal(words(p('x'), p([{ insert: 'x', attributes: { bold: {} } }])), page.TIPTAP)
  assert.equal(words(element('ordered_list', {}, element('list_item', {}, p('x')))), page.OURS)
})

test('what the server has not got is told by place', () => {
  const doc = new Y.Doc()
  const baseline = new Baseline(doc)
  const plan = new PlanDocument(doc, () => true)
  const id = plan.add('Schritt')
  doc.getText('goal').insert(0, 'Ziel')
  assert.deepEqual(new Set(baseline.places().map(([root]) => root)), new Set(['steps', 'goal']))
  baseline.asked(Y.encodeStateVector(doc))
  assert.deepEqual(baseline.places(), [])
  plan.appendDetails(id, 'neu')
  assert.deepEqual(baseline.places(), [['steps', id, 'details']])
  baseline.settled()
  assert.deepEqual(baseline.places(), [])
  plan.edit(() => plan.shared(id, 'title').insert(0, 'Ein '))
  assert.deepEqual(baseline.places(), [['steps', id, 'title']])
})

test("only our server's own word ends a visit", async () => {
  const answer = (status, type, body) => refusal('r1', new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } }))
  const problem = 'application/problem+json'
  assert.equal(await answer(404, problem, { status: 404, code: 'notFound', room: 'r1' }), 4404)
  assert.equal(await answer(403, problem, { status: 403, code: 'otherRoom', room: 'r1' }), 4403)
  assert.equal(await answer(401, problem, { status: 401, code: 'unauthorized', room: 'r1' }), 4401)
  for (const [status, type, body] of [
    [404, 'text/html', { status: 404, code: 'notFound', room: 'r1' }],
    [404, problem, { status: 404, code: 'notFound' }],
    [404, problem, { status: 404, code: 'notFound', room: 'r2' }],
    [404, problem, { status: 404, title: 'Not Found' }],
    [403, problem, { status: 403, code: 'foreignOrigin', room: 'r1' }],
    [502, problem, { status: 404, code: 'notFound', room: 'r1' }],
    [200, 'application/json', { room: 'r1' }]
  ]) assert.equal(await answer(status, type, body), null)
})

test('letters in a paragraph that somebody else takes out at the same time are kept for their author', () => {
  const { docs, plans, meet } = people(2)
  const details = (doc) => doc.getMap('steps').get('s').get('details')
  step(docs[0], { details: new Y.XmlFragment() })
  for (const words of ['Kosten', 'Recht']) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    plans[0].edit(() => details(docs[0]).push([paragraph]))
  }
  meet()
  const lost = docs.map(() => '')
  docs.forEach((doc, i) => details(doc).observeDeep((events, transaction) => (lost[i] += page.lostText(events, transaction))))
  // Both at once: one takes the paragraph out, the other writes in it.
  plans[0].undoer.stopCapturing()
  plans[0].edit(() => details(docs[0]).delete(0, 1))
  plans[1].edit(() => details(docs[1]).get(0).get(0).insert(6, ' prüfen'))
  meet()
  assert.deepEqual(lost, ['', 'Kosten prüfen'])
  // Undone, the paragraph is back as it was deleted, for everybody; its author has the rest.
  plans[0].undo()
  meet()
  assert.equal(details(docs[1]).toString(), '<paragraph>Kosten</paragraph><paragraph>Recht</paragraph>')
  // A paragraph that only the one who deletes it has written in is no loss to anybody.
  plans[0].edit(() => details(docs[0]).delete(1, 1))
  meet()
  assert.deepEqual(lost, ['', 'Kosten prüfen'])
})
