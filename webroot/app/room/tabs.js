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

/**
 * Keeps every section's place: following a link to one would scroll to its top. Beside the plan nothing scrolls at all; on a phone each
 * section comes back where it was left.
 */
export function keepPlaces() {
  /** @type {Map<string, number>} */
  const places = new Map()
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('.tabs a') : null
    if (!(link instanceof HTMLAnchorElement) || link.hash === location.hash) return
    const side = link.closest('.side') !== null
    places.set(shown(), scrollY)
    const top = side ? scrollY : (places.get(link.hash) ?? 0)
    addEventListener('hashchange', () => scrollTo({ top, behavior: 'instant' }), { once: true })
  })
}

/** The section a phone shows now. */
function shown() {
  return SIDE.find((tab) => tab.hash === location.hash)?.hash ?? PLAN.hash
}

/** Whether a section is what a phone shows now. @param {string} hash */
export function isShown(hash) {
  return shown() === hash
}
