/** A card for each room, those that need help first; drawn by key, so that nothing jumps while one reads. */
import { fill, h, icon, patch, setText } from '../dom.js'
import { t } from '../i18n.js'
import { span } from '../programme/times.js'
import { timerView } from '../timer.js'

/**
 * @typedef {{room: string, title: string, phase: string, locked: boolean, timer: import('../timer.js').Timer | null, help?: string | null, people: number,
 *     viewers: number, polls: number, expected: number, plenary?: boolean, steps?: number, agreed?: number, place?: string | null, seats?: number | null,
 *     start?: string | null, end?: string | null}} Card
 */

/** @returns {{element: HTMLElement, update(board: {rooms: Card[]}): void, rooms(): Card[]}} */
export function cards() {
  const element = h('ul', { class: 'board', role: 'list', 'aria-label': t('board.rooms') })
  const none = h('div', { class: 'empty', hidden: true }, h('p', null, t('board.none')))
  /** @type {Map<string, ReturnType<typeof card>>} */
  const drawn = new Map()
  /** @type {Card[]} */
  let rooms = []
  return {
    element: h('div', null, element, none),
    rooms: () => rooms,
    update(board) {
      rooms = [...board.rooms].sort((a, b) => Number(Boolean(b.help)) - Number(Boolean(a.help)) || (a.start ?? '~').localeCompare(b.start ?? '~'))
      none.hidden = rooms.length > 0
      patch(
        element,
        rooms,
        ({ room }) => room,
        (room) => {
          const made = card(room)
          drawn.set(room.room, made)
          return made.element
        },
        (_, room) => drawn.get(room.room)?.update(room)
      )
    }
  }
}

/** @param {Card} first */
function card(first) {
  const title = h('a', { href: `/room.html?room=${first.room}` })
  const facts = h('p', { class: 'hint' })
  const help = h('p', { class: 'board-help' }, icon('warn'), t('board.help'))
  const phase = h('span', { class: 'chip' })
  const timer = timerView()
  const numbers = h('dl', { class: 'board-numbers' })
  const element = h('li', { class: 'card stack' }, help, h('div', null, h('h2', null, title), facts), h('p', { class: 'row' }, phase, timer.element), numbers)

  /** @param {Card} room */
  function update(room) {
    setText(title, room.title)
    setText(facts, [room.place ?? '', span(room)].filter(Boolean).join(' · '))
    help.hidden = !room.help
    setText(phase, t(`phase.${room.phase}`))
    phase.className = room.polls > 0 ? 'chip live' : 'chip'
    timer.update(room.timer)
    const entry = (/** @type {string} */ key, /** @type {string} */ value) => h('div', null, h('dt', { class: 'hint' }, t(key)), h('dd', { class: 'num' }, value))
    fill(
      numbers,
      entry('board.people', room.seats ? `${room.people}/${room.seats}` : String(room.people)),
      entry('board.steps', room.steps === undefined ? '–' : String(room.steps)),
      entry('board.agreed', room.agreed === undefined ? '–' : String(room.agreed)),
      entry('board.polls', String(room.polls))
    )
  }
  update(first)
  return { element, update }
}
