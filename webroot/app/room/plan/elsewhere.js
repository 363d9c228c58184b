// What a step has to do with other rooms: where it was collected from, and what the plenary said of it. Anything of another form is absent.
import { h, icon } from '../../dom.js'
import { say, t } from '../../i18n.js'
import { word } from '../../plan/read.js'

/** @param {any} value @returns {any[]} */
const objects = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [])

/** Verdicts of the plenary at one step; what is older stays in its protocol. */
const MOST = 2

/** @param {import('./document.js').PlanDocument} plan @param {string} id @returns {HTMLElement[]} */
export function elsewhere(plan, id) {
  const step = plan.step(id)
  const rooms = [...new Set(objects(step?.get('origins')).map(({ roomTitle }) => word(roomTitle)))].filter(Boolean)
  const said = objects(step?.get('plenary')).map(verdict).filter(Boolean)
  return [
    ...(rooms.length > 0 ? [h('li', null, icon('reply'), t('room.fact.from', { rooms: rooms.join(', ') }))] : []),
    ...said.slice(-MOST).map((words) => h('li', null, h('span', { class: 'chip act' }, icon('vote'), t('room.fact.plenary', { words }))))
  ]
}

/** By heads, and beside it by authority. @param {any} verdict */
function verdict({ said, byAuthority }) {
  const words = word(say(said))
  const authority = word(say(byAuthority))
  return words && authority ? t('room.fact.authority', { words, authority }) : words
}
