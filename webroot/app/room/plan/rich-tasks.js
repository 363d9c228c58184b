// Tasks in a rich text: a box to tick before each, that is part of the page and not of the text.
import { h } from '../../dom.js'
import { t } from '../../i18n.js'

/** @typedef {import('/vendor/editor.js').model.Node} EditorNode */
/** @typedef {import('/vendor/editor.js').view.EditorView} EditorView */
/** @typedef {import('/vendor/editor.js').state.Command} Command */

export const TASK_LIST = 'taskList'
export const TASK = 'taskItem'

/** @param {EditorNode} node */
const isDone = (node) => node.attrs['checked'] === true

/**
 * A task as an element of the editor.
 *
 * @param {EditorNode} node
 * @param {EditorView} editor
 * @param {() => number | undefined} place
 */
export function taskView(node, editor, place) {
  const box = h('input', { type: 'checkbox', 'aria-label': t('room.rich.done'), contenteditable: 'false', checked: isDone(node) })
  const content = h('div', null)
  const element = h('li', { dataset: { checked: String(isDone(node)) } }, box, content)
  // The text keeps its caret and its focus.
  box.addEventListener('mousedown', (event) => event.preventDefault())
  box.addEventListener('change', () => {
    const at = place()
    if (at !== undefined) editor.dispatch(setDone(editor.state, at, box.checked))
  })
  return {
    dom: element,
    contentDOM: content,
    /** @param {EditorNode} now */
    update(now) {
      if (now.type !== node.type) return false
      box.checked = isDone(now)
      element.dataset['checked'] = String(isDone(now))
      return true
    },
    /** @param {Event} event */
    stopEvent: (event) => event.target === box,
    /** @param {{target: Node}} change */
    ignoreMutation: (change) => !content.contains(change.target)
  }
}

/** @param {import('/vendor/editor.js').state.EditorState} state @param {number} at @param {boolean} done */
function setDone(state, at, done) {
  return state.tr.setNodeMarkup(at, undefined, { ...state.doc.nodeAt(at)?.attrs, checked: done })
}

/** Ticks off the task that the caret is in, or opens it again. @type {Command} */
export function tickTask(state, dispatch) {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type.name !== TASK) continue
    dispatch?.(setDone(state, $from.before(depth), !isDone(node)))
    return true
  }
  return false
}
