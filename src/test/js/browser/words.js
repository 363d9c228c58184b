import { Mark, Node } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'

const block = (name, tag, more) => Node.create({ name, group: 'block', renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0], ...more })
const enter = () => ({ Enter: ({ editor }) => editor.commands.splitListItem('list_item') })
export const words = [
  block('bullet_list', 'ul', { content: 'list_item+' }),
  block('ordered_list', 'ol', { content: 'list_item+', addAttributes: () => ({ order: { default: 1, renderHTML: ({ order }) => ({ start: order }) } }) }),
  block('list_item', 'li', { group: '', content: 'paragraph block*', defining: true, addKeyboardShortcuts: enter }),
  block('code_block', 'pre', { content: 'text*', marks: '', code: true, defining: true }),
  Node.create({ name: 'hard_break', group: 'inline', inline: true, renderHTML: () => ['br'] }),
  Node.create({ name: 'horizontal_rule', group: 'block', renderHTML: () => ['hr'] }),
  ...['strong', 'em'].map((name) => Mark.create({ name, renderHTML: () => [name, 0] })),
  TaskList, TaskItem.configure({ nested: true }), TableKit
]
