/** A room within an event's turns: entered by the event's pass, shown as its own screen would, or by what it came to. */
import { api, organiser } from '../api.js'
import { h, setText } from '../dom.js'
import { t } from '../i18n.js'
import { clock } from '../timer.js'
import { overview } from './overview.js'
import { pageAt } from './rotation.js'
import { stageOf } from './state.js'
import { pollView, viewOf } from './views.js'
import { watchRoom } from './watch.js'

/** @import {Turn} from './rotation.js' */
/** @import {View} from './views.js' */

/** Who was sent on to another room, or found no way in, tries again after this. Milliseconds. */
const AGAIN = 3000

/** Another screen of this browser has gone to another room with the same pass. */
const MOVED = 4410

/**
 * The room that is shown; one at a time, since somebody is in one room at a time.
 *
 * @param {{token: string, contributed: typeof import('./cards-view.js'), changed: () => void}} means
 */
export function roomVisits({ token, contributed, changed }) {
  /** @typedef {{room: string, watch: ReturnType<typeof watchRoom> | null, again?: ReturnType<typeof setTimeout>}} Visit */
  /** @type {Visit} */
  let visit = { room: '', watch: null }

  /** @param {string} room */
  async function enter(room) {
    /** @type {Visit} */
    const mine = { room, watch: null }
    visit = mine
    const still = () => visit === mine
    const later = () => {
      if (!still()) return
      mine.watch?.stop()
      clearTimeout(mine.again)
      mine.again = setTimeout(() => still() && void enter(room), AGAIN)
    }
    try {
      const own = organiser.token() === token ? token : (await api.post(`/rooms/${room}/enter`, {}, { token })).token
      if (!still()) return
      const heard = { changed, online: changed, trouble() {}, ended: (/** @type {number} */ code) => code === MOVED && later() }
      mine.watch = watchRoom({ room, token: () => own, contributed }, heard)
    } catch {
      later()
    }
  }

  return {
    /** What is known of a room, which is entered for that. @param {string} room */
    state(room) {
      if (visit.room !== room) {
        visit.watch?.stop()
        clearTimeout(visit.again)
        void enter(room)
      }
      return visit.watch?.state() ?? null
    }
  }
}

/** What the room's own screen would show. @param {typeof import('./cards-view.js')} contributed */
export function roomStage(contributed) {
  const element = h('div', { class: 'stage-of' })
  let key = ''
  /** @type {View | null} */
  let view = null
  return {
    element,
    title: () => '',
    /** @param {import('./state.js').State | null} state */
    update(state) {
      const stage = state ? stageOf(state, clock.now()) : { kind: /** @type {const} */ ('wait') }
      const now = JSON.stringify(stage)
      if (now !== key || !view) {
        key = now
        view = contributed.viewOf(stage) ?? viewOf(stage)
        element.replaceChildren(view.element)
      }
      if (state) view.update(state)
    }
  }
}

/** Of a step that was agreed on, or is further than that. */
const AGREED = new Set(['agreed', 'doing', 'blocked', 'done'])

/** How the polls of a room ended, one after the other within its turn; without any, what was agreed on there. */
export function roomResults() {
  const none = h('p', { class: 'lead', hidden: true }, t('screen.noResults'))
  const where = h('p', { class: 'hint' })
  const place = h('div', { class: 'stage-of' })
  const element = h('section', null, where, place, none)
  let shown = ''
  /** @type {View | null} */
  let view = null
  return {
    element,
    /** @param {import('./state.js').State | null} state @param {Turn} turn */
    update(state, turn) {
      const done = [...(state?.polls.values() ?? [])].filter((poll) => poll.state === 'closed' && poll.tally && poll.cast > 0).sort((a, b) => (a.id < b.id ? -1 : 1))
      const agreed = state?.plan?.steps.filter(({ status }) => AGREED.has(status)) ?? []
      const poll = done[pageAt(turn, Math.max(1, done.length))]
      setText(where, done.length > 1 && poll ? t('screen.page', { page: done.indexOf(poll) + 1, pages: done.length }) : '')
      const now = poll?.id ?? (agreed.length > 0 ? 'agreed' : '')
      none.hidden = state?.plan == null || now !== ''
      if (now === '' || !state?.plan) {
        place.replaceChildren()
        shown = ''
        return
      }
      if (now !== shown || !view) {
        shown = now
        view = poll ? pollView(poll.id) : overview({ agreed: true })
        place.replaceChildren(view.element)
      }
      view.update(poll ? state : { ...state, plan: { ...state.plan, steps: agreed } })
    }
  }
}
