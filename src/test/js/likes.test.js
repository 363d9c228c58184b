// What makes work pleasant, in its pure parts: names to choose from, replies in order, addresses that are typed, copies, acts on several steps.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from './pages.js'

const { Y, suggested, namesIn, threaded, addressAtEnd, PlanDocument, setMany, readPlan } = await load(
  'room/plan/names.js',
  'room/plan/replies.js',
  'room/plan/rich-links.js',
  'room/plan/document.js',
  'room/plan/set-many.js',
  'plan/read.js'
)

test('names used before are suggested once, for the last name that is being typed', () => {
  assert.deepEqual(namesIn(['Hauptamt, IT', 'hauptamt', ' ', 'Kämmerei ,IT']), ['Hauptamt', 'IT', 'Kämmerei'])
  assert.deepEqual(suggested('', ['IT', 'Hauptamt']), ['IT', 'Hauptamt'])
  assert.deepEqual(suggested('it, Hau', ['IT', 'Hauptamt', 'Kämmerei']), ['it, Hauptamt', 'it, Kämmerei'])
})

test('replies stand below what they answer, in the order they came; rings and orphans lose nobody', () => {
  const comment = (id, replyTo) => ({ id, text: id, ...(replyTo && { replyTo }) })
  const order = (...comments) => threaded(comments).map(({ comment: { id }, reply }) => (reply ? `>${id}` : id))
  assert.deepEqual(order(comment('a'), comment('b'), comment('c', 'a'), comment('d', 'c'), comment('e', 'b')), ['a', '>c', '>d', 'b', '>e'])
  assert.deepEqual(order(comment('a', 'gone'), comment('b', 'b')), ['a', 'b'])
  assert.deepEqual(order(comment('a', 'b'), comment('b', 'a'), comment('c', 'a')).map((id) => id.replace('>', '')).sort(), ['a', 'b', 'c'])
})

test('an address at the end of what is typed becomes a link, without the sentence around it', () => {
  const link = (text) => {
    const found = addressAtEnd(text)
    return found && [text.slice(found.from, found.to), found.href]
  }
  assert.deepEqual(link('siehe https://example.org/a?b=1,'), ['https://example.org/a?b=1', 'https://example.org/a?b=1'])
  assert.deepEqual(link('(www.example.org).'), ['www.example.org', 'https://www.example.org'])
  for (const none of ['siehe', 'https://', 'x https://example.org weiter', 'javascript:alert(1)', 'wwwx.example.org', 'axhttps://example.org']) {
    assert.equal(link(none), null, none)
  }
})

const planOf = () => {
  const doc = new Y.Doc()
  const plan = new PlanDocument(doc, () => true)
  return { doc, plan, titles: () => readPlan(doc).steps.map(({ title }) => title) }
}

test('a copy stands below with all that was written, without comments, and is taken back by one undo', () => {
  const { doc, plan, titles } = planOf()
  const [first] = [plan.add('Eins'), plan.add('Zwei')]
  plan.write(first, 'responsible', 'Amt')
  plan.set(first, 'due', '2027-01-31')
  plan.appendDetails(first, 'Ein Absatz')
  plan.comment(first, { id: 'c', member: 'm', name: 'Mona', text: 'Nein', at: '2026-11-30T10:00:00Z', done: false })
  const copy = plan.copy(first, 'Eins (Kopie)')
  assert.deepEqual(titles(), ['Eins', 'Eins (Kopie)', 'Zwei'])
  const [from, to] = readPlan(doc).steps
  assert.deepEqual([to.responsible, to.due, to.comments.length, String(to.details)], ['Amt', '2027-01-31', 0, String(from.details)])
  assert.notEqual(to.id, from.id)
  plan.shared(copy, 'responsible').insert(0, 'Bau')
  assert.equal(plan.text(first, 'responsible'), 'Amt', 'a copy is its own')
  plan.shared(copy, 'responsible').delete(0, 3)
  plan.undo()
  assert.deepEqual(titles(), ['Eins', 'Zwei'])
  plan.redo()
  assert.deepEqual(titles(), ['Eins', 'Eins (Kopie)', 'Zwei'])
})

test('several steps are changed by one act: what is left empty stays, a tag is added once, one undo takes all back', () => {
  const { doc, plan } = planOf()
  const ids = [plan.add('Eins'), plan.add('Zwei')]
  plan.write(ids[0], 'tags', 'Recht')
  plan.set(ids[0], 'due', '2027-01-31')
  setMany(plan, ids, { status: 'doing', due: '', responsible: 'IT', tag: 'recht, Geld' })
  const seen = () => readPlan(doc).steps.map(({ status, due, responsible, tags }) => [status, due, responsible, tags])
  assert.deepEqual(seen(), [
    ['doing', '2027-01-31', 'IT', 'Recht, Geld'],
    ['doing', null, 'IT', 'recht, Geld']
  ])
  plan.undo()
  assert.deepEqual(seen(), [
    ['idea', '2027-01-31', '', 'Recht'],
    ['idea', null, '', '']
  ])
})
