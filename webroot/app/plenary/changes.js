/** What says something else in its room than when it was taken: both words, and a press to take the new ones. */
import { fill, freshId, h, icon } from '../dom.js'
import { t, time } from '../i18n.js'

/** @import {Changed, Gone, Means, Plenary, Words} from './types.js' */

/** @param {Means} means @returns {{element: HTMLElement, update(plenary: Plenary): void}} */
export function changes({ post, attempt, tell, show }) {
  const list = h('ul', { class: 'groups', role: 'list' })
  const gone = h('ul', { class: 'groups', role: 'list' })
  /** @type {Changed[]} */
  let changed = []
  const take = (/** @type {Changed[]} */ wanted) =>
    attempt(async () => {
      const done = await post('/collect/changes', { changes: wanted.map(({ step, room, source }) => ({ step, room, source })) })
      show(done)
      tell(t('plenary.taken', { n: done.taken }))
    })
  const all = h('button', { type: 'button', onclick: () => take(changed) }, icon('check'), t('plenary.takeAll'))
  const every = h('div', { class: 'row' }, all)
  const heading = freshId('part')
  const element = h('section', { class: 'card stack', 'aria-labelledby': heading, hidden: true }, h('h2', { id: heading }, t('plenary.changes')), list, every, gone)

  return {
    element,
    update(plenary) {
      changed = plenary.changed
      element.hidden = changed.length + plenary.gone.length === 0
      every.hidden = changed.length < 2
      list.hidden = changed.length === 0
      gone.hidden = plenary.gone.length === 0
      fill(list, changed.map((one) => changedItem(one, () => take([one]))))
      fill(gone, plenary.gone.map(goneItem))
    }
  }
}

/** @param {Changed} changed @param {() => unknown} take */
function changedItem(changed, take) {
  return h(
    'li',
    null,
    h('div', null, h('h3', null, changed.title), h('p', { class: 'hint' }, t('plenary.since', { room: changed.roomTitle, time: time(changed.since) }))),
    h('dl', { class: 'two-words' }, words('plenary.before', changed.before, changed.now), words('plenary.now', changed.now, changed.before)),
    h('div', { class: 'row' }, h('button', { type: 'button', onclick: take }, icon('check'), t('plenary.take')))
  )
}

/** Only what differs. @param {string} key @param {Words} words @param {Words} other */
function words(key, words, other) {
  const keys = /** @type {const} */ (['title', 'details', 'result', 'responsible'])
  const said = keys.filter((one) => (words[one] ?? '') !== (other[one] ?? '')).map((one) => h('p', { dir: 'auto' }, words[one] || '–'))
  return h('div', null, h('dt', { class: 'hint' }, t(key)), h('dd', null, said))
}

/** @param {Gone} gone */
function goneItem(gone) {
  return h('li', null, h('div', null, h('h3', null, gone.title), h('p', { class: 'hint' }, t('plenary.gone', { room: gone.roomTitle }))))
}
