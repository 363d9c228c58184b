/** The big screen: reads a room and shows what its moderator puts into the spotlight. It never writes. */
import { announcement } from '../announcement.js'
import { organiser, session } from '../api.js'
import { fill, h, mark, setText } from '../dom.js'
import { passes } from '../event/passes.js'
import { loadTexts, t } from '../i18n.js'
import { applyTheme } from '../theme.js'
import { clock, timerView } from '../timer.js'
import { untold } from '../told.js'
import { endPass, passByCode } from './enter.js'
import { eventScreen } from './event.js'
import { joinPanel } from './join-panel.js'
import { noticeView } from './notice.js'
import { paging } from './pages.js'
import { reading } from './reading.js'
import { stageOf } from './state.js'
import { stayAwake } from './awake.js'
import { tools } from './tools.js'
import { viewOf } from './views.js'
import { watchRoom } from './watch.js'

/** @import {State} from './state.js' */
/** @import {View} from './views.js' */

/** What does not fit is shown page by page, this long each. Milliseconds. */
const PAGE = 12_000

/** A break is told only when it lasts, or every short one would flicker on the wall. Milliseconds. */
const BREAK = 2500

applyTheme()
await loadTexts('common', 'poll', 'room', 'screen')

/** Ideas and questions come by themselves: what they share with the room's page is no business of a room without any. */
const contributed = await import('./cards-view.js')

const { pass, refused } = await passByCode()
const room = pass?.room ?? new URLSearchParams(location.search).get('room') ?? session.all()[0]?.room.id ?? ''
const token = () => pass?.token ?? session.of(room)?.token ?? organiser.token() ?? ''

/** @type {State} */
let state = { ...untold, plan: null, online: false, cards: contributed.none }
/** @type {State | null} what is shown instead while the screen is held */
let held = null
let asText = new URLSearchParams(location.search).has('text')
let page = 0
let pages = 1
/** @type {View | null} */
let view = null
let viewKey = ''
let turn = ''
let due = false
/** @type {import('../connection/trouble.js').Trouble | null} */
let trouble = null

const roomTitle = h('h1', null)
const timer = timerView()
const said = announcement()
const phase = h('p', { class: 'phase', hidden: true })
const note = h('p', { class: 'phase-note', dir: 'auto', hidden: true })
const notice = noticeView()
const pageSign = h('p', { class: 'hint num', hidden: true })
const spoken = h('p', { class: 'vh', 'aria-live': 'polite' })
const stage = h('div', { class: 'stage' })
const pager = paging(stage)
const panel = joinPanel()
const header = h(
  'header',
  null,
  mark(),
  roomTitle,
  phase,
  note,
  notice.element,
  pageSign,
  tools(
    {
      hold(on) {
        held = on ? state : null
        redraw()
      },
      read(on) {
        asText = on
        redraw()
      }
    },
    asText
  ),
  timer.element,
  said.element
)

/**
 * Shows a state: the view of its stage is kept while the stage stays, so that bars grow instead of jumping.
 *
 * @param {State} now
 */
function render(now) {
  document.body.classList.toggle('screen', !asText)
  document.body.classList.toggle('as-text', asText)
  setText(roomTitle, now.room?.title ?? t('app.name'))
  timer.update(now.room?.timer)
  said.update(now.room?.announcement)
  drawPhase(now)
  phase.hidden = !now.room
  panel.update(now.room, now.presence.participants)
  const what = stageOf(now, clock.now())
  const key = asText ? 'text' : JSON.stringify(what)
  const turned = `${key} ${what.kind === 'poll' ? now.polls.get(what.id)?.state : ''}`
  // A result begins on its first page, also where the poll it comes from was turned further.
  if (turned !== turn) page = 0
  turn = turned
  if (key !== viewKey || !view) {
    viewKey = key
    view = asText ? reading(contributed) : (contributed.viewOf(what) ?? viewOf(what))
    fill(stage, view.element)
    pager.begin()
  }
  view.update(now)
  pages = pager.show(page)
  const title = view.title(now)
  setText(spoken, title)
  document.title = [title, now.room?.title, t('app.name')].filter(Boolean).join(' – ')
  setText(pageSign, t('screen.page', { page: (page % pages) + 1, pages }))
  pageSign.hidden = pages < 2
  tell()
}

