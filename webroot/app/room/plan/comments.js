import { freshId, h, icon, patch, setText } from '../../dom.js'
import { moment, t } from '../../i18n.js'
import { uuid7 } from './uuid.js'

/** Longest comment, in UTF-16 units. */
const COMMENT_MAX = 2000

/** @typedef {import('./document.js').Comment} Comment */

/**
 * What people say about a step: in order, ticked off when settled.
 *
 * @param {import('./step-card.js').Board} board
 * @param {string} id
 * @returns {{element: HTMLElement, update(): void}}
 */
export function commentList(board, id) {
  const heading = freshId('comments')
  const list = h('ul', { class: 'comments', 'aria-labelledby': heading })
  const field = h('input', {
    maxlength: COMMENT_MAX,
    'aria-labelledby': heading,
    placeholder: t('room.comment.new'),
    autocomplete: 'off'
  })
  const form = h('form', { class: 'row' }, field, h('button', null, t('room.comment.send')))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = field.value.trim()
    if (!text || !board.editable()) return
    const { id: member, name } = board.me()
    board.plan.comment(id, { id: uuid7(), member, name, text, at: new Date().toISOString(), done: false })
    field.value = ''
  })
  const element = h(
    'div',
    { class: 'field w' },
    h('span', { class: 'label', id: heading }, t('room.field.comments')),
    list,
    form
  )
  return {
    element,
    update() {
      form.hidden = !board.editable()
      const comments = board.plan.comments(id)
      list.hidden = comments.length === 0
      patch(
        list,
        comments,
        (comment) => comment.id,
        () => line(board, id),
        draw
      )
    }
  }
}

/** @param {import('./step-card.js').Board} board @param {string} id @returns {HTMLElement} */
function line(board, id) {
  const done = h('button', { type: 'button', class: 'icon' }, icon('check'))
  const element = h(
    'li',
    null,
    h('p', null, h('b', null), ' ', h('small', { class: 'hint' })),
    h('p', { class: 'said' }),
    done
  )
  done.addEventListener('click', () => {
    if (board.editable())
      board.plan.settle(id, element.dataset['key'] ?? '', done.getAttribute('aria-pressed') !== 'true')
  })
  return element
}

/** @param {HTMLElement} element @param {Comment} comment */
function draw(element, comment) {
  const [head, said, done] = element.children
  setText(head.children[0], String(comment.name || t('room.comment.erased')))
  setText(head.children[1], moment(String(comment.at ?? '')))
  setText(said, comment.text)
  done.setAttribute('aria-pressed', String(comment.done === true))
  done.setAttribute('aria-label', t('room.comment.done', { name: String(comment.name ?? '') }))
  if (comment.done === true) element.dataset['done'] = ''
  else delete element.dataset['done']
}
