// Rich text to write in: ProseMirror on a Y.XmlFragment. Loaded when a rich field is first opened, not before.
import { commands, inputrules, keymap, list, model, state, view, yProsemirror } from '/vendor/editor.js'
import { h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { hue } from './carets.js'
import { askLink } from './link-dialog.js'
import { isSafe } from './rich-view.js'

/** The contract's nodes and marks, no others. */
const schema = new model.Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: { level: { default: 1 } },
      defining: true,
      parseDOM: [1, 2, 3].map((level) => ({ tag: `h${level}`, attrs: { level } })),
      toDOM: (node) => [`h${Math.min(6, 3 + node.attrs['level'])}`, 0]
    },
    bullet_list: { ...list.bulletList, group: 'block', content: 'list_item+' },
    ordered_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { ...list.listItem, content: 'paragraph block*' },
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br']
    },
    text: { group: 'inline' }
  },
  marks: {
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => ({ href: dom.getAttribute('href') }) }],
      toDOM: (mark) => [
        'a',
        { href: isSafe(mark.attrs['href']) ? mark.attrs['href'] : '#', rel: 'noopener noreferrer' },
        0
      ]
    }
  }
})
const { strong, em, link } = schema.marks
const { bullet_list: bullets, ordered_list: numbers, list_item: item } = schema.nodes

/**
 * @param {object} what
 * @param {import('/vendor/yjs.js').Y.XmlFragment} what.fragment
 * @param {import('/vendor/yjs.js').awareness.Awareness} what.awareness
 * @param {import('./document.js').PlanDocument} what.plan
 * @param {string} what.label id of the visible label
 * @param {(() => boolean)} what.editable
 * @returns {{element: HTMLElement, focus(): void, refresh(): void, destroy(): void}}
 */
export function richEditor({ fragment, awareness, plan, label, editable }) {
  plan.undoer.addTrackedOrigin(yProsemirror.ySyncPluginKey)
  const place = h('div', null)
  const bar = toolbar(() => editor)
  const editor = new view.EditorView(
    { mount: place },
    {
      state: state.EditorState.create({ schema, plugins: plugins(fragment, awareness, plan) }),
      editable,
      attributes: { class: 'rich', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': label },
      /** @this {view.EditorView} @param {state.Transaction} transaction */
      dispatchTransaction(transaction) {
        // The carets' plugin speaks once more after the editor has gone.
        if (this.isDestroyed) return
        // Called while the view is being made, too: the binding puts the shared text in.
        this.updateState(this.state.apply(transaction))
        bar.refresh(this.state)
      },
      handleClickOn: (_view, _pos, _node, _nodePos, event) => followLink(event)
    }
  )
  bar.refresh(editor.state)
  const element = h('div', { class: 'editor field-ring' }, bar.element, place)
  const refresh = () => {
    bar.element.hidden = !editable()
    editor.setProps({ editable })
  }
  refresh()
  return { element, focus: () => editor.focus(), refresh, destroy: () => editor.destroy() }
}

/** A link opens with the modifier key, as in other editors: a plain click is for the caret. @param {MouseEvent} event */
function followLink(event) {
  const anchor = event.target instanceof Element ? event.target.closest('a') : null
  if (!anchor || !(event.ctrlKey || event.metaKey) || !isSafe(anchor.href)) return false
  window.open(anchor.href, '_blank', 'noopener')
  return true
}

/**
 * @param {import('/vendor/yjs.js').Y.XmlFragment} fragment
 * @param {import('/vendor/yjs.js').awareness.Awareness} awareness
 * @param {import('./document.js').PlanDocument} plan
 */
function plugins(fragment, awareness, plan) {
  const undo = () => plan.undo()
  const redo = () => plan.undoer.redo() !== null
  return [
    yProsemirror.ySyncPlugin(fragment),
    yProsemirror.yCursorPlugin(awareness, { cursorBuilder: caret, selectionBuilder: () => ({ class: 'picked-text' }) }),
    inputrules.inputRules({
      rules: [
        inputrules.wrappingInputRule(/^\s*[-*]\s$/, bullets),
        inputrules.wrappingInputRule(/^\s*1[.)]\s$/, numbers)
      ]
    }),
    keymap.keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      'Mod-b': commands.toggleMark(strong),
      'Mod-i': commands.toggleMark(em),
      'Mod-k': (_state, _dispatch, editor) => (editor ? (setLink(editor), true) : false),
      'Shift-Enter': (editorState, dispatch) => {
        dispatch?.(editorState.tr.replaceSelectionWith(schema.nodes.hard_break.create()).scrollIntoView())
        return true
      },
      Enter: list.splitListItem(item),
      // Tab leaves the field, as keyboard users need; lists are nested with these.
      'Mod-]': list.sinkListItem(item),
      'Mod-[': list.liftListItem(item)
    }),
    keymap.keymap(commands.baseKeymap)
  ]
}

/** @param {{id?: string, name?: string}} user @returns {HTMLElement} */
function caret(user) {
  return h('span', {
    class: 'caret fading',
    dataset: { name: String(user.name ?? '') },
    style: { '--h': hue(String(user.id ?? '')) },
    contenteditable: 'false',
    'aria-hidden': 'true'
  })
}

/** @param {() => view.EditorView} editor */
function toolbar(editor) {
  /** @type {{button: HTMLButtonElement, active: (s: state.EditorState) => boolean}[]} */
  const tools = [
    tool(
      'bold',
      'room.rich.bold',
      () => run(commands.toggleMark(strong)),
      (s) => hasMark(s, strong)
    ),
    tool('list', 'room.rich.list', toggleList, inList),
    tool(
      'link',
      'room.rich.link',
      () => setLink(editor()),
      (s) => hasMark(s, link)
    )
  ]
  /** @param {state.Command} command */
  function run(command) {
    command(editor().state, editor().dispatch, editor())
    editor().focus()
  }
  function toggleList() {
    run(inList(editor().state) ? list.liftListItem(item) : list.wrapInList(bullets))
  }
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

/** @param {state.EditorState} s @param {model.MarkType} mark */
function hasMark(s, mark) {
  const { from, to, empty, $from } = s.selection
  return empty ? Boolean(mark.isInSet(s.storedMarks ?? $from.marks())) : s.doc.rangeHasMark(from, to, mark)
}

/** @param {state.EditorState} s */
function inList(s) {
  const { $from } = s.selection
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === item) return true
  return false
}

/** Asks for an address and links the selection; without one the link goes. @param {view.EditorView} editor */
async function setLink(editor) {
  const { from, to, empty, $from } = editor.state.selection
  const old = (empty ? $from.marks() : ($from.nodeAfter?.marks ?? [])).find((mark) => mark.type === link)
  const asked = await askLink(old?.attrs['href'] ?? '', empty ? '' : editor.state.doc.textBetween(from, to, ' '))
  if (asked) {
    const { href, text } = asked
    const tr = editor.state.tr
    if (href === '') tr.removeMark(from, to, link)
    else if (empty) tr.replaceSelectionWith(schema.text(text || href, [link.create({ href })]), false)
    else tr.addMark(from, to, link.create({ href }))
    editor.dispatch(tr)
  }
  editor.focus()
}
