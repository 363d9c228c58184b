import { api } from '../../api.js'
import { fill, h } from '../../dom.js'
import { t } from '../../i18n.js'
import { check } from '../../poll/fields.js'
import { FORMATS } from './download.js'
import { refusal } from './refusal.js'

/**
 * What the room gives participants once it is closed, and whether its minutes are written along: for moderators, kept at once.
 *
 * @param {object} what
 * @param {import('../state.js').State} what.state
 * @param {string} what.room
 * @param {() => string} what.token
 */
export function takeAlong({ state, room, token }) {
  const given = new Set(state.room?.takeAlong ?? [])
  const formats = FORMATS.map((format) => ({ format, ...check(t(`room.export.${format}`), given.has(format)) }))
  const minuting = check(t('export.minuting'), state.room?.minuting !== false, t('export.minuting.what'))
  const told = h('div', { 'aria-live': 'polite' })
  const element = h(
    'details',
    null,
    h('summary', { class: 'label' }, t('export.takeAlong')),
    h('p', { class: 'hint' }, t('export.takeAlong.what')),
    h('div', { class: 'formats' }, formats.map((one) => one.element)),
    minuting.element,
    told
  )
  element.addEventListener('change', async () => {
    try {
      const takeAlong = formats.filter((one) => one.input.checked).map((one) => one.format)
      await api.patch(`/rooms/${room}`, { takeAlong, minuting: minuting.input.checked }, { token: token() })
      fill(told)
    } catch (/** @type {any} */ problem) {
      fill(told, refusal(problem))
      told.scrollIntoView({ block: 'nearest' })
    }
  })
  return element
}
