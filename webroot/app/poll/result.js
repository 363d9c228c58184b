/** A result: what was decided in words, the drawing, the same as a table, and what lets anyone recount. */
import { fill, h, icon, setText } from '../dom.js'
import { say, t } from '../i18n.js'
import { asked } from './asked.js'
import { tableView } from './charts/table.js'
import { methods, verdict } from './methods/index.js'
import { grouped } from './receipts.js'

/** @import {Poll, OptionTally} from './types.js' */
/** @typedef {() => Promise<Poll>} Read asks for the whole poll: long lists of ballots are in no event */

/**
 * @param {Poll} first
 * @param {{screen?: boolean, table?: boolean, read?: Read}} [options] on the screen the tables are left
 *     out; `table` opens them from the start; without `read` there are no long lists
 * @returns {{element: HTMLElement, update(poll: Poll): void}}
 */
export function resultView(first, { screen = false, table = false, read } = {}) {
  const chart = methods[first.method].chart()
  const word = h('p', null)
  const sentence = h('p', null)
  const notes = h('div', { class: 'stack' })
  const details = h('div', { class: 'stack' })
  const list = read ? longList(read) : null
  const element = h(
    'div',
    { class: 'stack result' },
    word,
    notes,
    sentence,
    chart.element,
    details,
    ...(list ? [list.element] : [])
  )
  let shown = ''

  /** @param {Poll} poll */
  function update(poll) {
    const { tally } = poll
    const running = poll.state === 'open'
    const found = tally?.valid === false || running ? null : verdict(poll)
    word.className = found ? `verdict ${found.tone}` : ''
    fill(word, found ? [icon(found.sign), found.words] : [])
    word.hidden = !found
    fill(notes, invalid(poll))
    notes.hidden = notes.childElementCount === 0
    // What would be decided now is no decision: while ballots come in, only the numbers speak.
    setText(sentence, running ? t('poll.standing') : tally?.valid === false ? '' : say(tally?.sentence) || ownSentence(poll))
    sentence.hidden = sentence.textContent === ''
    sentence.className = screen ? (found || running ? 'lead' : 'outcome') : 'result-sentence'
    chart.element.hidden = !tally
    if (tally) chart.update(poll, screen)
    if (!screen) more(poll)
    list?.update(poll)
  }

  /**
   * The tables are made anew only when something in them changed: an open one keeps its place and its focus.
   *
   * @param {Poll} poll
   */
  function more(poll) {
    const now = JSON.stringify([poll.tally, poll.receipts, poll.ballots])
    if (now === shown) return
    shown = now
    const open = [...details.querySelectorAll('details')].map((one) => one.open)
    fill(details, twin(poll), authorities(poll), receipts(poll), ballots(poll))
    details.querySelectorAll('details').forEach((one, at) => {
      one.open = open[at] ?? (table && at === 0)
    })
  }

  update(first)
  return { element, update }
}

/**
 * Methods with one question say their sentence at the option.
 *
 * @param {Poll} poll
 * @returns {string}
 */
function ownSentence(poll) {
  const [only] = poll.options
  return only && poll.options.length === 1 ? say(poll.tally?.options[only.id]?.sentence) : ''
}

/**
 * @param {Poll} poll
 * @returns {HTMLElement | null}
 */
function invalid(poll) {
  const { tally } = poll
  if (!tally || tally.valid || poll.state === 'open') return null
  const words = t(`poll.invalid.${tally.reason ?? 'noBallots'}`)
  return h('p', { class: 'notice' }, h('span', null, say(tally.sentence) || words))
}

/**
 * @param {string} summary
 * @param {...(HTMLElement | null)} content
 * @returns {HTMLElement}
 */
const folded = (summary, ...content) => h('details', null, h('summary', { class: 'hint' }, summary), content)

/**
 * @param {Poll} poll
 * @returns {HTMLElement | null}
 */
function twin(poll) {
  if (!poll.tally) return null
  return folded(
    t('poll.asTable'),
    tableView(poll.question, methods[poll.method].table(poll, poll.tally.options)),
    sentences(poll, poll.options.length > 1 ? poll.tally.options : {})
  )
}

/**
 * Each option with what the server says about it.
 *
 * @param {Poll} poll
 * @param {Record<string, OptionTally>} options
 * @returns {HTMLElement | null}
 */
function sentences(poll, options) {
  const said = poll.options.filter((option) => say(options[option.id]?.sentence) !== '')
  if (said.length === 0) return null
  return h(
    'ul',
    { class: 'sentences hint', role: 'list' },
    said.map((option) => h('li', null, h('b', null, option.label), ': ', say(options[option.id]?.sentence)))
  )
}

/**
 * @param {Poll} poll
 * @returns {HTMLElement | null}
 */
function authorities(poll) {
  const by = poll.tally?.byAuthority
  if (!by) return null
  const number = Array.isArray(by.authorities) ? by.authorities.length : by.authorities
  return folded(
    t('poll.byAuthority', { n: Number(number ?? 0) }),
    tableView(t('poll.byAuthority', { n: Number(number ?? 0) }), methods[poll.method].table(poll, by.options ?? {})),
    sentences(poll, by.options ?? {})
  )
}

/**
 * @param {Poll} poll
 * @returns {HTMLElement | null} every receipt with its ballot
 */
function receipts(poll) {
  return poll.receipts?.length ? folded(t('poll.receipts'), ...receiptTable(poll)) : null
}

/**
 * @param {Poll} poll
 * @returns {HTMLElement[]}
 */
const receiptTable = (poll) => [
  h('p', { class: 'hint' }, t('poll.receipts.hint')),
  tableView(t('poll.receipts'), {
    columns: [t('poll.receipt'), t('poll.ballotHead')],
    rows: (poll.receipts ?? []).map(({ receipt, choices }) => [grouped(receipt), methods[poll.method].spoken(poll, choices)])
  })
]

/**
 * @param {Poll} poll
 * @returns {HTMLElement | null} who voted how
 */
function ballots(poll) {
  return poll.ballots?.length ? folded(t('poll.ballots'), ballotTable(poll)) : null
}

/**
 * @param {Poll} poll
 * @returns {HTMLElement}
 */
const ballotTable = (poll) =>
  tableView(t('poll.ballots'), {
    columns: [t('poll.person'), t('poll.ballotHead')],
    rows: (poll.ballots ?? []).map(({ name, choices }) => [name, methods[poll.method].spoken(poll, choices)])
  })

/**
 * The same lists of a large poll, asked for when someone opens them.
 *
 * @param {Read} read
 * @returns {{element: HTMLElement, update(poll: Poll): void}}
 */
function longList(read) {
  const part = asked(read, (whole) => (whole.receipts ? receiptTable(whole) : [ballotTable(whole)]))
  return {
    element: part.element,
    update(poll) {
      part.element.hidden = !poll.omitted
      if (poll.omitted) part.update(t(`poll.${poll.omitted}`), `${poll.state} ${poll.cast}`)
    }
  }
}
