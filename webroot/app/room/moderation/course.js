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
    { 'aria-label': t('room.course'), onchange: choose },
    h('option', { value: '', disabled: true }, t('room.course.of', { title: say(title) })),
    phases.map((_, at) => h('option', { value: String(at) }, `${at + 1}/${phases.length} ${words(at)}`))
  )
  const word = h('span', null)
  const go = h('button', { type: 'button', onclick: begin }, icon('play'), word)
  const at = () => state.room?.course?.part ?? -1
  let on = at()
  /** The part that somebody has chosen here and not begun: on a list the keyboard chooses with each arrow. @type {number | null} */
  let chosen = null
  const wanted = () => chosen ?? at() + 1
  const choosing = () => document.activeElement === parts

  function choose() {
    const part = Number(parts.value)
    chosen = part === at() ? null : part
    draw()
  }

  function begin() {
    const part = wanted()
    if (part >= phases.length) return
    chosen = null
    return set({ part })
  }

  function draw() {
    if (at() !== on && (!choosing() || chosen === at())) chosen = null
    on = at()
    if (!choosing()) parts.value = String(chosen ?? (on < 0 ? '' : on))
    const last = wanted() >= phases.length
    // It stays where it is, since it may have the focus.
    assign(go, { 'aria-disabled': String(last) })
    setText(word, last ? t('room.course.last') : t(chosen === null ? 'room.course.next' : 'room.course.begin', { part: words(wanted()) }))
  }

  fill(element, h('div', { class: 'select' }, parts), go)
  assign(element, { role: 'group', 'aria-label': t('room.course') })
  return { draw }
}
