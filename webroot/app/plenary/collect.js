/** Which rooms, and what of them: agreed steps, or the best of a poll. */
import { fill, freshId, h, icon, listen } from '../dom.js'
import { t } from '../i18n.js'
import { counted } from '../organise/counted.js'
import { check, field, plates, select } from '../poll/fields.js'

/** @import {Means, Plenary, Session} from './types.js' */

/** The choice of a poll that stands for each room's last one. */
const LAST = ''

/** @param {Means} means @returns {{element: HTMLElement, update(plenary: Plenary): void}} */
export function collect({ post, attempt, tell, show }) {
  /** @type {Map<string, HTMLInputElement>} */
  const chosen = new Map()
  const rooms = h('ul', { class: 'room-checks', role: 'list', 'aria-label': t('plenary.rooms') })
  const what = plates(
    [
      { value: 'agreed', label: t('plenary.agreed'), note: t('plenary.agreedNote') },
      { value: 'best', label: t('plenary.best'), note: t('plenary.bestNote') }
    ],
    'agreed'
  )
  const count = h('input', { type: 'number', inputmode: 'numeric', min: 1, max: 100, value: '3' })
  const poll = h('div')
  let polls = select([], '')
  const best = h('div', { class: 'row ends', hidden: true }, field(t('plenary.count'), count), poll)
  listen(what.element, 'change', () => (best.hidden = what.value() !== 'best'))
  const heading = freshId('part')
  const form = h('form', { class: 'card stack', 'aria-labelledby': heading }, h('h2', { id: heading }, t('plenary.collect')), rooms, what.element, best, h('div', { class: 'row' }, h('button', { class: 'primary' }, icon('gather'), t('plenary.bring'))))
  listen(form, 'submit', (event) => {
    event.preventDefault()
    const take = what.value() === 'best' ? { best: counted(count), ...(polls.value === LAST ? {} : { poll: polls.value }) } : 'agreed'
    const sessions = [...chosen].filter(([, box]) => box.checked).map(([room]) => room)
    if (sessions.length === 0) return [...chosen.values()][0]?.focus()
    return attempt(async () => {
      const done = await post('/collect', { take, sessions })
      show(done)
      tell(`${t('plenary.brought', { n: done.brought })} ${done.known > 0 ? t('plenary.known', { n: done.known }) : ''}`.trim())
    })
  })

  return {
    element: form,
    update({ sessions }) {
      const off = new Set([...chosen].filter(([, box]) => !box.checked).map(([room]) => room))
      chosen.clear()
      fill(
        rooms,
        sessions.map((session) => {
          const box = check(session.title, !off.has(session.room), numbers(session))
          chosen.set(session.room, box.input)
          return h('li', null, box.element)
        })
      )
      const known = polls.value
      polls = select([[LAST, t('plenary.last')], ...sessions.flatMap((session) => session.polls.map((one) => /** @type {[string, string]} */ ([one.poll, `${session.title}: ${one.question}`])))], known)
      fill(poll, field(t('plenary.poll'), polls))
    }
  }
}

/** @param {Session} session */
function numbers({ agreed, collected }) {
  return `${t('plenary.isAgreed', { n: agreed })} · ${t('plenary.isCollected', { n: collected })}`
}
