import { h, icon } from '../../dom.js'
import { number, t } from '../../i18n.js'
import { cutTitle, titlesIn } from './amounts.js'
import { onePastedLine } from './text-field.js'

/** Longest title, in UTF-16 units. */
const TITLE_MAX = 300

/**
 * The line at the end of the plan: type, Enter, and the next one. Several pasted lines become as many steps, if that is wanted.
 *
 * @param {(steps: {title: string, rest: string}[]) => void} add `rest` is what had no room in a title
 * @param {() => ((cells: string) => unknown) | null} bring what takes pasted cells of a spreadsheet with all their columns, where that may be
 * @returns {HTMLFormElement}
 */
export function newStep(add, bring) {
  const field = h('input', { id: 'new-step', autocomplete: 'off', enterkeyhint: 'done', dir: 'auto', placeholder: t('room.new') })
  const words = h('p', null)
  const all = h('button', { type: 'button', class: 'primary', onclick: () => put(pasted) })
  const one = h('button', { type: 'button', onclick: () => put([field.value]) }, t('room.new.one'))
  const columns = h('button', { type: 'button', class: 'primary', onclick: () => bringCells() }, t('room.new.columns'))
  const offer = h('div', { class: 'offer', role: 'status' }, words, h('div', { class: 'row', hidden: true }, columns, all, one))
  /** What was pasted, if it was cells. */
  let cells = ''
  /** Titles that were pasted and lie in the field. @type {string[]} */
  let pasted = []
  /** What the field held right after. */
  let joined = ''

  function show() {
    if (field.value !== joined) pasted = []
    words.textContent = offered(pasted.length, field.value)
    all.textContent = t('room.new.all', { n: pasted.length })
    ;/** @type {HTMLElement} */ (all.parentElement).hidden = pasted.length === 0
    columns.hidden = cells === '' || bring() === null
    all.classList.toggle('primary', columns.hidden)
  }

  function bringCells() {
    const taken = cells
    field.value = ''
    show()
    return bring()?.(taken)
  }

  /** @param {string[]} titles */
  function put(titles) {
    add(titles.map((text) => cutTitle(text.trim(), TITLE_MAX)).map(([title, rest]) => ({ title, rest })))
    field.value = ''
    show()
    field.focus()
    form.scrollIntoView({ block: 'nearest' })
  }

  const form = h('form', { class: 'new-step' }, label(), field, h('button', null, icon('plus'), t('room.new.add')), offer)
  field.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const lines = titlesIn(text)
    if (lines.length < 2 || field.value.trim() !== '') return
    pasted = lines
    cells = text.includes('\t') ? text : ''
    setTimeout(() => {
      joined = field.value
      show()
    })
  })
  onePastedLine(field)
  field.addEventListener('input', () => setTimeout(show))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    field.focus()
    if (field.value.trim() !== '') put(pasted.length > 0 ? pasted : [field.value])
  })
  return form
}

const label = () => h('label', { class: 'vh', for: 'new-step' }, t('room.new.label'))

/** What is said under the line. @param {number} lines that were pasted @param {string} typed */
function offered(lines, typed) {
  if (lines > 0) return t('room.new.lines', { n: lines })
  return typed.trim().length > TITLE_MAX ? t('room.new.long', { max: number(TITLE_MAX) }) : ''
}
