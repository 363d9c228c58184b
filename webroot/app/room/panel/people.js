// Who is here. Moderators see every member and may rename, remove, or hand over; the others see who has the page open.
import { fill, h, icon, patch, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { avatar } from '../header.js'
import { part } from '../part.js'
import { removedPeople } from './removed.js'
import { Roll } from './roll.js'

/** @import {Member} from './roll.js' */
/**
 * @typedef {object} PeopleContext
 * @property {import('../state.js').State} state
 * @property {string} room
 * @property {() => string} token
 * @property {() => import('../state.js').Person[]} present people with an open page, oneself first
 * @property {(text: string) => void} say
 */

/**
 * Two of one name are told apart by the order of their coming; ids sort by time.
 *
 * @param {Member} member
 * @param {Member[]} people
 */
function which({ id, name, organisation }, people) {
  const alike = people.filter((one) => one.name === name && (one.organisation ?? '') === (organisation ?? ''))
  if (alike.length < 2) return null
  const place = alike.map((one) => one.id).sort().indexOf(id) + 1
  return h('span', { class: 'hint' }, ` ${t('room.people.alike', { n: place, of: alike.length })}`)
}

/** What the law asks of whoever runs this. */
function statements() {
  const pages = ['privacy', 'accessibility'].map((page) => h('a', { href: `/${page}.html`, target: '_blank' }, t(`app.${page}`)))
  return h('p', { class: 'row hint' }, pages)
}

/** @param {PeopleContext} context */
export function people({ state, room, token, present, say }) {
  const list = h('ul', { class: 'members card' })
  const error = h('p', { class: 'error', hidden: true })
  const removed = removedPeople({ room, token, say })
  const element = h(
    'section',
    { id: 'personen', 'aria-labelledby': 'pers-h' },
    h('h2', { id: 'pers-h' }, t('room.tab.people')),
    error,
    list,
    removed.element,
    statements()
  )
  const roll = new Roll({ state, room, token, also: removed.ask }, (problem) => {
    error.hidden = problem === ''
    if (problem !== '') fill(error, icon('warn'), problem)
    draw()
  })

  function shown() {
    /** @type {Member[]} */
    const all = state.moderates && roll.members ? roll.members.filter(({ role }) => role !== 'viewer') : present()
    return [...all].sort(
      (a, b) => Number(b.id === state.me.id) - Number(a.id === state.me.id) || a.name.localeCompare(b.name)
    )
  }

  function draw() {
    const missing = state.openPoll && roll.missing
    const all = shown()
    patch(
      list,
      all,
      (member) => member.id,
      (member) => line(member, () => open(member)),
      (row, member) => tell(row, member, { state, all, missing })
    )
  }

  /** @param {Member} member */
  async function open(member) {
    const module = await part(() => import('./member-dialog.js'), say)
    const current = shown().find(({ id }) => id === member.id) ?? member
    module?.memberDialog({ member: current, state, room, token, say, done: () => roll.again() })
  }

  const ask = () => void roll.ask()
  state.on(['people', 'room'], draw)
  state.on(['presence', 'polls', 'room'], ask)
  addEventListener('hashchange', ask)
  draw()
  ask()
  return element
}

/** @param {Member} member @param {() => unknown} open */
function line(member, open) {
  const more = h('button', { type: 'button', class: 'icon' }, icon('more'))
  more.addEventListener('click', open)
  return h('li', null, avatar(member), h('span', { class: 'who' }), h('span', { class: 'chip warn' }), more)
}

/**
 * @param {Element} row
 * @param {Member} member
 * @param {object} about
 * @param {import('../state.js').State} about.state
 * @param {Member[]} about.all
 * @param {Set<string> | null} about.missing who has not voted, where that is told
 */
function tell(row, member, { state, all, missing }) {
  const [, who, chip, more] = /** @type {any} */ (row.children)
  const own = member.id === state.me.id
  const lacks = missing?.has(member.id)
  fill(
    who,
    h('b', null, member.name),
    which(member, all),
    own && ` ${t('room.people.you')}`,
    h('small', null, detail(member, state.moderates))
  )
  chip.hidden = !lacks
  setText(chip, lacks ? t('room.people.missing') : '')
  more.setAttribute('aria-label', t('room.people.more', { name: member.name }))
  more.hidden = !state.moderates && !own
}

/** @param {Member} member @param {boolean} moderates whether the reader does */
function detail(member, moderates) {
  const role = member.role === 'participant' ? '' : t(`role.${member.role}`)
  const away = moderates && member.connected === false ? t('room.people.away') : ''
  return [member.organisation, role, away].filter(Boolean).join(', ')
}
