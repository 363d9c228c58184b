// Finds a word in every field of every step and in the plan's own, and leads to what it finds: Ctrl+F of the browser does not see what is folded away.
import { fill, h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { readPlan, text } from '../plan/read.js'
import { openDialog } from './dialog.js'
import { showPlan } from './gather.js'
import { goTo } from './tabs.js'

/** Finds shown at most; whoever has more types another letter. */
const MOST = 30
/** Characters shown around a find. */
const AROUND = 40

/** @typedef {{id: string, n: number, title: string, field: string, around: string}} Find `id`: '' for the plan's own fields `name`, `goal` and `minutes` */

/**
 * The plan's fields that hold the words, then every step's in the order of the plan; each field once.
 *
 * @param {{title: string, goal: string, minutes: string, steps: import('../plan/read.js').Step[]}} plan
 * @param {string} words
 * @returns {Find[]}
 */
export function finds({ title, goal, minutes, steps }, words) {
  const wanted = folded(words.trim())
  if (wanted === '') return []
  /** @param {{id: string, n: number, title: string}} of @param {[string, string][]} fields */
  const within = ({ id, n, title }, fields) =>
    fields.flatMap(([field, held]) => {
      const at = folded(held).indexOf(wanted)
      if (at < 0) return []
      const from = Math.max(0, at - AROUND)
      const around = `${from > 0 ? '… ' : ''}${held.slice(from, at + wanted.length + AROUND).trim()}`
      return [{ id, n, title, field, around }]
    })
  /** @type {[string, string][]} */
  const own = [['name', title], ['goal', goal], ['minutes', minutes]]
  return [...within({ id: '', n: 0, title }, own), ...steps.flatMap((step) => within(step, fieldsOf(step)))]
}

/** A space between paragraphs. @param {import('/vendor/yjs.js').Y.Doc} doc */
const minutesOf = (doc) => doc.getXmlFragment('minutes').toArray().map(text).join(' ')

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

/** @param {Find} find @param {import('./plan/plan-view.js').PlanView} view */
async function lead({ id, field }, view) {
  if (field === 'minutes') return goTo('#protokoll')
  await showPlan()
  if (id) view.show(id)
  else /** @type {HTMLElement | null} */ (view.element.querySelector(field === 'goal' ? 'textarea.goal' : 'textarea.plan-title'))?.focus()
}

/** @param {import('/vendor/yjs.js').Y.Doc} doc @param {import('./plan/plan-view.js').PlanView} view shows what is found */
export function searchDialog(doc, view) {
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
  function line(find) {
    const { id, n, title, field: name, around } = find
    const go = () => {
      // after the dialog has given focus back to where it was
      dialog.element.addEventListener('close', () => void lead(find, view))
      dialog.close()
    }
    const where = id ? `${n}. ${title}` : t(`room.search.in.${name}`)
    const within = id && name !== 'title' ? `${t(`room.search.in.${name}`)}: ` : ''
    return h(
      'li',
      null,
      h('button', { type: 'button', class: 'quiet find', onclick: go }, icon('plan'), h('span', { dir: 'auto' }, where)),
      h('p', { class: 'hint', dir: 'auto' }, name === 'title' ? '' : `${within}${around}`)
    )
  }

  function draw() {
    const found = finds({ ...readPlan(doc), minutes: minutesOf(doc) }, field.value)
    fill(list, ...found.slice(0, MOST).map(line))
    fill(count, field.value.trim() === '' ? t('room.search.how') : t('room.search.found', { n: found.length }))
  }
  draw()
  field.focus()
}
