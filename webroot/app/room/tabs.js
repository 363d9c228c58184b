// The sections work by address alone: #plan, #abstimmung, #protokoll, #personen. This makes the links and tells which one is current.
import { h, icon } from '../dom.js'
import { t } from '../i18n.js'

/** @typedef {{hash: string, sign: string, key: string}} Tab */
/** @type {Tab[]} */
const SIDE = [
  { hash: '#abstimmung', sign: 'vote', key: 'room.tab.polls' },
  { hash: '#protokoll', sign: 'minutes', key: 'room.tab.minutes' },
  { hash: '#personen', sign: 'people', key: 'room.tab.people' }
]
/** @type {Tab} */
const PLAN = { hash: '#plan', sign: 'plan', key: 'room.tab.plan' }

/** @param {import('./state.js').State} state @param {'side' | 'dock'} place */
export function tabs(state, place) {
  const badge = h('span', { class: 'badge', hidden: true }, t('room.tab.open'))
  const links = (place === 'dock' ? [PLAN, ...SIDE] : SIDE).map(({ hash, sign, key }) =>
    h('a', { href: hash }, place === 'dock' && icon(sign), t(key), place === 'dock' && hash === '#abstimmung' && badge)
  )
  const element = h(
    'nav',
    {
      class: place === 'side' ? 'tabs side' : 'tabs',
      'aria-label': t(place === 'side' ? 'room.tabs.side' : 'room.tabs.dock')
    },
    links
  )
  const tell = () => {
    const here = links.find((link) => link.hash === location.hash) ?? links[0]
    for (const link of links) {
      if (link === here) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  addEventListener('hashchange', tell)
  state.on(['polls'], () => (badge.hidden = state.openPoll === null))
  tell()
  return element
}

/** Where each section was left. @type {Map<string, number>} */
const places = new Map()

/** Beside the plan the sections change in place; on a phone they take turns. */
const isWide = () => matchMedia('(min-width: 60rem)').matches

/**
 * Goes to a section without losing one's place: following its address alone would scroll to its top.
 *
 * @param {string} hash
 * @returns {Promise<void>} settled on arrival
 */
export async function goTo(hash) {
  if (location.hash === hash) return
  const top = isWide() ? scrollY : (places.get(hash) ?? 0)
  keepPlace(hash, top)
  const arrived = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
  location.hash = hash
  await arrived
}

/** Follows the links of all tabs in that way. */
export function keepPlaces() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (!(link instanceof HTMLAnchorElement) || link.matches('.skip') || link.hash === location.hash) return
    keepPlace(link.hash, isWide() ? scrollY : (places.get(link.hash) ?? 0))
  })
}

/** @param {string} hash @param {number} top */
function keepPlace(hash, top) {
  places.set(shown(), scrollY)
  const arrive = () => {
    scrollTo({ top, behavior: 'instant' })
    const section = document.querySelector(hash)
    if (section?.parentElement?.matches('.panel')) section.parentElement.scrollTop = 0
  }
  addEventListener('hashchange', arrive, { once: true })
}

/** The section a phone shows now. */
function shown() {
  return SIDE.find((tab) => tab.hash === location.hash)?.hash ?? PLAN.hash
}

/** Whether a section is what a phone shows now. @param {string} hash */
export function isShown(hash) {
  return shown() === hash
}
