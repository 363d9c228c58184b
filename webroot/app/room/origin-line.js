// Where the plan comes from, if it was made from another one; moderators see where it differs.
import { fill, h } from '../dom.js'
import { t } from '../i18n.js'
import { text } from '../plan/read.js'

/** Ids of built-in templates: plans made from these have no other's words in them. */
const TEMPLATE = /^[a-z0-9-]*$/

/**
 * @param {import('/vendor/yjs.js').Y.Map<any>} meta
 * @param {import('./state.js').State} state
 * @param {() => unknown} compare
 * @returns {HTMLElement}
 */
export function originLine(meta, state, compare) {
  const words = h('span', { dir: 'auto' })
  const button = h('button', { type: 'button', class: 'quiet', onclick: compare }, t('room.origin.compare'))
  const element = h('p', { class: 'row origin hint' }, h('span', null, `${t('room.origin')} `, words), button)

  function draw() {
    const origin = text(meta.get('origin'))
    fill(words, origin)
    element.hidden = TEMPLATE.test(origin)
    button.hidden = !state.moderates
  }

  meta.observe(draw)
  state.on(['room'], draw)
  draw()
  return element
}
