/** Fünf-Finger-Abfrage: how far one carries a proposal, from 0 (not like this) to 5 (fully). */
import { t } from '../../i18n.js'
import { counts, histogram } from '../charts/histogram.js'
import { plates } from '../fields.js'

/** @import {MethodView, OptionTally, Poll} from '../types.js' */

const FINGERS = [0, 1, 2, 3, 4, 5]

/**
 * The tally of the only option.
 *
 * @param {Poll} poll
 * @returns {OptionTally}
 */
function only(poll) {
  return poll.tally?.options[poll.options[0]?.id ?? ''] ?? {}
}

/** @type {MethodView} */
export const fist = {
  rule: () => t('poll.rule.fist'),

  fields(_, choices) {
    const answer = plates(
      [
        ...[...FINGERS].reverse().map((n) => ({ value: String(n), label: t(`poll.fist.${n}`) })),
        { value: 'abstain', label: t('poll.answer.abstain') }
      ],
      choices === null || choices === undefined ? null : String(choices)
    )
    return {
      element: answer.element,
      read: () => (answer.value() === 'abstain' ? 'abstain' : Number(answer.value())),
      problem: () => (answer.value() ? null : t('poll.problem.choose'))
    }
  },

  chart() {
    const columns = histogram(t('method.fist'))
    return {
      element: columns.element,
      update(poll) {
        const all = counts(only(poll)['histogram'], FINGERS)
        columns.update(FINGERS.map((n) => ({ key: String(n), label: String(n), count: all[n] ?? 0, picked: n >= 3 })))
      }
    }
  },

  table(poll, options) {
    const tally = options[poll.options[0]?.id ?? ''] ?? {}
    const all = counts(tally['histogram'], FINGERS)
    return { columns: [t('poll.fingers'), t('poll.votes')], rows: FINGERS.map((n) => [t(`poll.fist.${n}`), all[n] ?? 0]) }
  },

  spoken: (_, choices) => (choices === 'abstain' ? t('poll.answer.abstain') : t(`poll.fist.${choices}`))
}

/**
 * @param {Poll} poll
 * @returns {{tone: string, sign: string, words: string} | null}
 */
export function fistVerdict(poll) {
  const verdict = only(poll)['verdict']
  if (!verdict) return null
  const tone = verdict === 'carried' ? 'good' : verdict === 'notCarried' ? 'bad' : 'warn'
  const sign = verdict === 'carried' ? 'saved' : verdict === 'notCarried' ? 'x' : 'warn'
  return { tone, sign, words: t(`poll.verdict.${verdict}`) }
}
