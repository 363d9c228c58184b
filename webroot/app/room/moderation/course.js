/** The course of the session: which part is on, and the next one, with its phase and its time, at a press. */
import { api } from '../../api.js'
import { assign, fill, h, icon, setText } from '../../dom.js'
import { say, t } from '../../i18n.js'

/**
 * @typedef {{de: string, en: string}} Bilingual
 * @typedef {{id: string, title: Bilingual, minutes: number, phases: {label: Bilingual, minutes: number, phase: string}[]}} Preset
 */

/**
 * @param {HTMLElement} element to be filled
 * @param {import('../state.js').State} state
 * @param {(change: object) => Promise<void>} set
 * @returns {Promise<{draw(): void} | null>} null where the server knows no such course any more
 */
export async function course(element, state, set) {
  /** @type {Preset[]} */
  const presets = await api.get('/presets')
  const preset = presets.find(({ id }) => id === state.room?.course?.preset)
  if (!preset) return null
  const { title, phases } = preset
  const words = (/** @type {number} */ at) => t('room.course.part', { what: say(phases[at]?.label), n: phases[at]?.minutes ?? 0 })
  const parts = h(
    'select',
    { 'aria-label': t('room.course'), onchange: () => set({ part: Number(parts.value) }) },
    h('option', { value: '', disabled: true }, t('room.course.of', { title: say(title) })),
    phases.map((_, at) => h('option', { value: String(at) }, `${at + 1}/${phases.length} ${words(at)}`))
  )
  const word = h('span', null)
  const next = h('button', { type: 'button', onclick: () => set({ part: at() + 1 }) }, icon('play'), word)
  const at = () => state.room?.course?.part ?? -1
  fill(element, h('div', { class: 'select' }, parts), next)
  assign(element, { role: 'group', 'aria-label': t('room.course') })
  return {
    draw() {
      parts.value = at() < 0 ? '' : String(at())
      next.hidden = at() + 1 >= phases.length
      setText(word, next.hidden ? '' : t('room.course.next', { part: words(at() + 1) }))
    }
  }
}
