/** Rangfolge: best first; what is left without a place shares the rest. */
import { fill, h, icon, patch, setText } from '../../dom.js'
import { approx, exact, t } from '../../i18n.js'
import { place, ranked, selectedWord } from '../charts/order.js'
import { standings } from '../charts/standings.js'
import { tableView } from '../charts/table.js'

/** @import {MethodView, Option, Poll} from '../types.js' */

/**
 * @param {string} sign
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
const button = (sign, act) => h('button', { type: 'button', class: 'icon', onclick: act }, icon(sign))

/**
 * The options, those with a place first. Every option has one line and its buttons, which stay the same elements, so that the
 * focus stays on what one moves.
 *
 * @param {Option[]} options
 * @param {string[]} order ids with a place, best first; changed in place
 * @returns {HTMLElement}
 */
function sortable(options, order) {
  const list = h('ol', { class: 'ballot ranking', role: 'list' })
  const news = h('p', { class: 'vh', 'aria-live': 'polite' })

  /**
   * @param {Option} option
   * @param {number} to place from 0, or -1 for none
   */
  function move(option, to) {
    const at = order.indexOf(option.id)
    if (at >= 0) order.splice(at, 1)
    if (to >= 0) order.splice(to, 0, option.id)
    const focused = document.activeElement
    draw()
    if (focused instanceof HTMLElement && focused.isConnected && !focused.hidden) focused.focus()
    else firstButton(option.id)?.focus()
    const { label } = option
    setText(news, to >= 0 ? t('poll.ranking.moved', { label, place: to + 1 }) : t('poll.ranking.out', { label }))
  }

  /** @param {string} id @returns {HTMLButtonElement | null} the button that took the place of one that is hidden now */
  const firstButton = (id) => list.querySelector(`[data-key="${CSS.escape(id)}"] button:not([hidden])`)

  /** @param {Option} option */
  function create(option) {
    const at = () => order.indexOf(option.id)
    const buttons = [
      button('plus', () => move(option, order.length)),
      button('up', () => move(option, Math.max(0, at() - 1))),
      button('down', () => move(option, Math.min(order.length - 1, at() + 1))),
      button('x', () => move(option, -1))
    ]
    return h('li', null, h('span', { class: 'n num' }), h('span', null, option.label), h('span', { class: 'line' }, buttons))
  }

  function draw() {
    const rest = options.filter(({ id }) => !order.includes(id))
    const placed = order.flatMap((id) => options.find((option) => option.id === id) ?? [])
    patch(
      list,
      [...placed, ...rest],
      ({ id }) => id,
      create,
      (item, option) => {
        const at = order.indexOf(option.id)
        const [number, , tools] = item.children
        if (number) setText(number, at < 0 ? '–' : `${at + 1}.`)
        item.toggleAttribute('data-unplaced', at < 0)
        const [add, up, down, out] = /** @type {HTMLElement[]} */ ([...(tools?.children ?? [])])
        if (!add || !up || !down || !out) return
        add.hidden = at >= 0
        up.hidden = down.hidden = out.hidden = at < 0
        nameButtons({ add, up, down, out }, option.label, order.length + 1)
      }
    )
  }
  draw()
  return h('div', null, list, news)
}

/** @param {{add: HTMLElement, up: HTMLElement, down: HTMLElement, out: HTMLElement}} buttons @param {string} label @param {number} place the next free one */
function nameButtons({ add, up, down, out }, label, place) {
  add.setAttribute('aria-label', t('poll.ranking.add', { label, place }))
  up.setAttribute('aria-label', t('poll.ranking.up', { label }))
  down.setAttribute('aria-label', t('poll.ranking.down', { label }))
  out.setAttribute('aria-label', t('poll.ranking.remove', { label }))
}

/**
 * Who wins how many duels against whom: `pairwise` is an object of objects, row beats column.
 *
 * @param {Poll} poll
 * @returns {HTMLElement | null}
 */
function duels(poll) {
  const pairwise = poll.tally?.pairwise
  if (!pairwise) return null
  const rows = ranked(poll).map(({ option }) => option)
  const index = new Map(poll.options.map((option, at) => [option.id, at]))
  const wins = (/** @type {Option} */ a, /** @type {Option} */ b) =>
    pairwise[a.id]?.[b.id] ?? pairwise[index.get(a.id) ?? 0]?.[index.get(b.id) ?? 0] ?? '–'
  return tableView(t('poll.duels'), {
    columns: [t('poll.duels.head'), ...rows.map((_, at) => `${at + 1}.`)],
    rows: rows.map((row, at) => [`${at + 1}. ${row.label}`, ...rows.map((other) => (other === row ? '–' : wins(row, other)))])
  })
}

/** @type {MethodView} */
export const ranking = {
  rule: () => t('poll.rule.ranking'),

  fields(poll, choices) {
    /** @type {string[]} */
    const order = Array.isArray(choices) ? [...choices] : []
    return { element: sortable(poll.options, order), read: () => [...order] }
  },

  chart() {
    const bars = standings({
      value: ({ borda }) => approx(borda),
      text: ({ borda }) => exact(borda),
      note: (_, option, { tally }) => t(option.id === tally?.condorcet ? 'poll.condorcet' : 'poll.points')
    })
    const below = h('div', { class: 'stack' })
    return {
      element: h('div', { class: 'stack' }, bars.element, below),
      update(poll, screen) {
        const table = screen ? null : duels(poll)
        fill(
          below,
          table ? [h('h4', { class: 'label' }, t('poll.duels')), h('p', { class: 'hint' }, t('poll.duels.hint')), table] : []
        )
        bars.update(poll)
      }
    }
  },

  table: (poll, options) => ({
    columns: [t('poll.option'), t('poll.rankHead'), t('poll.borda'), t('poll.selectedHead')],
    rows: poll.options.map((option) => {
      const tally = options[option.id] ?? {}
      return [option.label, place(tally), exact(tally['borda']), selectedWord(tally)]
    })
  }),

  spoken: (poll, choices) =>
    Array.isArray(choices) && choices.length > 0
      ? choices.map((id, at) => `${at + 1}. ${poll.options.find((option) => option.id === id)?.label ?? '?'}`).join('; ')
      : t('poll.answer.abstain')
}
