import { fill, h, icon } from '../dom.js'
import { t } from '../i18n.js'

/**
 * The bar that appears when a moderator has picked steps.
 *
 * @param {{clear: () => void, show: (id: string) => void, prepare: () => unknown, change: (ids: string[]) => unknown}} acts
 */
export function bulkBar({ clear, show, prepare, change }) {
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
        h('button', { type: 'button', onclick: () => change(ids) }, icon('check'), t('room.bulk.set.open')),
        ids.length === 1 &&
          h('button', { type: 'button', onclick: () => show(ids[0]) }, icon('screen'), t('room.bulk.show')),
        h('button', { type: 'button', class: 'primary', onclick: prepare }, icon('vote'), t('room.bulk.prepare'))
      )
    }
  }
}
