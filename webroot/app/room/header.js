// The bar at the top: whose room, which phase, how much time, saved or not, who is here, menu.
import { fill, h, icon, mark, patch, setText } from '../dom.js'
import { number, t } from '../i18n.js'
import { timerView } from '../timer.js'
import { hue } from './plan/carets.js'
import { saveLine } from './save-line.js'
import { PHASES } from './state.js'

/** Faces beside the number of people; more would only be crowd. */
const FACES = 4

/** @param {string} name @returns {string} two letters */
export function initials(name) {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word) && !/\.$/.test(word))
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words
  return (
    letters
      .map((word) => [...word][0])
      .join('')
      .toUpperCase() || '?'
  )
}

/** @param {{id: string, name: string}} person */
export function avatar({ id, name }) {
  return h('span', { class: 'avatar', 'aria-hidden': 'true', style: { '--h': hue(id) } }, initials(name))
}

/**
 * The phases as a folding rule.
 *
 * @param {HTMLElement} list
 * @param {string} phase
 * @param {((phase: string) => void) | null} choose makes them buttons
 */
export function drawPhases(list, phase, choose) {
  const now = /** @type {string[]} */ (PHASES).indexOf(phase)
  patch(
    list,
    PHASES,
    (name) => name,
    (name) => {
      const word = h('span', null, t(`phase.${name}`))
      return h('li', null, choose ? h('button', { type: 'button', onclick: () => choose(name) }, word) : word)
    },
    (element, name, index) => {
      const done = phase === 'closed' || index < now
      if (done) element.dataset['done'] = ''
      else delete element.dataset['done']
      if (index === now) element.setAttribute('aria-current', 'step')
      else element.removeAttribute('aria-current')
      const word = /** @type {HTMLElement} */ (element.querySelector('span'))
      fill(word, t(`phase.${name}`), done && h('span', { class: 'vh' }, ` ${t('room.phase.done')}`))
    }
  )
}

/**
 * @param {import('./state.js').State} state
 * @param {() => {id: string, name: string}[]} others people with an open page, oneself first
 * @param {string} menu id of the menu
 */
export function header(state, others, menu) {
  const title = h('h1', null)
  const sub = h('p', null)
  const phases = h('ol', { class: 'phases', 'aria-label': t('room.phases') })
  const timer = timerView()
  const save = saveLine()
  const faces = h('ul', { class: 'faces', 'aria-hidden': 'true' })
  const count = h('span', null)
  const lock = h('p', { class: 'chip live', hidden: true }, icon('lock'), t('room.lock.on'))
  const peers = h('div', { class: 'peers' }, lock, faces, count)
  const button = h(
    'button',
    { type: 'button', class: 'icon menu', 'aria-label': t('room.menu'), popovertarget: menu },
    icon('menu')
  )
  const brand = h('div', { class: 'brand' }, mark(), h('div', null, title, sub))
  const bar = h('div', { class: 'wrap' })
  const element = h('header', { class: 'topbar' }, bar)
  new ResizeObserver(() => element.style.setProperty('--brand', `${brand.offsetHeight}px`)).observe(brand)

  function drawRoom() {
    const moderates = state.moderates
    element.classList.toggle('no-phases', moderates)
    if (moderates) element.dataset['role'] = 'moderator'
    else delete element.dataset['role']
    setText(title, state.room?.title ?? state.title)
    const role = state.me.id === null ? '' : t(`role.${state.role}`)
    setText(sub, role ? t('room.you', { name: state.me.name, role }) : state.me.name)
    const parts = [brand, save.element, peers, button]
    if (!moderates) parts.splice(1, 0, phases, timer.element)
    if (bar.childElementCount !== parts.length) fill(bar, parts)
    // Moderators see it at the button they locked with.
    lock.hidden = moderates || !state.room?.locked || state.closed
    drawPhases(phases, state.room?.phase ?? '', null)
    timer.update(state.room?.timer)
    document.title = `${state.room?.title ?? state.title} – ${t('app.name')}`
  }

  function drawPeople() {
    const people = others()
    fill(
      faces,
      people.slice(0, FACES).map((person) => h('li', null, avatar(person)))
    )
    const n = Math.max(state.presence.participants, people.length)
    fill(count, h('span', { class: 'num' }, number(n)), ` ${t('room.here')}`)
  }

  state.on(['room'], drawRoom)
  state.on(['presence', 'people'], drawPeople)
  state.on(['saving'], () => save.update(state.saving, !state.everConnected, state.trouble))
  drawRoom()
  drawPeople()
  save.update(state.saving, true)
  return element
}
