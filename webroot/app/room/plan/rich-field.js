// A rich field: shown as text at once, with the editor as soon as it is there.
import { fill, h } from '../../dom.js'
import { t } from '../../i18n.js'
import { isBlank, isEditable, richNodes } from './rich-view.js'

/** @type {Promise<typeof import('./rich-editor.js')> | null} */
let loading = null

/** The editor's module; null if it can't be had now (offline): the text stays readable, the next opening tries again. */
async function load() {
  loading ??= import('./rich-editor.js')
  try {
    return await loading
  } catch {
    loading = null
    return null
  }
}

/**
 * @param {object} what
 * @param {import('/vendor/yjs.js').Y.XmlFragment} what.fragment
 * @param {import('/vendor/yjs.js').awareness.Awareness} what.awareness
 * @param {import('./document.js').PlanDocument} what.plan
 * @param {string} what.label id of its label
 * @param {string} what.empty what to say where there is no text
 * @param {() => boolean} what.editable
 * @returns {{element: HTMLElement, refresh(): void, destroy(): void}}
 */
export function richField({ fragment, awareness, plan, label, empty, editable }) {
  const reading = h('div', { class: 'rich reading', 'aria-labelledby': label, role: 'group' })
  const element = h('div', { class: 'rich-field' }, reading)
  /** @type {{element: HTMLElement, refresh(): void, destroy(): void} | null} */
  let editor = null
  let gone = false

  function read() {
    if (isBlank(fragment)) fill(reading, h('p', { class: 'hint' }, empty))
    else fill(reading, richNodes(fragment))
  }

  async function open() {
    const module = await load()
    if (!module || gone || editor || !editable() || !isEditable(fragment)) return
    editor = module.richEditor({ fragment, awareness, plan, label, editable })
    element.replaceChildren(editor.element)
  }

  function close() {
    editor?.destroy()
    editor = null
    read()
    element.replaceChildren(reading)
  }

  // Runs before the editor's own observer: it must not see, and so take out, what it does not know.
  const observed = () => {
    if (editor && !isEditable(fragment)) {
      close()
      element.append(h('p', { class: 'hint' }, t('room.rich.unknown')))
    } else if (!editor) read()
  }
  fragment.observeDeep(observed)
  read()
  void open()
  return {
    element,
    refresh() {
      if (editor) editor.refresh()
      else void open()
    },
    destroy() {
      gone = true
      fragment.unobserveDeep(observed)
      editor?.destroy()
    }
  }
}
