// Names to choose from while somebody types who is responsible: people here, and names used before in this plan.
import { fill, h } from '../../dom.js'

/** Suggestions at most: a longer list helps nobody. */
const MOST = 40

/** Fields that ask for this list. */
const LIST = 'names'

/**
 * The last name being typed is completed; those before it stay.
 *
 * @param {string} typed what the field holds
 * @param {string[]} names
 * @returns {string[]} what the field may hold instead
 */
export function suggested(typed, names) {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1)
  const taken = new Set(typed.split(',').map(folded))
  const kept = before === '' ? '' : `${before} `
  return names.filter((name) => !taken.has(folded(name))).map((name) => kept + name)
}

/**
 * Each name once, as it was written first.
 *
 * @param {string[]} texts names, several with commas between them
 * @returns {string[]}
 */
export function namesIn(texts) {
  /** @type {Map<string, string>} */
  const found = new Map()
  for (const name of texts.flatMap((text) => text.split(',')).map((part) => part.trim())) {
    if (name !== '' && !found.has(folded(name))) found.set(folded(name), name)
  }
  return [...found.values()]
}

/** @param {string} name */
const folded = (name) => name.trim().toLowerCase()

/**
 * Keeps the list of whichever field somebody is in.
 *
 * @param {import('./document.js').PlanDocument} plan
 * @param {import('../presence.js').Present} present
 */
export function nameList(plan, present) {
  const here = () => present.people().map(({ name }) => name)
  const list = h('datalist', { id: LIST })
  const used = () => plan.order().flatMap((id) => [plan.text(id, 'responsible'), plan.text(id, 'contributors')])
  /** Drawn when somebody comes into a field and at its commas, never at each letter. */
  let drawn = ''
  const draw = (/** @type {Event} */ { target, type }) => {
    if (!(target instanceof HTMLInputElement) || target.getAttribute('list') !== LIST) return
    const before = target.value.slice(0, target.value.lastIndexOf(',') + 1)
    if (type === 'input' && before === drawn) return
    drawn = before
    const names = namesIn([...here(), ...used()])
    fill(list, suggested(target.value, names).slice(0, MOST).map((value) => h('option', { value })))
  }
  document.addEventListener('focusin', draw)
  document.addEventListener('input', draw)
  return list
}
