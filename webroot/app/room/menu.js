// The menu at the top right: codes, export, language, look, leaving.
import { session } from '../api.js'
import { eventAddress } from '../codes.js'
import { organising, passes } from '../event/passes.js'
import { fill, h, icon } from '../dom.js'
import { lang, setLang, t } from '../i18n.js'
import { flipTheme } from '../theme.js'
import { menuActs } from './menu-acts.js'

/** @typedef {(sign: string, text: string, act: () => unknown, props?: Record<string, unknown>) => HTMLElement} Entry */

/**
 * @param {Parameters<typeof menuActs>[0] & {id: string, leave: () => void, search: () => void, ideas: () => unknown}} what `id` of the menu
 */
export function menu(what) {
  const { state, id, leave, search, ideas } = what
  const element = h('div', { id, class: 'menu-list', popover: 'auto', role: 'region', 'aria-label': t('room.menu') })
  const acts = menuActs(what)

  /** @type {Entry} */
  const entry = (sign, text, act, props = {}) => {
    const click = () => {
      element.hidePopover()
      act()
    }
    return h('button', { type: 'button', class: 'quiet', onclick: click, ...props }, icon(sign), text)
  }

  function mayTake() {
    return state.moderates || (state.role === 'participant' && state.closed)
  }

  function draw() {
    const other = lang() === 'de' ? 'en' : 'de'
    const event = session.of(what.room)?.event ?? state.room?.event
    const open = (/** @type {string} */ page) => () => location.assign(page)
    fill(
      element,
      event && passes.of(event) && entry('back', t('room.toEvent'), open(eventAddress(event))),
      event && organising(event) && [
        entry('screen', t('room.toBoard'), open(`/board.html?event=${event}`)),
        entry('list', t('room.toProgramme'), open(`/programme.html?event=${event}`))
      ],
      entry('list', t('room.search'), search),
      entry('people', t('room.codes'), acts.codes),
      mayTake() && entry('down', t('room.export'), acts.takeAway),
      state.moderates && h('hr', null),
      state.moderates && !state.closed && entry('plus', t('room.import'), acts.bring),
      state.moderates && entry('check', t('room.report'), acts.report),
      state.moderates && !state.closed && entry('st-idea', t('room.ideas'), ideas),
      state.moderates && entry('undo', t('room.versions'), acts.versions),
      state.moderates && entry('list', t('room.log'), acts.log),
      h('hr', null),
      entry('theme', t('room.menu.theme'), flipTheme),
      entry('text', t('app.language'), () => setLang(other), { lang: other }),
      h('hr', null),
      state.moderates &&
        (state.closed ? entry('lock', t('room.reopen'), acts.reopen) : entry('lock', t('room.close'), acts.close)),
      state.me.id !== null && state.role !== 'organiser' && entry('person', t('room.mine'), acts.mine),
      entry('back', t('room.leave'), leave, { class: 'quiet danger' })
    )
  }
  // Drawn on opening only: on closing, focus has to find its way back from here.
  element.addEventListener('beforetoggle', (event) => /** @type {ToggleEvent} */ (event).newState === 'open' && draw())
  return element
}
