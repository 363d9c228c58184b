/** The screen of an event: programme, board, rooms and their results in turn, always with the code to join. */
import { announcement } from '../announcement.js'
import { api } from '../api.js'
import { fill, h, mark, setText } from '../dom.js'
import { t } from '../i18n.js'
import { clock, timerView } from '../timer.js'
import { stayAwake } from './awake.js'
import { boardView, programmeView } from './event-views.js'
import { roomResults, roomStage, roomVisits } from './event-room.js'
import { joinPanel } from './join-panel.js'
import { noticeView } from './notice.js'
import { paging } from './pages.js'
import { pageAt, turnAt } from './rotation.js'
import { tools } from './tools.js'

/** @import {Wall} from './event-views.js' */
/** @import {Turn} from './rotation.js' */

/** How often it is looked whose turn it is. Milliseconds. */
const BEAT = 500
/** Between two questions whether all is as this screen has it, the clock too: a stream that is silent may be dead. Milliseconds. */
const CHECK = 15_000

/**
 * @param {{event: string, token: string, contributed: typeof import('./cards-view.js'), ended: (status: number) => void}} what
 */
export function eventScreen({ event, token, contributed, ended }) {
  /** @type {Wall | null} */
  let wall = null
  /** @type {number | null} the time at which the screen is held */
  let held = null
  let online = true
  const parts = frame({
    hold(on) {
      held = on ? clock.now() : null
      draw()
    },
    read(on) {
      document.body.classList.toggle('screen', !on)
      document.body.classList.toggle('as-text', on)
      draw()
    }
  })
  const stage = stageOfTurns(parts, roomVisits({ token, contributed, changed: () => held === null && draw() }), contributed)

  function draw() {
    if (!wall) return
    setText(parts.title, wall.title)
    parts.said.update(wall.announcement)
    parts.panel.update(/** @type {any} */ ({ joinCode: wall.code, joinUrl: wall.joinUrl, admission: 'open' }), 0)
    stage.show(turnAt(wall.entries, Date.parse(wall.since), held ?? clock.now()), wall)
    parts.notice.update(held !== null ? t('screen.held') : online ? '' : t('screen.offline'), held !== null)
  }

  /** The list once by itself: it says whether this screen may see it, and what the server's time is. */
  async function ask() {
    try {
      const { now, wall: seen } = await api.get(`/events/${event}/playlist`, { token })
      clock.sync(now)
      wall = seen
      online = true
    } catch (/** @type {any} */ problem) {
      if ([401, 403, 404].includes(problem.status)) return ended(problem.status)
      online = false
    }
    draw()
  }

  listen(`/api/v1/events/${event}/playlist/stream?token=${encodeURIComponent(token)}`, { wall: (told) => ((wall = told), draw()), turned: ask })
  void ask()
  setInterval(ask, CHECK)
  setInterval(draw, BEAT)
  for (const type of ['online', 'offline']) addEventListener(type, ask)
  addEventListener('resize', draw)
  stayAwake()
  document.documentElement.dataset['ready'] = '1'
}

/**
 * Shows whose turn it is.
 *
 * @param {ReturnType<typeof frame>} parts
 * @param {ReturnType<typeof roomVisits>} visits
 * @param {typeof import('./cards-view.js')} contributed
 */
function stageOfTurns(parts, visits, contributed) {
  const shows = { programme: programmeView(), board: boardView(), room: roomStage(contributed), results: roomResults() }
  const none = h('p', { class: 'lead' }, t('screen.noEntries'))
  const pager = paging(parts.stage)
  let on = ''
  let page = 0

  /** @param {string} key @param {HTMLElement} element */
  function put(key, element) {
    if (key === on) return
    fill(parts.stage, element)
    pager.begin()
    on = key
    page = 0
  }

  return {
    /** @param {Turn | null} turn @param {Wall} now */
    show(turn, now) {
      if (!turn) return put('none', none)
      const { view, room = '', title = '' } = turn.entry
      const kind = view === 'plenary' ? 'room' : view
      put(`${view} ${room}`, shows[kind].element)
      const state = kind === 'room' || kind === 'results' ? visits.state(room) : null
      if (kind === 'room') shows.room.update(state)
      else if (kind === 'results') shows.results.update(state, turn)
      else shows[kind].update(now)
      const what = kind === 'results' ? t('screen.resultsOf', { title }) : title
      setText(parts.what, what)
      parts.timer.update(kind === 'room' ? state?.room?.timer : null)
      const wanted = pageAt(turn, pager.show(page))
      if (wanted !== page) pager.show(wanted)
      page = wanted
      document.title = [what, now.title, t('app.name')].filter(Boolean).join(' – ')
    }
  }
}

/** @param {string} address @param {{wall: (wall: Wall) => void, turned: () => void}} on `turned`: it has begun, or was cut off */
function listen(address, on) {
  const stream = new EventSource(address)
  stream.addEventListener('wall', (event) => on.wall(JSON.parse(/** @type {MessageEvent} */ (event).data)))
  stream.addEventListener('open', on.turned)
  stream.addEventListener('error', () => {
    on.turned()
    // A refusal ends the stream for good; asking once more says why, or that it is there again.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => listen(address, on), 5000)
  })
}

/** @param {Parameters<typeof tools>[0]} acts */
function frame(acts) {
  const title = h('h1', null)
  const what = h('p', { class: 'phase-note', dir: 'auto' })
  const notice = noticeView()
  const timer = timerView()
  const said = announcement()
  const stage = h('div', { class: 'stage' })
  const panel = joinPanel()
  document.body.classList.add('screen')
  document.body.append(
    h('header', null, mark(), title, what, notice.element, tools(acts, false), timer.element, said.element),
    h('main', { id: 'content' }, stage, panel.element)
  )
  return { title, what, notice, timer, said, stage, panel }
}
