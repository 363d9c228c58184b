/** What the moderator can do with a poll: open, close, see who is missing, admit, set an end, cancel, reveal, run off, repeat. */
import { Problem } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { clock } from '../timer.js'
import { asked } from './asked.js'
import { electorateView } from './electorate.js'
import { field } from './fields.js'

/** @import {Poll} from './types.js' */
/**
 * Names and bodies of acts: `open`, `close`, `cancel {reason}`, `reveal`, `runoff`, `repeat`, `admit`, `missing`,
 * `delete`, `edit`, `patch {closesAt?, budget?}`.
 *
 * @typedef {(name: string, body?: any) => Promise<any>} Act answers what the server answered
 * @typedef {() => Promise<import('./electorate.js').Member[]>} Voters
 */

/** Minutes a moderator can give a poll in one tap. */
const MINUTES = [1, 3, 5]

/**
 * @param {Poll} first
 * @param {Act} act
 * @param {Voters} voters who is in the room now
 * @returns {{element: HTMLElement, update(poll: Poll): void}}
 */
export function moderation(first, act, voters) {
  const error = h('p', { class: 'error', role: 'alert' })

  /**
   * Does an act; what goes wrong is said right here.
   *
   * @type {Act}
   */
  async function tryTo(name, body) {
    fill(error)
    try {
      return await act(name, body)
    } catch (refused) {
      fill(error, icon('warn'), refused instanceof Problem ? refused.sentence : t('error.unknown'))
      return undefined
    }
  }

  let now = first
  const missing = missingList(() => act('missing'))
  const closing = closeButton(tryTo)
  const runoff = button(tryTo, 'poll.act.runoff', 'runoff')
  const reveal = button(tryTo, 'poll.act.reveal', 'reveal', 'primary')
  const repeat = button(tryTo, 'poll.act.repeat', 'repeat')
  const contents = {
    draft: () => drafted(() => now, tryTo, voters),
    open: () => [closing.element, missing.element, openMore(tryTo)],
    closed: () => [
      h('p', { class: 'row' }, first.settings.reveal === 'moderator' && reveal, runoff, repeat),
      more(cancelForm(tryTo))
    ],
    cancelled: () => [h('p', { class: 'row' }, repeat)]
  }
  return {
    element: h('div', { class: 'stack' }, contents[first.state](), error),
    update(poll) {
      now = poll
      runoff.hidden = !poll.tally?.runoff
      reveal.hidden = poll.revealed === true
      missing.update(poll)
      closing.update(poll)
    }
  }
}

/**
 * @param {Act} tryTo
 * @param {string} label key of its words
 * @param {string} name of the act
 * @param {string} [look]
 * @param {() => any} [body]
 * @returns {HTMLButtonElement}
 */
function button(tryTo, label, name, look = '', body = () => undefined) {
  return h('button', { type: 'button', class: look, onclick: () => tryTo(name, body()) }, t(label))
}

/** @param {() => Poll} draft as it is now @param {Act} tryTo @param {Voters} voters @returns {HTMLElement[]} */
function drafted(draft, tryTo, voters) {
  return [
    ...opening(draft, tryTo, voters, button(tryTo, 'poll.act.open', 'open', 'primary wide')),
    h('p', { class: 'row' }, button(tryTo, 'poll.act.edit', 'edit'), button(tryTo, 'poll.act.delete', 'delete', 'quiet danger end'))
  ]
}

/** @param {Act} tryTo @returns {HTMLElement} */
function openMore(tryTo) {
  /** @param {number} n */
  const minutes = (n) =>
    h('button', { type: 'button', onclick: () => tryTo('patch', { closesAt: inMinutes(n) }) }, t('poll.act.inMinutes', { n }))
  return more(h('p', { class: 'row' }, MINUTES.map(minutes), button(tryTo, 'poll.act.admit', 'admit')), cancelForm(tryTo))
}

