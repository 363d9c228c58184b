// A rich field: shown as text at once, with the editor as soon as it is there. Showing a text never changes it.
import { fill, h } from '../../dom.js'
import { loadTexts, t } from '../../i18n.js'
import { batched } from '../frame.js'
import { takeAway } from '../take-away.js'
import { lostText } from './lost-text.js'
import { isBlank, isBlocks, richNodes } from './rich-view.js'
import { OURS, wordsOf } from './rich-words.js'

/** @typedef {import('/vendor/yjs.js').Y.XmlFragment} XmlFragment */

/** @type {Promise<typeof import('./rich-editor.js')> | null} */
let loading = null

/** The editor's module; null if it can't be had now (offline): the text stays readable, the next opening tries again. */
async function load() {
  loading ??= Promise.all([import('./rich-editor.js'), loadTexts('acts')]).then(([module]) => module)
  try {
    return await loading
  } catch {
    loading = null
    return null
  }
}

/**
 * @typedef {object} RichPlace
 * @property {() => XmlFragment | null} fragment the text that is there now; null while nobody has begun it
 * @property {() => XmlFragment | null} begin makes it where it is missing
 * @property {import('/vendor/yjs.js').awareness.Awareness} awareness
 * @property {import('./document.js').PlanDocument} plan
 * @property {string} label id of its label
 * @property {string} empty what to say where there is no text
 * @property {() => boolean} editable
 */

export class RichField {
  /** @type {XmlFragment | null} */ #fragment = null
  /** @type {import('./rich-editor.js').Editor | null} */ #editor = null
  /** @type {typeof import('./rich-editor.js') | null} */ #module = null
  #gone = false
  #observed = (/** @type {any[]} */ events, /** @type {import('/vendor/yjs.js').Y.Transaction} */ transaction) => {
    const lost = lostText(events, transaction)
    this.#changed(events)
    if (lost) this.#offer(lost)
  }
  #again = batched(() => !this.#gone && this.#show())

  /** @param {RichPlace} place */
  constructor(place) {
    this.place = place
    this.reading = h('div', { class: 'rich reading', 'aria-labelledby': place.label, role: 'group', dir: 'auto' })
    this.note = h('div', { class: 'rich-note', hidden: true })
    this.shown = h('div', null, this.reading, this.note)
    this.lost = h('div', { role: 'status' })
    this.element = h('div', { class: 'rich-field' }, this.shown, this.lost)
    this.refresh()
  }

  /** After something at this place has changed: letters in the text, mostly, which need nothing here. */
  follow() {
    if (this.place.fragment() !== this.#fragment || (this.#editor !== null) !== this.place.editable()) this.refresh()
  }

  /** After the role, the lock, or what lies at this place has changed. */
  refresh() {
    const fragment = this.place.fragment()
    if (fragment !== this.#fragment) {
      this.#close()
      this.#fragment?.unobserveDeep(this.#observed)
      this.#fragment = fragment
      // Before the editor's own observer: what that one doesn't know it would take out.
      fragment?.observeDeep(this.#observed)
    }
    if (this.#editor && !this.place.editable()) this.#close()
    if (!this.#editor) this.#show()
  }

  destroy() {
    this.#gone = true
    this.#fragment?.unobserveDeep(this.#observed)
    this.#editor?.destroy()
  }

  /** @param {any[]} events */
  #changed(events) {
    if (this.#editor?.holds(events)) return
    // Closed before the editor hears of it; opened again, if it can be, when all have.
    this.#close()
    this.#again()
  }

  #close() {
    if (!this.#editor) return
    this.#editor.destroy()
    this.#editor = null
    this.shown.replaceChildren(this.reading, this.note)
  }

  #show() {
    if (this.#editor) return
    const fragment = this.#fragment
    if (!fragment || isBlank(fragment)) fill(this.reading, h('p', { class: 'hint' }, this.place.empty))
    else fill(this.reading, richNodes(fragment))
    this.#tell([])
    if (!this.place.editable()) return
    if (!fragment) this.#tell([this.#button('room.rich.begin', () => this.#begin())])
    else if (this.#module) this.#open()
    else void this.#load()
  }

  async #load() {
    this.#module = await load()
    if (this.#module && !this.#gone && this.place.editable()) this.#open()
  }

  #open() {
    const fragment = this.#fragment
    if (!fragment || this.#editor || !this.#module) return
    const { awareness, plan, label } = this.place
    const words = wordsOf(fragment) ?? plan.words() ?? OURS
    this.#editor = this.#module.richEditor({ fragment, awareness, plan, label, words })
    if (this.#editor) return this.shown.replaceChildren(this.#editor.element)
    const convert = () => this.#module?.convert(fragment, plan, words)
    const why = isBlocks(fragment) ? 'room.rich.blocks' : 'room.rich.unknown'
    this.#tell([h('p', { class: 'hint' }, t(why)), this.#button('room.rich.convert', convert)])
  }

  /** Somebody took out what was being written in here. @param {string} text */
  #offer(text) {
    const close = h('button', { type: 'button', class: 'quiet', onclick: () => this.lost.replaceChildren() }, t('room.step.taken.close'))
    fill(this.lost, takeAway(text, t('room.rich.taken')), h('p', null, close))
  }

  #begin() {
    if (!this.place.begin()) return
    this.refresh()
    void load().then(() => requestAnimationFrame(() => this.#editor?.focus()))
  }

  /** @param {HTMLElement[]} parts */
  #tell(parts) {
    fill(this.note, parts)
    this.note.hidden = parts.length === 0
  }

  /** @param {string} text @param {() => void} act */
  #button(text, act) {
    return h('button', { type: 'button', onclick: () => this.place.editable() && act() }, t(text))
  }
}
