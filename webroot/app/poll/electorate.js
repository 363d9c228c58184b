/** Who may vote if a poll opened now, and what that means for quorum and majority: told before it opens. */
import { fill, h } from '../dom.js'
import { t } from '../i18n.js'

/** @import {Settings} from './types.js' */
/** @typedef {{name: string, role: string, connected?: boolean}} Member */
/** @typedef {{there: number, absent: string[]}} Voters `absent` are names */

/** Below this many ballots a secret poll shows no result; the server's default. */
const MIN_BALLOTS = 3
/** Names of absent people that are told; of more only their number. */
const NAMED = 6

/**
 * Who could vote under these settings; absent are those of the room's members who have no page open.
 *
 * @param {Member[]} members
 * @param {Settings} settings
 * @returns {Voters}
 */
export function votersOf(members, { moderatorsVote = false }) {
  const meant = members.filter(({ role }) => role === 'participant' || (moderatorsVote && role === 'moderator'))
  const absent = meant.filter(({ connected }) => connected === false).map(({ name }) => name)
  return { there: meant.length - absent.length, absent }
}

/**
 * How many may vote.
 *
 * @param {Voters} voters
 * @param {Settings} settings
 */
function eligibleOf({ there, absent }, { presentOnly = false }) {
  return there + (presentOnly ? 0 : absent.length)
}

/**
 * Whether so few may vote that a secret poll could never show a result.
 *
 * @param {number} eligible
 * @param {Settings} settings
 */
function isTooFew(eligible, { secret = true, minBallots = MIN_BALLOTS }) {
  return secret && eligible < minBallots
}

/**
 * The least number that reaches a share of so many, `"2/3"` of 4 is 3.
 *
 * @param {string} share
 * @param {number} of
 */
export function least(share, of) {
  const [p = 1, q = 1] = share.split('/').map(Number)
  return Math.ceil((of * p) / q)
}

/**
 * What the number of voters means under these settings, in sentences.
 *
 * @param {Voters} voters
 * @param {Settings} settings
 * @returns {string[]}
 */
export function consequences(voters, settings) {
  const n = eligibleOf(voters, settings)
  const { quorum, majority, base, presentOnly = false } = settings
  const told = [t('poll.voters', { n })]
  if (voters.absent.length > 0) told.push(absence(voters.absent, presentOnly))
  if (quorum?.of === 'cast' && quorum.share) told.push(t('poll.voters.quorumCast', { n: least(quorum.share, n) }))
  if (quorum?.of === 'present' && quorum.share) {
    const met = voters.there >= least(quorum.share, n)
    told.push(t(met ? 'poll.voters.quorumMet' : 'poll.voters.quorumMissed', { n: least(quorum.share, n) }))
  }
  if (majority === 'absolute' && base === 'eligible') told.push(t('poll.voters.absolute', { n: Math.floor(n / 2) + 1 }))
  return told
}

/** @param {string[]} names @param {boolean} left whether they are left out */
function absence(names, left) {
  const shown = names.slice(0, NAMED).join(', ')
  const who = names.length > NAMED ? t('poll.voters.andMore', { names: shown, n: names.length - NAMED }) : shown
  return t(left ? 'poll.voters.leftOut' : 'poll.voters.counted', { n: names.length, who })
}

/**
 * The same as a part of the page, with the way out where a secret result could never show.
 *
 * @param {() => void} openly makes the poll one with names
 * @returns {{element: HTMLElement, show(members: Member[], settings: Settings): void}}
 */
export function electorateView(openly) {
  const words = h('p', { class: 'hint', tabindex: '-1' })
  const few = h('span', null)
  const way = h('button', { type: 'button', onclick: choose }, t('poll.voters.openly'))
  function choose() {
    openly()
    words.focus()
  }
  const warning = h('div', { class: 'notice', hidden: true }, few, way)
  return {
    element: h('div', { class: 'stack electorate', role: 'group', 'aria-label': t('poll.voters.who') }, words, warning),
    show(members, settings) {
      const voters = votersOf(members, settings)
      const n = eligibleOf(voters, settings)
      fill(words, consequences(voters, settings).join(' '))
      warning.hidden = !isTooFew(n, settings)
      fill(few, t('poll.dialog.few', { n, min: settings.minBallots ?? MIN_BALLOTS }))
    }
  }
}
