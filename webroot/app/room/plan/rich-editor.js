// Rich text to write in: ProseMirror on a Y.XmlFragment. Loaded when a rich field is first opened, not before.
import { commands, inputrules, keymap, list, model, state, view, yProsemirror } from '/vendor/editor.js'
import { h } from '../../dom.js'
import { hue } from './carets.js'
import { holds, marksIn, stillHolds } from './rich-holds.js'
import { cleaned, cleanedHtml, pastedLines } from './rich-paste.js'
import { schemaOf } from './rich-schema.js'
import { linkBefore, linkRule } from './rich-links.js'
import { keepTables } from './rich-tables.js'
import { TASK, TASK_LIST, taskView, tickTask } from './rich-tasks.js'
import { setLink, toolbar } from './rich-toolbar.js'
import { richNodes } from './rich-view.js'
import { isSafe } from './safe-link.js'
import { OURS, TIPTAP } from './rich-words.js'

/** @typedef {import('/vendor/yjs.js').Y.XmlFragment} XmlFragment */
/** @typedef {import('./rich-words.js').Words} Words */

/**
 * @typedef {object} Editor
 * @property {HTMLElement} element
 * @property {() => void} focus
 * @property {(events: import('/vendor/yjs.js').Y.YEvent<any>[]) => boolean} holds whether it can hold what others have just written
 * @property {() => void} destroy
 */

/** Marks known by name: all others are kept without a look of their own. */
const KNOWN = new Set([OURS.strong, OURS.em, TIPTAP.strong, TIPTAP.em, 'link', 'underline', 'strike', 'code'])

/**
 * @param {object} what
 * @param {XmlFragment} what.fragment
 * @param {import('/vendor/yjs.js').awareness.Awareness} what.awareness
 * @param {import('./document.js').PlanDocument} what.plan
 * @param {string} what.label id of the visible label
 * @param {Words} what.words the editor writes in
 * @returns {Editor | null} null if the text has something that the editor would change
 */
export function richEditor({ fragment, awareness, plan, label, words }) {
  const marks = [...marksIn(fragment)].filter((mark) => !KNOWN.has(mark)).sort()
  const schema = schemaOf(words, marks)
  if (!holds(fragment, schema)) return null
  plan.undoer.addTrackedOrigin(yProsemirror.ySyncPluginKey)
  const place = h('div', null)
  const types = typesOf(schema, words)
  const bar = toolbar(() => editor, types)
  const editor = new view.EditorView(
    { mount: place },
    {
      state: state.EditorState.create({ schema, plugins: plugins(fragment, awareness, plan, types) }),
      attributes: {
        class: 'rich',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': label,
        'data-field': label,
        dir: 'auto'
      },
      /** @this {view.EditorView} @param {state.Transaction} transaction */
      dispatchTransaction(transaction) {
        // The carets' plugin speaks once more after the editor has gone.
        if (this.isDestroyed) return
        // Called while the view is being made, too: the binding puts the shared text in.
        this.updateState(this.state.apply(transaction))
        bar.refresh(this.state)
      },
      handleClickOn: (_view, _pos, _node, _nodePos, event) => followLink(event),
      transformPastedHTML: (html) => cleanedHtml(html),
      nodeViews: { [TASK]: taskView },
      clipboardTextParser: (text, $context) => plainSlice(text, $context, schema)
    }
  )
  bar.refresh(editor.state)
  return {
    element: h('div', { class: 'editor field-ring' }, bar.element, place),
    focus: () => editor.focus(),
    holds: (events) => stillHolds(fragment, schema, events),
    destroy: () => editor.destroy()
  }
}

/**
 * Writes a text anew in a form that the editor can hold; what it can't becomes readable text. A deliberate act, that undo takes back.
 *
 * @param {XmlFragment} fragment
 * @param {import('./document.js').PlanDocument} plan
 * @param {Words} words
 */
export function convert(fragment, plan, words) {
  const content = cleaned(h('div', null, richNodes(fragment)))
  for (const heading of content.querySelectorAll('h4, h5, h6')) {
    // Shown three levels lower than they are.
    const level = /** @type {'h1'} */ (`h${Number(heading.tagName[1]) - 3}`)
    heading.replaceWith(h(level, null, [...heading.childNodes]))
  }
  const doc = model.DOMParser.fromSchema(schemaOf(words, [])).parse(content)
  plan.undoer.stopCapturing()
  plan.edit(() => {
    fragment.delete(0, fragment.length)
    yProsemirror.prosemirrorToYXmlFragment(doc, fragment)
  })
}

