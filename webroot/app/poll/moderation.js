/** What the moderator can do with a poll: open, close, see who is missing, admit, set an end, cancel, reveal, run off, repeat. */
import { Problem } from '../api.js'
import { fill, freshId, h, icon, setText } from '../dom.js'
import { t } from '../i18n.js'
import { clock } from '../timer.js'
import { field } from './fields.js'

/** @import {OptionTally, Poll} from './types.js' */
/**
 * Names and bodies of acts: `open`, `close`, `cancel {reason}`, `reveal`, `runoff {options}`, `repeat`, `admit`, `missing`,
 * `delete`, `patch {closesAt?, budget?}`.
 *
 * @typedef {(name: string, body?: any) => Promise<any>} Act answers what the server answered
 */

/** Minutes a moderator can give a poll in one tap. */
const MINUTES = [1, 3, 5]

/**
 * @param {Poll} first
 * @param {Act} act
 * @returns {{element: HTMLElement, update(poll: Poll): void}}
 */
export function moderation(first, act) {
  const error = h('p', { class: 'error', role: 'alert' })
  let poll = first

  /**
   * Does an act; what goes wrong is said right here.
   *
   * @param {string} name
   * @param {any} [body]
   * @returns {Promise<any>}
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

  /**
   * @param {string} label
   * @param {string} name
   * @param {string} [look]
   * @param {() => any} [body]
   * @returns {HTMLButtonElement}
   */
  const button = (label, name, look = '', body = () => undefined) =>
    h('button', { type: 'button', class: look, onclick: () => void tryTo(name, body()) }, label)

  const missing = missingList(() => tryTo('missing'))
  const runoff = button(t('poll.act.runoff'), 'runoff', '', () => ({ options: tied(poll) }))
  const reveal = button(t('poll.act.reveal'), 'reveal', 'primary')

  /** @type {() => (HTMLElement | null)[]} */
  const content = () => {
    switch (first.state) {
      case 'draft':
        return [
          button(t('poll.act.open'), 'open', 'primary wide'),
          h('p', { class: 'row' }, button(t('poll.act.delete'), 'delete', 'quiet danger'))
        ]
      case 'open':
        return [
          button(t('poll.act.close'), 'close', 'primary wide'),
          missing.element,
          h(
            'details',
            null,
            h('summary', { class: 'hint' }, t('poll.act.more')),
            h(
              'div',
              { class: 'stack details' },
              h(
                'p',
                { class: 'row' },
                MINUTES.map((n) => button(t('poll.act.inMinutes', { n }), 'patch', '', () => ({ closesAt: inMinutes(n) }))),
                button(t('poll.act.admit'), 'admit')
              ),
              cancelForm(tryTo)
            )
          )
        ]
      case 'closed':
        return [
          h(
            'p',
            { class: 'row' },
            first.settings.reveal === 'moderator' ? reveal : null,
            runoff,
            button(t('poll.act.repeat'), 'repeat')
          ),
          h(
            'details',
            null,
            h('summary', { class: 'hint' }, t('poll.act.more')),
            h('div', { class: 'stack details' }, cancelForm(tryTo))
          )
        ]
      case 'cancelled':
        return [h('p', { class: 'row' }, button(t('poll.act.repeat'), 'repeat'))]
    }
  }

  const element = h('div', { class: 'stack' }, content(), error)
  return {
    element,
    update(changed) {
      poll = changed
      runoff.hidden = tied(poll).length < 2
      reveal.hidden = poll.revealed === true
      missing.update(poll)
    }
  }
}

/**
 * @param {number} n
 * @returns {string} an instant, by the server's clock
 */
function inMinutes(n) {
  return new Date(clock.now() + n * 60_000).toISOString()
}

/**
 * Between which options a runoff decides: those on the edge of a selection, or where nothing is selected those that share the
 * first rank.
 *
 * @param {Poll} poll
 * @returns {string[]}
 */
function tied({ options, tally }) {
  if (!tally?.valid) return []
  const matching = (/** @type {(one: OptionTally) => boolean} */ wanted) =>
    options.map(({ id }) => id).filter((id) => wanted(tally.options[id] ?? {}))
  const selects = Object.values(tally.options).some(({ selected }) => selected !== undefined && selected !== null)
  return selects ? matching(({ selected }) => selected === 'tie') : matching(({ rank, tie }) => rank === 1 && tie === true)
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
        void tryTo('cancel', { reason: reason.value.trim() })
      }
    },
    field(t('poll.act.cancelReason'), reason, t('poll.act.cancelHint')),
    h('p', { class: 'row' }, h('button', { class: 'danger' }, t('poll.act.cancel')))
  )
}

/** Milliseconds between two questions who is missing, however fast the ballots come. */
const PAUSE = 2000

/**
 * Who has not cast yet: names only. Asked for when opened, and again as the turnout grows.
 *
 * @param {() => Promise<any>} ask
 * @returns {{element: HTMLElement, update(poll: Poll): void}}
 */
function missingList(ask) {
  const id = freshId('missing')
  const summary = h('summary', { id, class: 'label' })
  const list = h('ul', { class: 'missing', 'aria-labelledby': id, role: 'list' })
  const element = h('details', { ontoggle: () => void load() }, summary, list)
  let asked = -1
  let cast = 0
  let least = 3
  let waiting = false

  async function load() {
    if (!element.open || waiting || asked === cast) return
    waiting = true
    setTimeout(() => {
      waiting = false
      void load()
    }, PAUSE)
    asked = cast
    const answer = await ask()
    const members = Array.isArray(answer) ? answer : (answer?.members ?? answer?.missing ?? [])
    fill(
      list,
      answer?.withheld ? h('li', { class: 'hint' }, t('poll.missing.withheld', { n: least })) : null,
      members.map((/** @type {{name: string, organisation?: string}} */ { name, organisation }) =>
        h('li', { class: 'who' }, h('b', null, name), organisation ? h('small', null, organisation) : null)
      )
    )
  }

  return {
    element,
    update(poll) {
      cast = poll.cast
      least = poll.settings.minBallots ?? 3
      const n = Math.max(0, poll.eligible - poll.cast)
      setText(summary, n === 0 ? t('poll.missing.none') : t('poll.missing', { n }))
      void load()
    }
  }
}
