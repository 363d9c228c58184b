/** Sachabstimmung: yes, no or abstention on one question or on each option of a block. */
import { t } from '../../i18n.js'
import { barsView } from '../charts/bars.js'
import { inOrder } from '../charts/order.js'
import { optionRows, plates, segments } from '../fields.js'

/** @import {MethodView, OptionTally, Poll} from '../types.js' */

const ANSWERS = /** @type {const} */ (['yes', 'no', 'abstain'])

/** @param {string} answer */
const word = (answer) => t(`poll.answer.${answer}`)

/**
 * @param {OptionTally} tally
 * @returns {string}
 */
function decision(tally) {
  return tally['decision'] ? t(`poll.decision.${tally['decision']}`) : '–'
}

/** @type {MethodView} */
export const consent = {
  rule: (poll) => t(poll.options.length > 1 ? 'poll.rule.consentBlock' : 'poll.rule.consent'),

  fields(poll, choices) {
    const [only] = poll.options
    if (poll.options.length === 1 && only) {
      const answer = plates(
        ANSWERS.map((value) => ({ value, label: word(value) })),
        choices?.[only.id] ?? null
      )
      return {
        element: answer.element,
        read: () => ({ [only.id]: answer.value() }),
        problem: () => (answer.value() ? null : t('poll.problem.choose'))
      }
    }
    const list = optionRows(
      poll.options,
      (option, id) =>
        segments(
          id,
          ANSWERS.map((value) => ({ value, label: word(value) })),
          choices?.[option.id] ?? null
        ),
      true
    )
    const given = () => list.rows.filter(({ field }) => field.value() !== null)
    return {
      element: list.element,
      read: () => Object.fromEntries(given().map(({ option, field }) => [option.id, field.value()])),
      problem: () => (given().length > 0 ? null : t('poll.problem.answer'))
    }
  },

  chart() {
    const bars = barsView('ul')
    return {
      element: bars.element,
      update(poll) {
        const rows = inOrder(poll)
        if (rows.length === 1 && rows[0]) return oneQuestion(rows[0].tally)
        const max = Math.max(...rows.map(({ tally }) => Math.max(tally['yes'] ?? 0, tally['needed'] ?? 0, tally['base'] ?? 0)))
        bars.update(
          rows.map(({ option, tally }) => ({
            key: option.id,
            label: option.label,
            value: tally['yes'] ?? 0,
            text: t('poll.yesNo', { yes: tally['yes'] ?? 0, no: tally['no'] ?? 0 }),
            note: decision(tally),
            picked: tally['decision'] === 'accepted',
            need: tally['needed'] ?? null
          })),
          max
        )
      }
    }

    /**
     * @param {OptionTally} tally
     */
    function oneQuestion(tally) {
      const needed = tally['needed'] ?? null
      const all = ANSWERS.reduce((sum, answer) => sum + (tally[answer] ?? 0), 0)
      bars.update(
        ANSWERS.map((answer) => ({
          key: answer,
          label: word(answer),
          value: tally[answer] ?? 0,
          text: String(tally[answer] ?? 0),
          ...(answer === 'yes' && needed !== null ? { need: needed, note: t('poll.needed', { n: needed }) } : {}),
          picked: answer === 'yes'
        })),
        Math.max(all, needed ?? 0)
      )
    }
  },

  table: (poll, options) => ({
    columns: [t('poll.option'), ...ANSWERS.map(word), t('poll.base'), t('poll.neededHead'), t('poll.decisionHead')],
    rows: poll.options.map((option) => {
      const tally = options[option.id] ?? {}
      return [
        option.label,
        ...ANSWERS.map((answer) => tally[answer] ?? 0),
        tally['base'] ?? '–',
        tally['needed'] ?? '–',
        decision(tally)
      ]
    })
  }),

  spoken: (poll, choices) =>
    poll.options.length === 1
      ? poll.options.map((option) => (choices?.[option.id] ? word(choices[option.id]) : '–')).join('')
      : poll.options
          .filter((option) => choices?.[option.id])
          .map((option) => `${option.label}: ${word(choices[option.id])}`)
          .join('; ')
}

/**
 * The decision on a single question, large and with its sign.
 *
 * @param {Poll} poll
 * @returns {{tone: string, sign: string, words: string} | null}
 */
export function consentVerdict(poll) {
  const [only] = poll.options
  const tally = only && poll.options.length === 1 ? poll.tally?.options[only.id] : null
  if (!tally?.['decision']) return null
  const tone = { accepted: 'good', rejected: 'bad', none: 'warn' }[/** @type {'accepted'} */ (tally['decision'])]
  const sign = { accepted: 'saved', rejected: 'x', none: 'warn' }[/** @type {'accepted'} */ (tally['decision'])]
  return { tone, sign, words: decision(tally) }
}