/** @param {model.Schema} schema @param {Words} words */
function typesOf(schema, words) {
  const node = (/** @type {string} */ name) => /** @type {model.NodeType} */ (schema.nodes[name])
  const mark = (/** @type {string} */ name) => /** @type {model.MarkType} */ (schema.marks[name])
  return {
    strong: mark(words.strong),
    em: mark(words.em),
    link: mark('link'),
    bullets: node(words.bullets),
    numbers: node(words.numbers),
    item: node(words.item),
    task: node(TASK),
    tasks: node(TASK_LIST),
    lineBreak: node(words.lineBreak),
    start: words.start
  }
}

/** A link opens with the modifier key, as in other editors: a plain click is for the caret. @param {MouseEvent} event */
function followLink(event) {
  const anchor = event.target instanceof Element ? event.target.closest('a') : null
  if (!anchor || !(event.ctrlKey || event.metaKey) || !isSafe(anchor.href)) return false
  window.open(anchor.href, '_blank', 'noopener')
  return true
}

/** @param {string} text @param {model.ResolvedPos} $context @param {model.Schema} schema */
function plainSlice(text, $context, schema) {
  const marks = $context.marks()
  const paragraphs = pastedLines(text).map((line) =>
    schema.node('paragraph', null, line ? [schema.text(line, marks)] : [])
  )
  return model.Slice.maxOpen(model.Fragment.from(paragraphs))
}

/**
 * @param {XmlFragment} fragment
 * @param {import('/vendor/yjs.js').awareness.Awareness} awareness
 * @param {import('./document.js').PlanDocument} plan
 * @param {ReturnType<typeof typesOf>} types
 */
function plugins(fragment, awareness, plan, types) {
  const undo = () => plan.undo()
  const redo = () => plan.redo()
  const { item, task } = types
  const { chainCommands } = commands
  return [
    onEdits(yProsemirror.ySyncPlugin(fragment)),
    keepTables(yProsemirror.ySyncPluginKey),
    yProsemirror.yCursorPlugin(awareness, { cursorBuilder: caret, selectionBuilder: () => ({ class: 'picked-text' }) }),
    inputrules.inputRules({
      rules: [
        linkRule(types.link),
        inputrules.wrappingInputRule(/^\s*[-*]\s$/, types.bullets),
        inputrules.wrappingInputRule(/^\s*\[ ?\]\s$/, types.tasks),
        inputrules.wrappingInputRule(/^\s*(\d{1,4})[.)]\s$/, types.numbers, ([, from]) =>
          from === '1' ? null : { [types.start]: Number(from) }
        )
      ]
    }),
    // By itself: what Enter does otherwise then sees the link.
    keymap.keymap({ Enter: linkBefore(types.link) }),
    keymap.keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      'Mod-b': commands.toggleMark(types.strong),
      'Mod-i': commands.toggleMark(types.em),
      'Mod-k': (_state, _dispatch, editor) => (editor ? (void setLink(editor, types.link), true) : false),
      'Shift-Enter': (editorState, dispatch) => {
        dispatch?.(editorState.tr.replaceSelectionWith(types.lineBreak.create()).scrollIntoView())
        return true
      },
      Enter: chainCommands(list.splitListItem(item), list.splitListItem(task, { checked: false })),
      'Mod-Enter': tickTask,
      // Tab leaves the field, as keyboard users need; lists are nested with these.
      'Mod-]': chainCommands(list.sinkListItem(item), list.sinkListItem(task)),
      'Mod-[': chainCommands(list.liftListItem(item), list.liftListItem(task))
    }),
    keymap.keymap(commands.baseKeymap)
  ]
}

/**
 * The binding writes whenever anything happens in the view, a caret set included. Here it writes only when the text in the view has changed:
 * looking at a text, or clicking into it, is no edit.
 *
 * @param {state.Plugin} binding
 */
function onEdits(binding) {
  const make = binding.spec.view
  if (make)
    binding.spec.view = (editor) => {
      const made = make(editor)
      return {
        ...made,
        update(now, before) {
          if (now.state.doc !== before.doc) made.update?.(now, before)
        }
      }
    }
  return binding
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
