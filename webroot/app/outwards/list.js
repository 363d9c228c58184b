// A section that can be opened: a form that makes something, and a list of what there is, each with what can be done to it.
import { fill, h, icon, listen } from '../dom.js'
import { t } from '../i18n.js'

/** @import {Child} from '../dom.js' */
/**
 * @typedef {object} Acts
 * @property {() => Promise<void>} reload shows what there is now
 * @property {(label: string, spoken: string, act: () => Promise<unknown>) => HTMLElement} button does something with an item, and says why not if it is
 *     refused; `spoken` names the item too
 */

/**
 * @template I
 * @param {object} what
 * @param {string} what.name
 * @param {string} what.about
 * @param {Child[]} what.fields
 * @param {string} what.make
 * @param {() => Promise<Child | Child[]>} what.act makes it; answers what to show of it
 * @param {() => Promise<I[]>} what.load
 * @param {(item: I, acts: Acts) => Child[]} what.row
 * @param {() => void} [what.before] done when it is opened
 * @param {boolean} [what.alone] whether it is all there is to see, and open
 * @returns {HTMLElement}
 */
export function list({ name, about, fields, make, act, load, row, before = () => {}, alone = false }) {
  const problem = h('p', { class: 'error', role: 'alert', hidden: true })
  const made = h('div', { 'aria-live': 'polite' })
  const items = h('ul', { class: 'outwards', role: 'list' })
  const form = h(
    'form',
    { class: 'stack', autocomplete: 'off' },
    h('p', { class: 'hint' }, about),
    fields,
    h('div', null, h('button', { type: 'submit' }, icon('plus'), make)),
    problem,
    made,
    items
  )
  const element = alone ? h('div', null, form) : h('details', null, h('summary', { class: 'label' }, name), form)

  /** @param {() => Promise<unknown>} what */
  async function attempt(what) {
    problem.hidden = true
    try {
      await what()
    } catch (/** @type {any} */ reason) {
      fill(problem, icon('warn'), reason.sentence ?? t('error.unknown'))
      problem.hidden = false
      problem.scrollIntoView({ block: 'nearest' })
    }
  }

  /** @type {Acts['button']} */
  const button = (label, spoken, act) => h('button', { type: 'button', class: 'quiet', 'aria-label': spoken, onclick: () => attempt(act) }, label)

  const reload = () =>
    attempt(async () => {
      fill(
        items,
        (await load()).map((item) => h('li', null, row(item, { reload, button })))
      )
    })

  listen(form, 'submit', (event) => {
    event.preventDefault()
    return attempt(async () => {
      fill(made, await act())
      made.scrollIntoView({ block: 'nearest' })
      await reload()
    })
  })
  opened(element, alone, () => {
    before()
    void reload()
  })
  return element
}

/** Does something when a section is opened, or at once where it is open for good. @param {HTMLElement} element @param {boolean} alone @param {() => void} act */
function opened(element, alone, act) {
  if (alone) act()
  else element.addEventListener('toggle', () => element.hasAttribute('open') && act())
}
