// Writing an idea or a question, and one's own of which others see nothing yet.
import { api } from '../../api.js'
import { freshId, h, icon, patch, setText } from '../../dom.js'
import { t } from '../../i18n.js'

/** As the server's limit has it, in characters. */
const MOST = 500

/** @typedef {import('../../cards/told.js').Card} Card */
/** @typedef {{id: string, text: string, sent: boolean, state: string}} Own */

/** @param {'idea' | 'question'} kind @param {import('./section.js').Means} means */
export function writing(kind, means) {
  const { state, outbox, cards } = means
  const id = freshId('write')
  const field = h('textarea', { id, rows: 2, maxlength: MOST, enterkeyhint: 'send' })
  const unnamed = h('input', { type: 'checkbox' })
  const choice = h('label', { class: 'check', hidden: true }, unnamed, h('span', null, t('cards.question.unnamed')))
  const send = h('button', { class: 'primary' }, t(`cards.${kind}.send`))
  const form = h(
    'form',
    { class: 'stack write', onsubmit: submit },
    h('div', { class: 'field' }, h('label', { for: id }, t(`cards.${kind}.label`)), field),
    h('div', { class: 'row' }, kind === 'question' && choice, send)
  )
  const mine = ownList(means)
  const element = h('div', { class: 'stack' }, form, mine.element)
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault()
    const text = field.value.trim()
    if (text === '') return field.focus()
    field.value = ''
    field.focus()
    void outbox.write({ kind, text, anonymous: kind === 'question' && unnamed.checked })
  }

  return {
    element,
    /** What the server would not have comes back into the field. @param {string} text */
    giveBack(text) {
      field.value = [text, field.value].filter(Boolean).join('\n')
    },
    /** @param {boolean} taken whether the room takes any */
    draw(taken) {
      form.hidden = !taken || state.closed || state.role === 'viewer'
      choice.hidden = cards().anonymity !== 'choice'
      mine.draw(kind)
    }
  }
}

/** Own ones that wait or that nobody else sees. @param {import('./section.js').Means} means */
function ownList({ cards, outbox, attempt, path, token }) {
  const heading = h('h3', { class: 'label' }, t('cards.own'))
  const list = h('ul', { class: 'own', role: 'list' })
  const element = h('div', { class: 'stack', hidden: true }, heading, list)

  /** @param {Own} card */
  function line(card) {
    const back = h('button', { type: 'button', class: 'icon', 'aria-label': t('cards.withdraw', { text: card.text }) }, icon('x'))
    back.addEventListener('click', () => {
      outbox.forget(card.id)
      return attempt(() => api.del(`${path}/${card.id}`, { token: token() }))
    })
    return h('li', null, h('p', { class: 'said', dir: 'auto' }), h('span', { class: 'hint' }), back)
  }

  /** @param {HTMLElement} row @param {Own} card */
  function tell(row, card) {
    const [said, how, back] = /** @type {any} */ (row.children)
    setText(said, card.text)
    setText(how, card.sent ? t(`cards.own.${card.state}`) : t('cards.own.unsent'))
    back.hidden = !card.sent || card.state === 'hidden'
  }

  return {
    element,
    /** @param {'idea' | 'question'} kind */
    draw(kind) {
      const known = cards().own
      const unseen = [...known.values()].filter((card) => card.kind === kind && !card.seen)
      const unsent = outbox.cards.filter((card) => card.kind === kind && !known.has(card.id))
      /** @type {Own[]} */
      const all = [
        ...unseen.map(({ id, text, state }) => ({ id, text, state, sent: true })),
        ...unsent.map(({ id, text }) => ({ id, text, state: 'open', sent: false }))
      ]
      element.hidden = all.length === 0
      patch(list, all, ({ id }) => id, line, tell)
    }
  }
}
