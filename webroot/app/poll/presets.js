/** What a method can be set to in the dialog, and what it is set to first. The server's own defaults hold for the rest. */
import { h } from '../dom.js'
import { t } from '../i18n.js'
import { check, field, select } from './fields.js'

/** @import {Method, Settings} from './types.js' */
/** @typedef {{element: HTMLElement | null, read(): Settings, clear?(): void}} Setting `clear` unticks it */

/** @type {Method[]} in the order people reach for them */
export const ALL = ['dots', 'consent', 'approval', 'ranking', 'score', 'resistance', 'matrix', 'fist', 'single']

/** Methods that decide one question where no step is chosen. */
export const QUESTION_ALONE = new Set(['consent', 'fist'])

/** Methods that need something to choose between. */
export const NEED_TWO = new Set(['ranking', 'single', 'dots'])

/** Methods that pick the best few. */
const SELECTING = new Set(['dots', 'ranking', 'single', 'resistance', 'approval'])

/** Methods that can also be counted by authority. */
const BY_AUTHORITY = new Set(['consent', 'approval', 'single'])

/**
 * @param {string} label
 * @param {[value: string, label: string][]} choices
 * @param {string} chosen
 * @param {(value: string) => Settings} read
 * @param {string} [hint]
 * @returns {Setting}
 */
function choice(label, choices, chosen, read, hint) {
  const input = select(choices, chosen)
  return { element: field(label, input, hint), read: () => read(input.value) }
}

/**
 * @param {string} label
 * @param {number | null} value null: left to the server
 * @param {{min: number, max: number}} range
 * @param {(value: number) => Settings} read
 * @returns {Setting}
 */
function amount(label, value, { min, max }, read) {
  const input = h('input', { type: 'number', inputmode: 'numeric', min, max, value: value === null ? '' : String(value) })
  return { element: field(label, input), read: () => (input.value === '' ? {} : read(Number(input.value))) }
}

/**
 * A majority with its base in one choice, since only some pairs make sense.
 *
 * @param {Settings} set
 * @returns {Setting}
 */
function majority({ majority = 'simple', base = 'yesNo' }) {
  const pairs = ['simple yesNo', 'absolute eligible', 'absolute valid', '2/3 yesNo', '2/3 valid', '3/4 yesNo']
  return choice(
    t('poll.set.majority'),
    pairs.map((pair) => [pair, t(`poll.majority.${pair.replace(' ', '.')}`)]),
    pairs.includes(`${majority} ${base}`) ? `${majority} ${base}` : 'simple yesNo',
    (value) => {
      const [chosen = 'simple', base = 'yesNo'] = value.split(' ')
      return { majority: chosen, base }
    }
  )
}

/** What a number of dots or places may be. */
const COUNT = { min: 1, max: 100 }

/**
 * The settings of a method, for `options` options.
 *
 * @param {Method} method
 * @param {number} options
 * @param {Settings} [set] what is set already
 * @returns {Setting[]}
 */
export function settingsOf(method, options, set = {}) {
  /** @type {Setting[]} */
  const own = []
  if (method === 'consent') own.push(majority(set))
  if (method === 'dots') {
    // As the counting rules have it: a quarter of the options, between 1 and 10.
    const usual = Math.min(10, Math.max(1, Math.ceil(options / 4)))
    own.push(
      amount(t('poll.set.budget'), set.budget ?? Math.max(usual, options >= 3 ? 3 : usual), COUNT, (budget) => ({ budget }))
    )
    own.push(amount(t('poll.set.maxPerOption'), set.maxPerOption ?? 2, COUNT, (maxPerOption) => ({ maxPerOption })))
  }
  if (method === 'approval') own.push(amount(t('poll.set.max'), set.max ?? null, COUNT, (max) => ({ max })))
  if (method === 'score') {
    own.push(
      choice(
        t('poll.set.scale'),
        [
          ['1-5', t('poll.scale.1-5')],
          ['SMLXL', t('poll.scale.SMLXL')],
          ['days', t('poll.scale.days')]
        ],
        set.scale ?? '1-5',
        (scale) => ({ scale: /** @type {'1-5'} */ (scale) })
      )
    )
  }
  if (SELECTING.has(method)) own.push(amount(t('poll.set.top'), set.top ?? null, COUNT, (top) => ({ top })))
  return own
}

/**
 * What every poll can be set to.
 *
 * @param {Settings} [set]
 * @returns {Setting[]}
 */
export function commonSettings({ reveal = 'closed', quorum = null } = {}) {
  return [
    choice(
      t('poll.set.reveal'),
      [
        ['closed', t('poll.revealed.closed')],
        ['live', t('poll.revealed.live')],
        ['own', t('poll.revealed.own')],
        ['moderator', t('poll.revealed.moderator')]
      ],
      reveal,
      (reveal) => ({ reveal: /** @type {'closed'} */ (reveal) })
    ),
    choice(
      t('poll.set.quorum'),
      [
        ['', t('poll.quorum.none')],
        ['cast 1/2', t('poll.quorum.castHalf')],
        ['cast 2/3', t('poll.quorum.castTwoThirds')],
        ['present 1/2', t('poll.quorum.presentHalf')]
      ],
      quorum ? `${quorum.of} ${quorum.share}` : '',
      (value) => {
        const [of = '', share = ''] = value.split(' ')
        return { quorum: of === '' ? null : { of: /** @type {'cast'} */ (of), share } }
      }
    )
  ]
}

/**
 * Yes-or-no settings, as checkboxes with what they mean.
 *
 * @param {Method} method
 * @param {Settings} [set]
 * @param {boolean} [group] whether the room is a working group, where who is there decides
 * @returns {Setting[]}
 */
export function switches(method, set = {}, group = true) {
  const secret = check(t('poll.set.secret'), set.secret !== false, t('poll.set.secretHint'))
  const present = check(t('poll.set.presentOnly'), set.presentOnly ?? group, t('poll.set.presentOnlyHint'))
  const moderators = check(t('poll.set.moderatorsVote'), set.moderatorsVote === true)
  const authority = BY_AUTHORITY.has(method)
    ? check(t('poll.set.byAuthority'), set.byAuthority === true, t('poll.set.byAuthorityHint'))
    : null
  return [
    { element: secret.element, read: () => ({ secret: secret.input.checked }), clear: () => (secret.input.checked = false) },
    { element: present.element, read: () => ({ presentOnly: present.input.checked }) },
    { element: moderators.element, read: () => ({ moderatorsVote: moderators.input.checked }) },
    ...(authority ? [{ element: authority.element, read: () => ({ byAuthority: authority.input.checked }) }] : [])
  ]
}
