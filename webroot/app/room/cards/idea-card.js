// One idea that all see: its words, who is for it, what can be done with it.
import { api } from '../../api.js'
import { assign, h, icon, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { voteButton } from './vote.js'

/** @typedef {import('../../cards/told.js').Card} Card */
/** @typedef {{held: () => string, hold: (id: string) => void, lay: (id: string, onto: string | null) => unknown}} Table */

const DRAGGED = 'application/x-werkraum-card'

/** @param {Card} first @param {import('./section.js').Means} means @param {Table} table */
export function ideaCard(first, means, table) {
  const { id } = first
  const { state, attempt, path, token, show, numberOf } = means
  let now = first
  const said = h('p', { class: 'said', dir: 'auto' })
  const who = h('p', { class: 'hint', hidden: true, dir: 'auto' })
  const vote = voteButton(first, means)
  const pick = button('grip', t('cards.pick'), () => table.hold(id))
  const put = h('button', { type: 'button', class: 'primary', onclick: () => table.lay(table.held(), id) }, t('cards.put'))
  const off = button('undo', t('cards.off'), () => table.lay(id, null))
  const step = button('plan', t('cards.step'), () => attempt(() => api.post(`${path}/${id}/step`, {}, { token: token() }), t('cards.stepped')))
  const hide = button('x', t('cards.hide'), () => attempt(() => api.patch(`${path}/${id}`, { state: 'hidden' }, { token: token() })))
  const link = h('button', { type: 'button', class: 'chip act', onclick: () => show(String(now.step)) })
  const element = h('li', { class: 'idea' }, said, who, h('div', { class: 'row' }, vote.element, link, put, h('span', { class: 'end row nowrap' }, pick, off, step, hide)))
  draggable(element, id, table, () => state.editable)

  /** @param {Card} card */
  function draw(card) {
    now = card
    const held = table.held()
    const sorts = state.editable
    setText(said, card.text)
    who.hidden = !card.by && !card.supporters?.length
    setText(who, [card.by, card.supporters?.length ? t('cards.supporters', { names: card.supporters.join(', ') }) : ''].filter(Boolean).join('. '))
    vote.draw(card)
    assign(element, { draggable: sorts ? 'true' : null, dataset: { held: held === id } })
    assign(pick, { hidden: !sorts || (held !== '' && held !== id), 'aria-pressed': String(held === id) })
    put.hidden = !sorts || held === '' || held === id
    put.setAttribute('aria-label', t('cards.put.on', { text: card.text }))
    off.hidden = !sorts || !card.pile || held !== ''
    step.hidden = !sorts || Boolean(card.step) || held !== ''
    hide.hidden = !state.moderates || state.closed || held !== ''
    link.hidden = !card.step || numberOf(card.step) === 0
    if (card.step) setText(link, t('cards.is', { n: numberOf(card.step) }))
  }

  return { element, draw, focus: () => pick.focus() }

  /** @param {string} sign @param {string} label @param {() => unknown} act */
  function button(sign, label, act) {
    const what = `${label}: ${first.text}`
    return h('button', { type: 'button', class: 'icon', 'aria-label': what, title: label, onclick: act }, icon(sign))
  }
}

/** @param {HTMLElement} element @param {string} id @param {Table} table @param {() => boolean} allowed */
function draggable(element, id, table, allowed) {
  element.addEventListener('dragstart', (event) => {
    event.dataTransfer?.setData(DRAGGED, id)
    event.stopPropagation()
  })
  element.addEventListener('dragover', (event) => {
    if (!allowed() || !event.dataTransfer?.types.includes(DRAGGED)) return
    event.preventDefault()
    element.dataset['over'] = ''
  })
  for (const type of ['dragleave', 'drop', 'dragend']) element.addEventListener(type, () => delete element.dataset['over'])
  element.addEventListener('drop', (event) => {
    const other = event.dataTransfer?.getData(DRAGGED)
    if (!other || other === id) return
    event.preventDefault()
    table.lay(other, id)
  })
}
