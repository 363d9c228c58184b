/** One's own receipt after a poll has closed: it stays on this device, and one press compares it with the list that everybody sees. */
import { Problem } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { methods } from './methods/index.js'
import { grouped, receipts } from './receipts.js'

/** @import {Poll} from './types.js' */
/** @import {Part, Wanted} from './parts.js' */
/** @import {Read} from './result.js' */

/**
 * @param {Poll} poll
 * @param {Read} read
 * @returns {Wanted[]} nothing where this device holds no receipt of it, or where there is no list to compare with
 */
export function ownReceipt(poll, read) {
  const receipt = poll.state === 'closed' && poll.tally ? receipts.of(poll) : null
  return receipt ? [['own receipt', () => part(receipt, read)]] : []
}

/** @param {string} receipt @param {Read} read @returns {Part} */
function part(receipt, read) {
  const found = h('p', { role: 'status' })
  const check = h('button', { type: 'button', onclick: compare }, t('poll.mine.check'))

  async function compare() {
    try {
      const poll = await read()
      const own = poll.receipts?.find((one) => one.receipt === receipt)
      if (own) tell('saved', t('poll.mine.found', { choice: methods[poll.method].spoken(poll, own.choices), n: poll.receipts?.length ?? 0 }))
      else tell('warn', t('poll.mine.lost'))
    } catch (refused) {
      tell('warn', refused instanceof Problem ? refused.sentence : t('error.unknown'))
    }
  }

  /** @param {string} sign @param {string} words */
  function tell(sign, words) {
    found.className = sign === 'saved' ? 'line' : 'error'
    fill(found, icon(sign), h('span', null, words))
  }

  return {
    element: h(
      'div',
      { class: 'receipt' },
      h('p', null, `${t('poll.mine')} `, h('span', { class: 'code' }, grouped(receipt))),
      check,
      found
    ),
    update() {}
  }
}
