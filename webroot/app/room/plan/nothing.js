import { fill, h, icon } from '../../dom.js'
import { t } from '../../i18n.js'

/** Why no step is shown: none yet and one may write the first, none yet, or none under the filter. @typedef {'first' | 'none' | 'filter'} Why */

/**
 * What stands where no step is to be shown, and what to do then.
 *
 * @param {{first: () => void, all: () => void}} acts
 * @returns {{element: HTMLElement, show(why: Why | null): void}}
 */
export function nothing({ first, all }) {
  const element = h('div', { class: 'empty', hidden: true })
  const parts = {
    first: () => [
      h('h3', null, t('room.empty')),
      h('p', { class: 'hint' }, t('room.empty.how')),
      h('button', { type: 'button', class: 'primary', onclick: first }, icon('plus'), t('room.empty.button'))
    ],
    none: () => [h('h3', null, t('room.empty'))],
    filter: () => [
      h('h3', null, t('room.filter.nothing')),
      h('button', { type: 'button', onclick: all }, t('room.filter.showAll'))
    ]
  }
  /** @type {Why | null} */
  let shown = null
  return {
    element,
    show(why) {
      element.hidden = why === null
      if (why !== null && why !== shown) fill(element, parts[why]())
      shown = why
    }
  }
}
