import { freshId, h } from '../../dom.js'
import { t } from '../../i18n.js'
import { openDialog } from '../dialog.js'

/** Times people take in workshops, in minutes. */
const MINUTES = [3, 5, 10, 15, 20, 30]

/** @param {(seconds: number) => void} chosen */
export function timerDialog(chosen) {
  const id = freshId('minutes')
  const own = h('input', { id, type: 'number', inputmode: 'numeric', min: 1, max: 240, step: 1 })
  /** @param {number} minutes */
  const take = (minutes) => {
    dialog.close()
    chosen(minutes * 60)
  }
  const choices = MINUTES.map((n) =>
    h('button', { type: 'button', onclick: () => take(n) }, t('room.timer.minutes', { n }))
  )
  const dialog = openDialog(
    t('room.timer.start'),
    [
      h('div', { class: 'row' }, choices),
      h('div', { class: 'field' }, h('label', { for: id }, t('room.timer.own')), own)
    ],
    [h('button', { class: 'primary end', value: 'start' }, t('room.timer.go'))]
  )
  dialog.form.addEventListener('submit', (event) => {
    if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.value !== 'start') return
    event.preventDefault()
    const minutes = own.valueAsNumber
    if (Number.isFinite(minutes) && minutes >= 1) take(minutes)
    else own.focus()
  })
}
