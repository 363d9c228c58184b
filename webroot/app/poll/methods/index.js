/** The nine ways to decide, each with its ballot form and its result. */
import { approval } from './approval.js'
import { consent, consentVerdict } from './consent.js'
import { dots } from './dots.js'
import { fist, fistVerdict } from './fist.js'
import { matrix } from './matrix.js'
import { ranking } from './ranking.js'
import { resistance } from './resistance.js'
import { score } from './score.js'
import { single } from './single.js'

/** @import {Method, MethodView, Poll} from '../types.js' */

/** @type {Record<Method, MethodView>} */
export const methods = { consent, dots, approval, ranking, score, resistance, matrix, fist, single }

/**
 * The result in one or two words, where there is one question to answer.
 *
 * @param {Poll} poll
 * @returns {{tone: string, sign: string, words: string} | null}
 */
export function verdict(poll) {
  if (poll.method === 'consent') return consentVerdict(poll)
  if (poll.method === 'fist') return fistVerdict(poll)
  return null
}
