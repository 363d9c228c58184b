// Finds a word in every field of every step, and opens what it finds: Ctrl+F of the browser does not see what is folded away.
import { fill, h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { readPlan, text } from '../plan/read.js'
import { openDialog } from './dialog.js'

/** Finds shown at most; whoever has more types another letter. */
const MOST = 30
/** Characters shown around a find. */
const AROUND = 40

/** @typedef {{id: string, n: number, title: string, field: string, around: string}} Find */

/**
 * Every step's fields that hold the words, in the order of the plan; a step once a field.
 *
 * @param {import('../plan/read.js').Step[]} steps
 * @param {string} words
 * @returns {Find[]}
 */
export function finds(steps, words) {
  const wanted = folded(words.trim())
  if (wanted === '') return []
  return steps.flatMap((step) => {
    const { id, n, title } = step
    return fieldsOf(step).flatMap(([field, held]) => {
      const at = folded(held).indexOf(wanted)
      if (at < 0) return []
      const from = Math.max(0, at - AROUND)
      const around = `${from > 0 ? '… ' : ''}${held.slice(from, at + wanted.length + AROUND).trim()}`
      return [{ id, n, title, field, around }]
    })
  })
}

/** Without regard to case; of the same length as the text, so that places agree. @param {string} words */
const folded = (words) => [...words].map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join('')

/** @param {import('../plan/read.js').Step} step @returns {[field: string, text: string][]} */
function fieldsOf({ title, responsible, contributors, tags, result, details, comments }) {
  return [
    ['title', title],
    ['responsible', responsible],
    ['contributors', contributors],
    ['tags', tags],
    ['result', result],
    ['details', details ? text(details) : ''],
    ['comments', comments.map((comment) => `${comment.name}: ${comment.text}`).join(' · ')]
  ]
}

/** @param {{doc: import('/vendor/yjs.js').Y.Doc, show: (id: string) => void}} plan `show` opens a step */
export function searchDialog({ doc, show }) {
  const list = h('ul', { class: 'records', role: 'list' })
  const count = h('p', { class: 'hint', role: 'status' })
  const field = h('input', { class: 'wide', autofocus: true, autocomplete: 'off', 'aria-label': t('room.search'), oninput: draw })
  const dialog = openDialog(t('room.search'), [field, count, list])
  dialog.form.addEventListener('submit', (event) => {
    event.preventDefault()
    const first = list.querySelector('button')
    if (first instanceof HTMLElement) first.click()
  })

  /** @param {Find} find */
  function line({ id, n, title, field: name, around }) {
    const go = () => {
      dialog.close()
      show(id)
    }
    return h(
      'li',
      null,
      h('button', { type: 'button', class: 'quiet find', onclick: go }, icon('plan'), h('span', { dir: 'auto' }, `${n}. ${title}`)),
      h('p', { class: 'hint', dir: 'auto' }, name === 'title' ? '' : `${t(`room.search.in.${name}`)}: ${around}`)
    )
  }

  function draw() {
    const found = finds(readPlan(doc).steps, field.value)
    fill(list, ...found.slice(0, MOST).map(line))
    fill(count, field.value.trim() === '' ? t('room.search.how') : t('room.search.found', { n: found.length }))
  }
  draw()
  field.focus()
}
