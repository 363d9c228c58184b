// The buttons above a rich text: bold, italic, list, link.
import { commands, list, state } from '/vendor/editor.js'
import { h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { askLink } from './link-dialog.js'

/** @typedef {import('/vendor/editor.js').view.EditorView} EditorView */
/** @typedef {import('/vendor/editor.js').model.MarkType} MarkType */
/** @typedef {import('/vendor/editor.js').model.NodeType} NodeType */

/**
 * @param {() => EditorView} editor
 * @param {{strong: MarkType, em: MarkType, link: MarkType, bullets: NodeType, item: NodeType}} types
 */
export function toolbar(editor, { strong, em, link, bullets, item }) {
  /** @param {state.Command} command */
  function run(command) {
    command(editor().state, editor().dispatch, editor())
    editor().focus()
  }
  const inList = (/** @type {state.EditorState} */ s) => isIn(s, item)
  function toggleList() {
    run(inList(editor().state) ? list.liftListItem(item) : list.wrapInList(bullets))
  }
  const tools = [
    tool(
      'bold',
      'room.rich.bold',
      () => run(commands.toggleMark(strong)),
      (s) => hasMark(s, strong)
    ),
    tool(
      'italic',
      'room.rich.italic',
      () => run(commands.toggleMark(em)),
      (s) => hasMark(s, em)
    ),
    tool('list', 'room.rich.list', toggleList, inList),
    tool(
      'link',
      'room.rich.link',
      () => void setLink(editor(), link),
      (s) => hasMark(s, link)
    )
  ]
  return {
    element: h(
      'div',
      { role: 'toolbar', 'aria-label': t('room.rich.toolbar') },
      tools.map(({ button }) => button)
    ),
    /** @param {state.EditorState} now */
    refresh(now) {
      for (const { button, active } of tools) button.setAttribute('aria-pressed', String(active(now)))
    }
  }
}

/**
 * @param {string} sign
 * @param {string} name key of its text
 * @param {() => void} act
 * @param {(s: state.EditorState) => boolean} active
 */
function tool(sign, name, act, active) {
  const button = h('button', { type: 'button', class: 'icon', 'aria-label': t(name), title: t(name) }, icon(sign))
  button.addEventListener('mousedown', (event) => event.preventDefault()) // the text keeps its selection
  button.addEventListener('click', act)
  return { button, active }
}

/** @param {state.EditorState} s @param {MarkType} mark */
function hasMark(s, mark) {
  const { from, to, empty, $from } = s.selection
  return empty ? Boolean(mark.isInSet(s.storedMarks ?? $from.marks())) : s.doc.rangeHasMark(from, to, mark)
}

/** @param {state.EditorState} s @param {NodeType} item */
function isIn(s, item) {
  const { $from } = s.selection
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === item) return true
  return false
}

/** Asks for an address and links the selection; without one the link goes. @param {EditorView} editor @param {MarkType} link */
export async function setLink(editor, link) {
  const { from, to, empty, $from } = editor.state.selection
  const old = (empty ? $from.marks() : ($from.nodeAfter?.marks ?? [])).find((mark) => mark.type === link)
  const asked = await askLink(old?.attrs['href'] ?? '', empty ? '' : editor.state.doc.textBetween(from, to, ' '))
  if (editor.isDestroyed) return
  if (asked) {
    const { href, text } = asked
    const tr = editor.state.tr
    // What else somebody's editor knows of this link stays.
    const mark = link.create({ ...old?.attrs, href })
    if (href === '') tr.removeMark(from, to, link)
    else if (empty) tr.replaceSelectionWith(editor.state.schema.text(text || href, [mark]), false)
    else tr.addMark(from, to, mark)
    editor.dispatch(tr)
  }
  editor.focus()
}
