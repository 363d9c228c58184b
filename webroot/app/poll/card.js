/** A poll in the side panel, whole: what state it is in, the ballot, what is hidden and why, the result, the moderator's acts. */
import { fill, freshId, h, icon, setText } from '../dom.js'
import { t } from '../i18n.js'
import { Ballot } from './ballot.js'
import { methods } from './methods/index.js'
import { moderation } from './moderation.js'
import { ownReceipt } from './own-receipt.js'
import { partsIn, still } from './parts.js'
import { resultView } from './result.js'
import { deadline, turnout } from './turnout.js'

/** @import {Cast} from './ballot.js' */
/** @import {Act} from './moderation.js' */
/** @import {Part, Wanted} from './parts.js' */
/** @import {Read} from './result.js' */
/** @import {Poll} from './types.js' */
/** @typedef {{role: 'moderator' | 'participant' | 'viewer', cast: Cast, act: Act, read: Read, voters: () => Promise<import('./electorate.js').Member[]>}} Means */

const SIGNS = { draft: null, open: null, closed: 'lock', cancelled: null }
/** Somebody was still filling in the form. @type {Wanted} */
const MISSED = ['missed', () => still(h('p', { class: 'notice', role: 'alert' }, h('span', null, t('poll.missed'))))]
const TONES = { draft: '', open: 'live', closed: '', cancelled: 'bad' }

/**
 * @param {Poll} first
 * @param {Means} means `act` is called by moderators only
 * @returns {{element: HTMLElement, update(poll: Poll): void, focus(): void, isHalfFilled(): boolean}}
 */
export function pollCard(first, means) {
  const headingId = freshId('poll')
  const chips = h('p', { class: 'row' })
  const heading = h('h3', { id: headingId, tabindex: '-1' })
  const body = h('div', { class: 'stack' })
  const element = h('article', { class: 'card poll', 'aria-labelledby': headingId }, chips, heading, body)
  const parts = partsIn(body)
  /** @type {Ballot | null} */
  let form = null
  let missed = false
  let shown = ''

  /** @param {Poll} poll */
  function update(poll) {
    const head = `${poll.state} ${poll.question} ${kind(poll)}`
    if (head !== shown) {
      shown = head
      element.dataset['state'] = poll.state
      fill(chips, stateChip(poll), h('span', { class: 'hint' }, kind(poll)))
      fill(heading, poll.state === 'cancelled' ? h('s', null, poll.question) : poll.question)
    }
    if (poll.state !== 'open' && form?.isHalfFilled()) missed = true
    if (poll.state !== 'open') form = null
    parts.show([...(missed ? [MISSED] : []), ...partsOf(poll, { ...means, formed: (made) => (form = made) })], poll)
  }

  update(first)
  return {
    element,
    update,
    /** To the ballot where there is one to fill in, else to the question. */
    focus() {
      const input = element.querySelector('form input:checked, form input, form select')
      ;(input instanceof HTMLElement && element.dataset['state'] === 'open' ? input : heading).focus()
    },
    isHalfFilled: () => form?.isHalfFilled() ?? false
  }
}

/**
 * @param {Poll} poll
 * @returns {HTMLElement}
 */
export function stateChip(poll) {
  const sign = SIGNS[poll.state]
  return h('span', { class: `chip ${TONES[poll.state]}`.trim() }, sign ? icon(sign) : null, t(`poll.state.${poll.state}`))
}

/**
 * `Punktabfrage, geheim`.
 *
 * @param {Poll} poll
 * @returns {string}
 */
export function kind(poll) {
  return `${t(`method.${poll.method}`)}, ${t(poll.settings.secret === false ? 'poll.openBallots' : 'poll.secret')}`
}

/**
 * @param {Poll} poll
 * @param {Means & {formed: (form: Ballot) => void}} means
 * @returns {Wanted[]}
 */
function partsOf(poll, { role, cast, act, read, voters, formed }) {
  /** @type {Wanted[]} */
  const moderator = role === 'moderator' ? [[`moderation ${poll.state}`, () => moderation(poll, act, voters)]] : []
  /** @type {Wanted} */
  const outcome = poll.tally ? ['result', () => resultView(poll, { read })] : ['hidden', () => hidden(poll, role)]
  switch (poll.state) {
    case 'draft':
      return [[`draft ${JSON.stringify(poll.options)}`, () => draft(poll)], ...moderator]
    case 'open':
      return [
        ...ballot(poll, role, cast, formed),
        ['turnout', () => turnout(poll)],
        ['deadline', () => deadline(poll)],
        outcome,
        ...moderator
      ]
    case 'closed':
      return [['turnout', () => turnout(poll)], outcome, ...ownReceipt(poll, read), ...moderator]
    case 'cancelled':
      return [['reason', () => still(h('p', { class: 'hint' }, reason(poll)))], ...moderator]
  }
}

/**
 * @param {Poll} poll
 * @param {'moderator' | 'participant' | 'viewer'} role
 * @param {Cast} cast
 * @param {(form: Ballot) => void} formed told of the form
 * @returns {Wanted[]} the form, or why there is none; nothing for those who are not asked
 */
function ballot(poll, role, cast, formed) {
  const asked = role === 'participant' || (role === 'moderator' && poll.settings.moderatorsVote === true)
  if (!asked) return []
  if (poll.mayVote === false) return [['outside', () => still(h('p', { class: 'hint' }, t('poll.notEligible')))]]
  return [
    [
      'ballot',
      () => {
        const form = new Ballot(poll, { cast })
        formed(form)
        return form
      }
    ]
  ]
}

/**
 * @param {Poll} poll
 * @returns {string} why it was cancelled
 */
export function reason(poll) {
  return poll.reason ? t('poll.cancelledBecause', { reason: poll.reason }) : t('poll.cancelled')
}

/**
 * @param {Poll} poll
 * @returns {Part}
 */
function draft(poll) {
  const options = poll.options.length > 1 || poll.options[0]?.label !== poll.question ? poll.options : []
  return still(
    h(
      'div',
      { class: 'stack' },
      h('p', { class: 'hint' }, methods[poll.method].rule(poll)),
      options.length > 0
        ? h(
            'ul',
            { class: 'prose-list' },
            options.map((option) => h('li', null, option.label))
          )
        : null
    )
  )
}

/**
 * Hidden on purpose: a sign and a sentence, no empty bars.
 *
 * @param {Poll} first
 * @param {'moderator' | 'participant' | 'viewer'} role
 * @returns {Part}
 */
function hidden(first, role) {
  const words = h('span', null)
  const element = h('p', { class: 'hint line' }, icon('hidden'), words)
  return {
    element,
    update(poll) {
      setText(words, hiddenBecause(poll, role))
    }
  }
}

/**
 * Why there is no number to see.
 *
 * @param {Poll} poll
 * @param {'moderator' | 'participant' | 'viewer'} role
 * @returns {string}
 */
export function hiddenBecause(poll, role) {
  const min = poll.settings.minBallots ?? 3
  if (poll.state === 'closed' && poll.cast === 0) return t('poll.nobody')
  if (poll.withheld) return poll.state === 'closed' ? t('poll.tooFew', { n: poll.cast, min }) : t('poll.withheld', { n: min })
  if (poll.state === 'closed') return t('poll.hidden.closed')
  if (role === 'moderator') return t('poll.hidden.moderator')
  return t(`poll.until.${poll.settings.reveal ?? 'closed'}`)
}
