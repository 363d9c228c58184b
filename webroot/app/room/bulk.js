import { fill, h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { STATUSES } from './plan/document.js'

/**
 * The bar that appears when a moderator has picked steps.
 *
 * @param {{clear: () => void, show: (id: string) => void, prepare: (ids: string[]) => void, set: (ids: string[], key: 'status' | 'due', value: string) => void}} acts
 */
export function bulkBar({ clear, show, prepare, set }) {
  const element = h('div', { class: 'bulk', role: 'group', 'aria-label': t('room.bulk'), hidden: true })
  return {
    element,
    /** @param {string[]} ids picked, in the plan's order */
    update(ids) {
      element.hidden = ids.length === 0
      fill(
        element,
        h('b', null, t('room.bulk.picked', { n: ids.length })),
        h('button', { type: 'button', class: 'quiet', onclick: clear }, t('room.bulk.clear')),
        setStatus(ids, set),
        setDue(ids, set),
        ids.length === 1 &&
          h('button', { type: 'button', onclick: () => show(ids[0]) }, icon('screen'), t('room.bulk.show')),
        h(
          'button',
          { type: 'button', class: 'primary', onclick: () => prepare(ids) },
          icon('vote'),
          t('room.bulk.prepare')
        )
      )
    }
  }
}

/** @param {string[]} ids @param {(ids: string[], key: 'status', value: string) => void} set */
function setStatus(ids, set) {
  const select = h(
    'select',
    { 'aria-label': t('room.bulk.status'), onchange: () => select.value && set(ids, 'status', select.value) },
    h('option', { value: '' }, t('room.bulk.status')),
    STATUSES.map((status) => h('option', { value: status }, t(`status.${status}`)))
  )
  return h('div', { class: 'select' }, select)
}

/** A date counts once it is left, not while it is typed. @param {string[]} ids @param {(ids: string[], key: 'due', value: string) => void} set */
function setDue(ids, set) {
  const input = h('input', { type: 'date', onblur: () => input.value && set(ids, 'due', input.value) })
  return h('label', { class: 'line' }, t('room.bulk.due'), input)
}
