// What is to be done in the phase that is on: a line that moderators write and everybody sees.
import { h, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { phaseNoteOf } from '../../plan/read.js'
import { beginAt } from './begin.js'
import { textField } from './text-field.js'
import { Y } from '/vendor/yjs.js'

/** Longest note, in UTF-16 units: it is to be read on the screen too. */
const NOTE_MAX = 200

/**
 * @param {object} what
 * @param {import('./document.js').PlanDocument} what.plan
 * @param {import('./carets.js').Carets} what.carets
 * @param {() => string} what.phase that is on; '' for none
 * @param {() => boolean} what.moderates
 * @returns {{element: HTMLElement, update(): void}}
 */
export function phaseNote({ plan, carets, phase, moderates }) {
  const element = h('div', { class: 'phase-note', hidden: true })
  const read = h('p', { dir: 'auto' })
  /** @type {ReturnType<typeof field> | null} */
  let shown = null
  let name = ''

  /** @param {string} now */
  function field(now) {
    const input = h('textarea', {
      class: 'goal',
      rows: 1,
      'aria-label': t('room.phase.note', { phase: t(`phase.${now}`) }),
      placeholder: t('room.phase.note.empty', { phase: t(`phase.${now}`) })
    })
    input.addEventListener('keydown', (event) => event.key === 'Enter' && !event.isComposing && event.preventDefault())
    const { phases } = plan
    const shared = () => (phases.get(now) instanceof Y.Text ? phases.get(now) : null)
    const plain = () => phaseNoteOf(phases, now)
    const source = {
      shared,
      plain,
      begin: () => (shared() || beginAt(phases, now, new Y.Text(plain())), shared())
    }
    return textField({ name: `phases/${now}`, field: input, look: 'goal', carets, max: NOTE_MAX, source })
  }

  function update() {
    const now = phase()
    const writes = moderates()
    const next = writes ? `${now}/` : now
    if (next !== name) {
      shown?.destroy()
      shown = writes && now ? field(now) : null
      element.replaceChildren(shown?.element ?? read)
      name = next
    }
    const words = phaseNoteOf(plan.phases, now)
    shown?.update()
    setText(read, words)
    element.hidden = now === '' || (!writes && words === '')
  }
  plan.phases.observeDeep(update)
  return { element, update }
}