/** @param {...HTMLElement} parts @returns {HTMLElement} */
function more(...parts) {
  return h('details', null, h('summary', { class: 'hint' }, t('poll.act.more')), h('div', { class: 'stack details' }, parts))
}

/**
 * Closes at once where everybody has voted; else it says first how many have not, and asks.
 *
 * @param {Act} tryTo
 * @returns {{element: HTMLElement, update(poll: Poll): void}}
 */
function closeButton(tryTo) {
  let left = 0
  const words = h('p', { class: 'notice' })
  const stay = h('button', { type: 'button', onclick: () => ask(false) }, t('poll.act.keepOpen'))
  const sure = h('div', { class: 'stack', role: 'group', hidden: true }, words, h('p', { class: 'row' }, stay, button(tryTo, 'poll.act.closeNow', 'close', 'primary')))
  const first = h('button', { type: 'button', class: 'primary wide', onclick: () => (left > 0 ? ask(true) : tryTo('close')) }, t('poll.act.close'))
  /** @param {boolean} on */
  function ask(on) {
    sure.hidden = !on
    first.hidden = on
    ;(on ? stay : first).focus()
  }
  return {
    element: h('div', null, first, sure),
    update({ cast, eligible }) {
      left = eligible - cast
      fill(words, h('span', null, t('poll.act.closeWithout', { n: left })))
      if (left <= 0 && !sure.hidden) ask(false)
    }
  }
}

/**
 * The button that opens a draft, and who may vote then: looked up when the draft is shown, and again before the button is pressed.
 *
 * @param {() => Poll} draft
 * @param {Act} tryTo
 * @param {Voters} voters
 * @param {HTMLButtonElement} open
 * @returns {HTMLElement[]}
 */
function opening(draft, tryTo, voters, open) {
  const view = electorateView(() => void tryTo('patch', { settings: { secret: false } }).then(look))
  const look = async () => view.show(await voters(), draft().settings)
  open.addEventListener('focus', () => void look())
  open.addEventListener('pointerenter', () => void look())
  void look()
  return [view.element, open]
}

/**
 * @param {number} n
 * @returns {string} an instant, by the server's clock
 */
function inMinutes(n) {
  return new Date(clock.now() + n * 60_000).toISOString()
}

/**
 * @param {(name: string, body: any) => Promise<any>} tryTo
 * @returns {HTMLElement}
 */
function cancelForm(tryTo) {
  const reason = h('input', { required: true, maxlength: 300 })
  return h(
    'form',
    {
      class: 'stack',
      onsubmit: (/** @type {SubmitEvent} */ event) => {
        event.preventDefault()
        return tryTo('cancel', { reason: reason.value.trim() })
      }
    },
    field(t('poll.act.cancelReason'), reason, t('poll.act.cancelHint')),
    h('p', { class: 'row' }, h('button', { class: 'danger' }, t('poll.act.cancel')))
  )
}

/**
 * Who has not cast yet: names only.
 *
 * @param {() => Promise<any>} ask
 * @returns {{element: HTMLElement, update(poll: Poll): void}}
 */
function missingList(ask) {
  let least = 3
  const part = asked(
    ask,
    (answer) => [
      answer.withheld ? h('p', { class: 'hint' }, t('poll.missing.withheld', { n: least })) : null,
      h(
        'ul',
        { class: 'missing', 'aria-label': t('poll.missing.list'), role: 'list' },
        answer.missing.map((/** @type {{name: string, organisation?: string}} */ { name, organisation }) =>
          h('li', { class: 'who' }, h('b', null, name), organisation ? h('small', null, organisation) : null)
        )
      )
    ],
    'label'
  )
  return {
    element: part.element,
    update(poll) {
      least = poll.settings.minBallots ?? 3
      const n = Math.max(0, poll.eligible - poll.cast)
      part.update(n === 0 ? t('poll.missing.none') : t('poll.missing', { n }), `${poll.cast} of ${poll.eligible}`)
    }
  }
}
