/** Tables: the twin of every drawing, and the duels of a ranking. */
import { h } from '../../dom.js'

/** @import {Table} from '../types.js' */

/**
 * A table in a box of its own that scrolls sideways where it is too wide, by keyboard too.
 *
 * @param {string} caption
 * @param {Table} table
 * @returns {HTMLElement}
 */
export function tableView(caption, { columns, rows }) {
  return h(
    'div',
    { class: 'table', tabindex: '0', role: 'group', 'aria-label': caption },
    h(
      'table',
      null,
      h('caption', { class: 'vh' }, caption),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          columns.map((name) => h('th', { scope: 'col' }, name))
        )
      ),
      h(
        'tbody',
        null,
        rows.map(([first, ...rest]) =>
          h(
            'tr',
            null,
            h('th', { scope: 'row' }, first),
            rest.map((cell) => h('td', { class: typeof cell === 'number' ? 'num' : null }, cell))
          )
        )
      )
    )
  )
}