/** The phase, and what is to be done in it. @param {State} now */
function drawPhase({ room: told, plan }) {
  const word = told ? t(`phase.${told.phase}`) : ''
  const todo = (told && plan?.notes[told.phase]) || ''
  setText(phase, word)
  setText(note, todo)
  note.hidden = todo === ''
}

/** Says what is unusual: held on purpose, or cut off. */
function tell() {
  const cut = trouble && trouble !== 'slow' ? t(`room.trouble.${trouble}`) : t('screen.offline')
  notice.update(held ? t('screen.held') : cutOff() ? cut : '', held !== null)
}

/** Draws once a frame, however much arrives. */
function redraw() {
  if (due) return
  due = true
  requestAnimationFrame(() => {
    due = false
    if (watched) state = watched.state()
    render(held ?? state)
  })
}

let lostAt = performance.now()
const cutOff = () => !state.online && performance.now() - lostAt > BREAK

/** Pages turn by themselves, and by the keys of a keyboard or a presenter: then they stay for their whole time. */
function turnPages() {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let turning
  const turn = (/** @type {number} */ by) => {
    page = (page + by + pages) % pages
    if (pages > 1) redraw()
  }
  const begin = () => {
    clearInterval(turning)
    turning = setInterval(() => !held && turn(1), PAGE)
  }
  addEventListener('keydown', ({ key }) => {
    const by = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 }[key]
    if (by === undefined) return
    turn(by)
    begin()
  })
  begin()
}

/** @param {number} code why the server said goodbye for good */
function ended(code) {
  const moved = code === 4410
  const words = code === 4404 ? t('screen.deleted') : moved ? t('screen.moved') : code === 4403 ? t('screen.removed') : t('screen.expired')
  if (!moved) endPass()
  if (code !== 4404 && !moved && !pass) session.end(room)
  leave(t('screen.over'), words)
}

/**
 * @param {string} heading
 * @param {string} words
 */
function leave(heading, words) {
  watched?.stop()
  document.body.className = ''
  document.title = `${heading} – ${t('app.name')}`
  fill(
    document.body,
    h(
      'main',
      { class: 'wrap org' },
      h('h1', null, heading),
      h('p', null, words),
      h('p', null, h('a', { class: 'button primary', href: '/' }, t('screen.rejoin')))
    )
  )
}

document.body.append(header, h('main', { id: 'content' }, stage, panel.element, spoken))
/** @type {ReturnType<typeof watchRoom> | null} */
let watched = null
const event = pass?.event ?? new URLSearchParams(location.search).get('event') ?? ''
if (refused) leave(t('role.viewer'), refused)
else if (event) openEvent(event)
else if (token()) open()
else leave(t('role.viewer'), t('screen.noToken'))
addEventListener('hashchange', () => location.reload())
const own = organiser.token()
if (own && !pass) void import('../room/other-tabs.js').then(({ shareSignIn }) => shareSignIn({ over: () => (event || !session.of(room)) && location.reload() }), () => null)

/** All of an event in turn. @param {string} id */
function openEvent(id) {
  const own = pass?.token ?? organiser.token() ?? passes.of(id)?.token
  if (!own) return leave(t('role.viewer'), t('screen.noToken'))
  document.body.replaceChildren()
  eventScreen({
    event: id,
    token: own,
    contributed,
    ended(status) {
      endPass()
      leave(t('screen.over'), t(status === 404 ? 'screen.eventDeleted' : 'screen.expired'))
    }
  })
}

function open() {
  watched = watchRoom(
    { room, token, contributed },
    {
      changed: () => !held && redraw(),
      online(online) {
        if (watched) state = watched.state()
        if (!online) lostAt = performance.now()
        setTimeout(tell, BREAK + 100)
        tell()
      },
      trouble(found) {
        trouble = found
        tell()
      },
      ended
    }
  )
  turnPages()
  addEventListener('resize', redraw)
  // A fresh result makes room for the plan by itself, and dates turn at midnight.
  setInterval(() => !held && redraw(), 5000)
  stayAwake()
  redraw()
  document.documentElement.dataset['ready'] = '1'
}
