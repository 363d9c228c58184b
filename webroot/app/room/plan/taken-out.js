// A step that somebody else took out while it was open or being written in here: it stays in view, says so, and offers its text.
import { h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { takeAway } from '../take-away.js'

/** @typedef {import('./step-card.js').StepCard} StepCard */

/**
 * @param {StepCard} card
 * @param {object} what
 * @param {string} what.text all that is written in it
 * @param {string | null} what.by who took it out, if that is known
 * @param {(() => void) | null} what.back brings it back; null where it is gone for good
 * @param {() => void} what.close
 * @returns {HTMLElement} what stands in its place
 */
export function takenOut(card, { text, by, back, close }) {
  const sentence = by ? t('room.step.taken.by', { name: by }) : t('room.step.taken')
  const heading = h('p', { role: 'alert' }, icon('warn'), h('b', null, sentence))
  return h(
    'li',
    { class: 'step taken', tabindex: '-1', dataset: { taken: card.id } },
    heading,
    text ? takeAway(text, t('room.step.taken.text')) : null,
    h(
      'p',
      { class: 'row' },
      back && h('button', { type: 'button', onclick: back }, icon('undo'), t('room.step.taken.back')),
      h('button', { type: 'button', class: 'quiet', onclick: close }, t('room.step.taken.close'))
    )
  )
}

/** What a card's fields show, as text: of a step that is gone the document no longer knows it. @param {HTMLElement} card @returns {string} */
export function textOf(card) {
  /** @type {string[]} */
  const lines = []
  for (const field of card.querySelectorAll('textarea.step-title, .field')) {
    if (field instanceof HTMLTextAreaElement) lines.push(field.value)
    else lines.push(lineOf(/** @type {HTMLElement} */ (field)))
  }
  return lines.filter((line) => line.trim() !== '').join('\n')
}

/** @param {HTMLElement} field */
function lineOf(field) {
  const label = field.querySelector('label, .label')?.textContent ?? ''
  const rich = /** @type {HTMLElement | null} */ (field.querySelector('.rich'))
  const hint = rich?.querySelector(':scope > .hint')
  const inputs = /** @type {HTMLInputElement[]} */ ([...field.querySelectorAll('input, select')])
  const said = [...field.querySelectorAll('.comments .said')].map((comment) => comment.textContent ?? '')
  const value = rich && !hint ? rich.innerText : [...said, ...inputs.map((input) => shown(input))].filter(Boolean).join('\n')
  return value.trim() ? `${label}: ${value.trim()}` : ''
}

/** @param {HTMLInputElement | HTMLSelectElement} input */
function shown(input) {
  return input instanceof HTMLSelectElement && input.value ? (input.selectedOptions[0]?.text ?? '') : input.value
}
