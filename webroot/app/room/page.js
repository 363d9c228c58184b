// Puts the page together: bar, moderator's band, plan, panel, dock; and passes what happens from one to the other.
import { h } from '../dom.js'
import { t } from '../i18n.js'
import { clock } from '../timer.js'
import { bulkBar } from './bulk.js'
import { decisionsByStep } from './decisions.js'
import { dock } from './dock.js'
import { goodbye } from './goodbye.js'
import { header } from './header.js'
import { leaveDialog } from './leave-dialog.js'
import { menu } from './menu.js'
import { calmly } from './motion.js'
import { modbar } from './moderation/modbar.js'
import { tellNews } from './news.js'
import { minutes } from './panel/minutes.js'
import { people } from './panel/people.js'
import { polls } from './panel/polls.js'
import { Carets } from './plan/carets.js'
import { PlanDocument } from './plan/document.js'
import { PlanView } from './plan/plan-view.js'
import { Present } from './presence.js'
import { goTo, isShown, keepPlaces, tabs } from './tabs.js'
import { Toast } from './toast.js'

const MENU = 'room-menu'

/**
 * @param {object} visit
 * @param {import('./state.js').State} visit.state
 * @param {import('../connection/connection.js').Connection} visit.connection
 * @param {string} visit.room
 * @param {() => string} visit.token
 * @returns {HTMLElement[]} the page's parts, in order
 */
export function layOut({ state, connection, room, token }) {
  const { doc, awareness } = connection
  const toast = new Toast()
  const say = (/** @type {string} */ text) => toast.say(text)
  const plan = new PlanDocument(doc, () => state.editable)
  const present = new Present(awareness, state)
  let decisions = decisionsByStep([])

  const view = new PlanView({
    plan,
    carets: new Carets(awareness),
    editable: () => state.editable,
    readOnly: () => (state.closed ? 'room.closed' : state.role === 'viewer' ? 'room.viewer' : 'room.locked'),
    moderates: () => state.moderates,
    today,
    me: () => ({ ...state.me, id: state.me.id ?? '' }),
    decisions: (id) => decisions.get(id) ?? [],
    say,
    pickedChanged: () => bulk.update(plan.order().filter((id) => view.picked.has(id)))
  })
  const pollPanel = polls({ state, plan, connection, room, token, say })
  const bulk = bulkBar({
    clear: () => view.clearPicked(),
    show: (id) => band.spotlight(id),
    prepare: (ids) => pollPanel.prepare(ids, () => view.clearPicked())
  })
  const band = modbar({ state, plan, room, token, say, failed: say })
  const list = menu({
    state,
    room,
    token,
    id: MENU,
    say,
    failed: say,
    leave: () => leaveDialog({ state, connection, room, left: () => goodbye(0) })
  })

  const main = h(
    'main',
    { class: 'wrap room' },
    view.element,
    h(
      'aside',
      { class: 'panel', 'aria-label': t('room.panel') },
      tabs(state, 'side'),
      pollPanel.element,
      minutes(state, plan, awareness),
      people({ state, room, token, present: () => present.people(), say })
    )
  )

  // The band is in the page only while it is needed: what lies below it makes room for it.
  const showBand = () => {
    if (state.moderates === band.element.isConnected) return
    if (state.moderates) bar.after(band.element)
    else band.element.remove()
  }
  state.on(['room'], () => {
    view.refresh()
    showBand()
  })
  state.on(['polls'], () => {
    decisions = decisionsByStep(state.pollList)
    view.refresh()
  })
  state.onGather = (spotlight) => {
    // Whoever calls is there already.
    if (!band.calling()) void gather(spotlight, { state, plan, view, say })
  }
  tellNews({ state, plan, view, present, toast })
  everyMidnight(() => view.refresh())
  keepPlaces()
  connection.ready.then(() => view.refresh())

  const bar = header(state, () => present.people(), MENU)
  const skip = h('a', { class: 'skip', href: '#plan' }, t('room.skip'))
  const bottom = dock(state, toast.element, bulk.element)
  return state.moderates ? [skip, bar, band.element, main, bottom, list] : [skip, bar, main, bottom, list]
}

/** Today where people are, by the server's clock. */
function today() {
  const now = new Date(clock.now())
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** What is overdue changes with the day. @param {() => void} act */
function everyMidnight(act) {
  let known = today()
  setInterval(() => {
    if (known === today()) return
    known = today()
    act()
  }, 60_000)
}

/**
 * "Everyone to me": brings the page to what the moderator shows, and says so. Focus stays where it is.
 *
 * @param {string | null} spotlight
 * @param {{state: import('./state.js').State, plan: PlanDocument, view: PlanView, say: (text: string) => void}} page
 */
async function gather(spotlight, { state, plan, view, say }) {
  const poll = spotlight === null ? null : state.polls.get(spotlight)
  if (poll) {
    await goTo('#abstimmung')
    say(t('room.gathered.poll', { question: poll.question }))
  } else if (spotlight !== null && plan.step(spotlight)) {
    await showPlan()
    view.show(spotlight)
    say(t('room.gathered.step', { number: String(view.numberOf(spotlight)), title: plan.titleOf(spotlight) }))
  } else {
    await showPlan()
    scrollTo({ top: 0, behavior: calmly() })
    say(t('room.gathered.plan'))
  }
}

/** On a phone the plan is a section like the others; beside the panel it is always there. */
async function showPlan() {
  if (!isShown('#plan') && matchMedia('(max-width: 59.99rem)').matches) await goTo('#plan')
}
