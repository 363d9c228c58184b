// Who is here. Moderators see every member and may rename, remove, or hand over; the others see who has the page open.
import { api } from '../../api.js'
import { fill, h, icon, patch, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { listOf } from '../answers.js'
import { avatar } from '../header.js'
import { part } from '../part.js'
import { isShown } from '../tabs.js'

/** The list of members is asked for again at most this often, in milliseconds. */
const ASK_MS = 3000

/** @typedef {{id: string, name: string, role: string, organisation?: string, connected?: boolean}} Member */
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
  const element = h(
    'section',
    { id: 'personen', 'aria-labelledby': 'pers-h' },
    h('h2', { id: 'pers-h' }, t('room.tab.people')),
    error,
    list,
    statements()
  )
  /** @type {Member[] | null} */
  let members = null
  /** Who has not voted in the open poll; null where that is not told. @type {Set<string> | null} */
  let missing = null
  let asked = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later

  async function ask() {
    clearTimeout(later)
    if (!state.moderates || !isShown('#personen') || document.visibilityState === 'hidden') return
    const wait = asked + ASK_MS - Date.now()
    if (wait > 0) {
      later = setTimeout(ask, wait)
      return
    }
    asked = Date.now()
    try {
      members = listOf(await api.get(`/rooms/${room}/members`, { token: token() }))
      missing = await whoIsMissing()
      error.hidden = true
    } catch (/** @type {any} */ problem) {
      fill(error, icon('warn'), problem.sentence ?? t('error.unknown'))
      error.hidden = false
    }
    draw()
  }

  async function whoIsMissing() {
    const poll = state.openPoll
    if (!poll) return null
    try {
      const answer = await api.get(`/rooms/${room}/polls/${poll.id}/missing`, { token: token() })
      const entries = listOf(answer)
      return answer?.withheld ? null : new Set(entries.map((entry) => entry.id ?? entry.member))
    } catch {
      return null // withheld below the smallest number of ballots, or just closed
    }
  }

  function shown() {
    /** @type {Member[]} */
    const all = state.moderates && members ? members.filter(({ role }) => role !== 'viewer') : present()
    return [...all].sort(
      (a, b) => Number(b.id === state.me.id) - Number(a.id === state.me.id) || a.name.localeCompare(b.name)
    )
  }

  function draw() {
    const eligible = state.openPoll !== null && missing !== null
    const people = shown()
    patch(
      list,
      people,
      (member) => member.id,
      (member) => line(member),
      (row, member) => {
        const own = member.id === state.me.id
        fill(
          /** @type {HTMLElement} */ (row.children[1]),
          h('b', null, member.name),
          which(member, people),
          own && ` ${t('room.people.you')}`,
          h('small', null, detail(member))
        )
        const chip = /** @type {HTMLElement} */ (row.children[2])
        const lacks = eligible && missing?.has(member.id)
        chip.hidden = !lacks
        setText(chip, lacks ? t('room.people.missing') : '')
        const more = /** @type {HTMLElement} */ (row.children[3])
        more.setAttribute('aria-label', t('room.people.more', { name: member.name }))
        more.hidden = !state.moderates && !own
      }
    )
  }

  /** @param {Member} member */
  function detail(member) {
    const role = member.role === 'participant' ? '' : t(`role.${member.role}`)
    const away = state.moderates && member.connected === false ? t('room.people.away') : ''
    return [member.organisation, role, away].filter(Boolean).join(', ')
  }

  /** @param {Member} member */
  function line(member) {
    const more = h('button', { type: 'button', class: 'icon' }, icon('more'))
    more.addEventListener('click', async () => {
      const module = await part(() => import('./member-dialog.js'), say)
      const current = shown().find(({ id }) => id === member.id) ?? member
      module?.memberDialog({ member: current, state, room, token, say, done: again })
    })
    return h('li', null, avatar(member), h('span', { class: 'who' }), h('span', { class: 'chip warn' }), more)
  }

  function again() {
    asked = 0
    void ask()
  }

  state.on(['people', 'room'], draw)
  state.on(['presence', 'polls', 'room'], ask)
  addEventListener('hashchange', ask)
  draw()
  void ask()
  return element
}
