// Tables as TipTap writes them: their cells are written in, their shape stays. Joining cells by a stray Backspace would leave others a broken table.
import { state } from '/vendor/editor.js'

/** @typedef {import('/vendor/editor.js').model.Node} EditorNode */
/** @typedef {import('/vendor/editor.js').model.NodeSpec} NodeSpec */

/** @param {EditorNode} cell */
function spans(cell) {
  const { colspan = 1, rowspan = 1 } = cell.attrs
  return { ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) }
}

/** @param {'td' | 'th'} tag @returns {NodeSpec} */
const cell = (tag) => ({ content: 'block+', isolating: true, toDOM: (node) => [tag, spans(node), 0] })

/** @type {Record<string, NodeSpec>} */
export const TABLES = {
  table: { group: 'block', content: 'tableRow+', isolating: true, toDOM: () => ['table', ['tbody', 0]] },
  tableRow: { content: '(tableCell | tableHeader)*', toDOM: () => ['tr', 0] },
  tableCell: cell('td'),
  tableHeader: cell('th')
}

/** How many cells each row of each table has. @param {EditorNode} doc @returns {string[]} */
function shapes(doc) {
  /** @type {string[]} */
  const found = []
  doc.descendants((node) => {
    if (node.type.name !== 'table') return !node.isTextblock
    /** @type {number[]} */
    const rows = []
    node.forEach((row) => void rows.push(row.childCount))
    found.push(rows.join())
    return false
  })
  return found
}

/** Refuses what would change the shape of a table; whole tables may go. What others do is theirs. @param {state.PluginKey} others marks what they did */
export function keepTables(others) {
  return new state.Plugin({
    filterTransaction(transaction, { doc }) {
      if (!transaction.docChanged || transaction.getMeta(others)) return true
      const before = shapes(doc)
      if (before.length === 0) return true
      const after = shapes(transaction.doc)
      return after.length < before.length ? after.every((shape) => before.includes(shape)) : String(after) === String(before)
    }
  })
}
