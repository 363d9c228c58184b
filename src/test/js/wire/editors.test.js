// What the editors write that nearly everybody uses: seen with its structure in the plan and its exports, and left as it is by them.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { BlockNoteEditor } from '@blocknote/core'
import { Editor } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import Image from '@tiptap/extension-image'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import Mention from '@tiptap/extension-mention'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { place } from './dom.js'
import { addStep, exported, field, planOf, room } from './plans.js'
import { call, endAll, expectCall, until } from './support.js'

const editors = []
after(() => {
  editors.forEach(editor => editor.destroy())
  endAll()
})

const DOCUMENT = `
  <h2>Titel</h2>
  <p>Ein <strong>fetter</strong>, <em>schräger</em>, <u>unterstrichener</u>, <s>alter</s> Text mit <code>code</code> und
    <a href="https://example.org/">Link</a><br>in zwei Zeilen</p>
  <ol start="6"><li><p>Sechs</p><ul><li><p>tief</p></li></ul></li><li><p>Sieben</p></li></ol>
  <ul data-type="taskList"><li data-type="taskItem" data-checked="true"><p>erledigt</p></li><li data-type="taskItem" data-checked="false"><p>offen</p></li></ul>
  <blockquote><p>Zitat</p></blockquote>
  <pre><code class="language-sql">select 1</code></pre>
  <hr>
  <table><tr><th>Wer</th><th>Wann</th></tr><tr><td>Amt</td><td>Mai</td></tr></table>
  <p>Frag <span data-type="mention" data-id="42" data-label="Anna"></span> dazu</p>
  <img src="https://example.org/b.png" alt="Skizze">`

function tiptap (fragment) {
  const extensions = [
    StarterKit.configure({ undoRedo: false }), TaskList, TaskItem.configure({ nested: true }), TableKit, Mention, Image, Collaboration.configure({ fragment })
  ]
  const editor = new Editor({ element: place(), extensions })
  editors.push(editor)
  return editor
}

function blockNote (fragment) {
  const editor = BlockNoteEditor.create({ collaboration: { fragment, user: { name: 'Bea', color: '#123456' }, provider: undefined } })
  editor.mount(place())
  editors.push(editor._tiptapEditor)
  return editor
}

const BLOCKS = [
  { type: 'heading', props: { level: 2 }, content: 'Titel' },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Ein ', styles: {} }, { type: 'text', text: 'fetter', styles: { bold: true } }, { type: 'text', text: ' und ', styles: {} },
      { type: 'text', text: 'schräger', styles: { italic: true } }, { type: 'text', text: ' Text, ', styles: {} },
      { type: 'link', href: 'https://example.org/', content: 'Link' }
    ]
  },
  { type: 'bulletListItem', content: 'Punkt', children: [{ type: 'bulletListItem', content: 'tief' }] },
  { type: 'numberedListItem', props: { start: 6 }, content: 'Sechs' },
  { type: 'numberedListItem', content: 'Sieben' },
  { type: 'checkListItem', props: { checked: true }, content: 'erledigt' },
  { type: 'checkListItem', content: 'offen' },
  { type: 'quote', content: 'Zitat' },
  { type: 'codeBlock', props: { language: 'sql' }, content: 'select 1' },
  { type: 'table', content: { type: 'tableContent', headerRows: 1, rows: [{ cells: ['Wer', 'Wann'] }, { cells: ['Amt', 'Mai'] }] } },
  { type: 'image', props: { url: 'https://example.org/b.png', caption: 'Skizze' } }
]

/** What is to be seen of both documents above, as Markdown. */
const COMMON = {
  heading: /^#+ Titel$/m,
  bold: /\*\*fetter\*\*/,
  slanted: /\*schräger\*/,
  link: /\[Link\]\(https:\/\/example\.org\/\)/,
  numbers: /^6\. Sechs$[^]*^7\. Sieben$/m,
  nesting: /^ {2,}[-*+] tief$/m,
  tasks: /^[-*+] \[x\] erledigt\n[-*+] \[ \] offen$/m,
  quote: /^> Zitat$/m,
  code: /^```sql\nselect 1\n```$/m,
  table: /^\| Wer \| Wann \|\n\|[-: |]+\|\n\| Amt \| Mai \|$/m,
  picture: /Skizze/
}
const MORE = {
  break: /Link\]\(https:\/\/example\.org\/\)\\\nin zwei Zeilen/,
  struck: /~~alter~~/,
  codeInLine: /`code`/,
  mention: /Frag @?Anna dazu/,
  rule: /^(---|\*\*\*|___)$/m
}

function shows (markdown, expected) {
  for (const [what, pattern] of Object.entries(expected)) assert.match(markdown, pattern, what)
}

/** Reading changes nothing, what was read can be put back, and a version brings back every node, mark and attribute. */
async function survives (at, step) {
  // JSON has no undefined, which says as much as no attribute
  const xml = () => field(at, step, 'details').toString().replace(/ \w+="undefined"/g, '')
  const before = xml()
  const plan = await planOf(at)
  await expectCall(200, 'PUT', `${at.path}/plan`, at.mona.token, plan)
  assert.equal((await planOf(at)).version, plan.version, 'a PUT of what GET gives is without effect')
  const json = JSON.parse(await exported(at, 'json'))
  await expectCall(200, 'PUT', `${at.path}/plan`, at.mona.token, json)
  assert.equal((await planOf(at)).version, plan.version, 'a PUT of the JSON export is without effect')

  const version = await expectCall(201, 'POST', `${at.path}/versions`, at.mona.token, { name: 'vorher' })
  const wreck = { ...plan, steps: plan.steps.map(({ id, title }) => ({ id, title, details: 'nur noch das' })) }
  await expectCall(200, 'PUT', `${at.path}/plan`, at.mona.token, wreck)
  await until('the other text', () => xml().includes('nur noch das'))
  const { status } = await call('POST', `${at.path}/versions/${version.id}/restore`, at.mona.token)
  assert.ok(status < 300, `restoring: ${status}`)
  await until('the text of before', () => !xml().includes('nur noch das'))
  assert.equal(xml(), before, 'restoring a version')

  await expectCall(200, 'PUT', `${at.path}/plan`, at.mona.token, wreck)
  await until('the other text', () => xml().includes('nur noch das'))
  await expectCall(200, 'PUT', `${at.path}/plan`, at.mona.token, json)
  await until('the text of before', () => !xml().includes('nur noch das'))
  assert.equal(xml(), before, 'putting the JSON export')
}

test('TipTap', async () => {
  const at = await room('TipTap')
  const step = addStep(at, 'Schritt')
  tiptap(field(at, step, 'details')).commands.setContent(DOCUMENT)
  await until('the text in the plan', async () => (await planOf(at)).steps[0].details.includes('Anna'))
  const { details } = (await planOf(at)).steps[0]
  shows(details, { ...COMMON, ...MORE })
  shows(await exported(at, 'md'), { ...COMMON, ...MORE })
  await survives(at, step)
})

test('BlockNote', async () => {
  const at = await room('BlockNote')
  const step = addStep(at, 'Schritt')
  const editor = blockNote(field(at, step, 'details'))
  editor.replaceBlocks(editor.document, BLOCKS)
  await until('the text in the plan', async () => (await planOf(at)).steps[0].details.includes('Skizze'))
  const { details } = (await planOf(at)).steps[0]
  shows(details, COMMON)
  shows(await exported(at, 'md'), COMMON)
  await survives(at, step)
})
