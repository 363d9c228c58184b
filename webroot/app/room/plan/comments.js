import { freshId, h, icon, patch, setText } from '../../dom.js'
import { moment, number, t } from '../../i18n.js'
import { threaded } from './replies.js'
import { onePastedLine } from './text-field.js'
import { uuid7 } from './uuid.js'

/** Longest comment, in UTF-16 units. */
const COMMENT_MAX = 2000

/** @typedef {import('./document.js').Comment} Comment */
/** @typedef {import('./step-card.js').Board} Board */

/**
 * What people say about a step: in order, ticked off when settled, changed and taken back by who wrote it, taken away by a moderator.
 *
 * @param {Board} board
 * @param {string} id
 * @returns {import('./plain-fields.js').Field}
 */
export function commentList(board, id) {
  const heading = freshId('comments')
  const list = h('ul', { class: 'comments', 'aria-labelledby': heading })
  const form = commentForm(board, id, heading)
  const element = h(
    'div',
    { class: 'field w' },
    h('span', { class: 'label', id: heading }, t('room.field.comments')),
    list,
    form
  )
  return {
    key: 'comments',
    element,
    update() {
      form.hidden = !board.editable()
      const comments = board.plan.comments(id)
      list.hidden = comments.length === 0
      patch(
        list,
        threaded(comments),
        ({ comment }) => comment.id,
        () => line(board, id),
        (element, { comment, reply }) => {
          element.classList.toggle('reply', reply)
          draw(board, element, comment)
        }
      )
    }
  }
}

/** What is half written stays when the step is closed, until it is sent. @param {Board} board @param {string} id @param {string} heading */
function commentForm(board, id, heading) {
  const wrong = h('p', { class: 'error', role: 'alert', id: freshId('wrong'), hidden: true })
  const field = h('input', {
    'aria-labelledby': heading,
    'aria-describedby': wrong.id,
    placeholder: t('room.comment.new'),
    autocomplete: 'off',
    dir: 'auto',
    value: board.drafts.get(id) ?? ''
  })
  onePastedLine(field)
  field.addEventListener('input', () => {
    board.drafts.set(id, field.value)
    fits(field, wrong)
  })
  const form = h('form', { class: 'row' }, field, h('button', null, t('room.comment.send')), wrong)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = field.value.trim()
    if (!text || !board.editable() || !fits(field, wrong)) return
    send(board, id, text)
    field.value = ''
    board.drafts.delete(id)
  })
  return form
}

/** @param {Board} board @param {string} id @param {string} text @param {string} [replyTo] the comment it answers */
function send(board, id, text, replyTo) {
  if (!board.editable()) return
  const { id: member, name } = board.me()
  const comment = { id: uuid7(), member, name, text, at: new Date().toISOString(), done: false }
  board.plan.comment(id, replyTo ? { ...comment, replyTo } : comment)
}

/** @param {HTMLInputElement} field @param {HTMLElement} wrong */
function fits(field, wrong) {
  const n = field.value.trim().length
  wrong.hidden = n <= COMMENT_MAX
  if (n > COMMENT_MAX) setText(wrong, t('room.comment.long', { n: number(n), max: number(COMMENT_MAX) }))
  return n <= COMMENT_MAX
}

/** @param {string} sign @param {() => void} act */
function small(sign, act) {
  return h('button', { type: 'button', class: 'icon', onclick: act }, icon(sign))
}

/** @param {Board} board @param {string} id @returns {HTMLElement} */
function line(board, id) {
  const known = () => board.plan.comments(id).find((comment) => comment.id === element.dataset['key'])
  const change = (/** @type {Partial<Comment>} */ values) => {
    if (board.editable()) board.plan.changeComment(id, element.dataset['key'] ?? '', values)
  }
  const done = small('check', () => change({ done: !known()?.done }))
  const edit = small('text', () => {
    const comment = known()
    if (!comment) return
    const { text } = comment
    const save = (/** @type {string} */ words) => words !== text && change({ text: words, edited: new Date().toISOString() })
    ask(element, { text, label: t('room.comment.edit'), word: t('room.comment.save'), save })
  })
  const answer = small('reply', () => {
    const name = String(known()?.name || t('room.comment.erased'))
    const save = (/** @type {string} */ words) => send(board, id, words, element.dataset['key'])
    ask(element, { text: '', label: t('room.comment.reply', { name }), word: t('room.comment.send'), save })
  })
  const remove = small('x', () => {
    const removedBy = known()?.member === board.me().id ? 'author' : 'moderator'
    change({ text: '', removed: new Date().toISOString(), removedBy })
    board.say(t(`room.comment.removed.${removedBy}`))
  })
  const element = h(
    'li',
    null,
    h('p', null, h('b', { dir: 'auto' }), ' ', h('small', { class: 'hint' })),
    h('p', { class: 'said', dir: 'auto' }),
    h('span', { class: 'acts' }, answer, done, edit, remove)
  )
  return element
}

/**
 * Asks for words in a comment's place: for another text, or an answer.
 *
 * @param {HTMLElement} line
 * @param {{text: string, label: string, word: string, save: (text: string) => unknown}} what
 */
function ask(line, { text, label, word, save }) {
  line.querySelector('form')?.remove()
  const wrong = h('p', { class: 'error', role: 'alert', hidden: true })
  const field = h('input', { value: text, 'aria-label': label, dir: 'auto', autocomplete: 'off' })
  onePastedLine(field)
  const form = h(
    'form',
    { class: 'row' },
    field,
    h('button', { class: 'primary' }, word),
    h('button', { type: 'button', onclick: () => form.remove() }, t('cancel')),
    wrong
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!field.value.trim() || !fits(field, wrong)) return
    save(field.value.trim())
    form.remove()
  })
  line.append(form)
  field.focus()
}

/** @param {Board} board @param {HTMLElement} element @param {Comment} comment */
function draw(board, element, comment) {
  const [head, said, acts] = element.children
  const [answer, done, edit, remove] = acts.children
  const name = String(comment.name || t('room.comment.erased'))
  const gone = Boolean(comment.removed)
  const may = board.editable() && !gone
  const mine = comment.member === board.me().id
  setText(head.children[0], name)
  setText(head.children[1], moment(String(comment.at ?? '')) + (comment.edited && !gone ? ` ${t('room.comment.edited')}` : ''))
  const taken = comment.removedBy === 'moderator' ? 'moderator' : 'author'
  setText(said, gone ? t(`room.comment.removed.${taken}`) : comment.text)
  said.classList.toggle('hint', gone)
  ;/** @type {HTMLElement} */ (answer).hidden = !may
  ;/** @type {HTMLElement} */ (done).hidden = !may && !comment.done
  ;/** @type {HTMLElement} */ (edit).hidden = !may || !mine
  ;/** @type {HTMLElement} */ (remove).hidden = !may || !(mine || board.moderates())
  done.setAttribute('aria-pressed', String(comment.done === true))
  done.setAttribute('aria-label', t('room.comment.done', { name }))
  answer.setAttribute('aria-label', t('room.comment.reply', { name }))
  edit.setAttribute('aria-label', t('room.comment.edit'))
  remove.setAttribute('aria-label', t('room.comment.remove', { name }))
  if (comment.done === true) element.dataset['done'] = ''
  else delete element.dataset['done']
}
