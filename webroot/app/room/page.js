// Puts the page together: bar, moderator's band, plan, panel, dock; and passes what happens from one to the other.
import { announcement } from '../announcement.js'
import { h } from '../dom.js'
import { markEmptyDates } from '../empty-dates.js'
import { t } from '../i18n.js'
import { clock } from '../timer.js'
import { bulkBar } from './bulk.js'
import { contributions } from './contributions.js'
import { decisionsByStep } from './decisions.js'
import { dock } from './dock.js'
import { gather } from './gather.js'
import { goodbye } from './goodbye.js'
import { header } from './header.js'
import { growFields } from '../grow.js'
import { leading } from './leading.js'
import { menu } from './menu.js'
import { tellNews } from './news.js'
import { originLine } from './origin-line.js'
import { part } from './part.js'
import { minutes } from './panel/minutes.js'
import { people } from './panel/people.js'
import { polls } from './panel/polls.js'
import { Carets } from './plan/carets.js'
import { PlanDocument } from './plan/document.js'
import { nameList } from './plan/names.js'
import { PlanView } from './plan/plan-view.js'
import { Present } from './presence.js'
import { keepPlaces, tabs } from './tabs.js'
import { everyMidnight, today } from './today.js'
import { Toast } from './toast.js'

const MENU = 'room-menu'

/** What the organisers tell all rooms. @param {import('./state.js').State} state */
function announced(state) {
  const said = announcement('off')
  const draw = () => said.update(state.room?.announcement)
  state.on(['room'], draw)
  draw()
  return said.element
}

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
  const means = { state, connection, room, token, say }
  const plan = new PlanDocument(doc, () => state.editable, () => clock.now())
  const present = new Present(awareness, state)
  const decisions = decided(state, () => view.refresh())
  /** The steps that are ticked, in the plan's order. */
  const picked = () => plan.order().filter((id) => view.picked.has(id))

  const view = new PlanView({
    plan,
    carets: new Carets(awareness),
    editable: () => state.editable,
    notices: () => state.notices,
    moderates: () => state.moderates,
    phase: () => (state.closed ? '' : (state.room?.phase ?? '')),
    today,
    me: () => ({ ...state.me, id: state.me.id ?? '' }),
    decisions,
    say,
    bring: (cells) => bringCells({ ...means, cells }),
    nameOf: (client) => present.nameOf(client),
    origin: originLine(doc.getMap('meta'), state, () => compareVersions(means)),
    pickedChanged: () => bulk.update(picked())
  })
  const pollPanel = polls({
    ...means,
    plan,
    picked: { ids: picked, clear: () => view.clearPicked() },
    loaded: ({ paper }) => document.body.append(paper({ state, doc, decisions }))
  })
  const bulk = bulkBar({
    clear: () => view.clearPicked(),
    show: (id) => band.spotlight(id),
    prepare: () => pollPanel.prepare(),
    change: (ids) => change({ plan, ids, say })
  })
  const band = leading({ ...means, plan, failed: say })
  const ideas = contributions({ ...means, show: (id) => view.show(id), numberOf: (id) => view.numberOf(id) }, view.element)
  const left = () => goodbye(0)
  const own = { left, id: MENU, failed: say, ideas }
  const list = menu({ ...means, ...own, search: () => search(doc, view, say), leave: () => leave({ ...means, left }, say) })

  const bar = header(state, () => present.people(), MENU)
  const crowd = people({ ...means, present: () => present.people() })
  const panel = [tabs(state, 'side'), pollPanel.element, minutes(state, plan, awareness), crowd]
  const aside = h('aside', { class: 'panel', 'aria-label': t('room.panel') }, panel)
  const main = h('main', { class: 'wrap room' }, view.element, aside)
  follow({ state, connection, view, band, gather: (to) => gather(to, { state, plan, view, toast }) })
  tellNews({ state, plan, view, present, toast })
  keepPlaces()
  leadToPolls(view.element, pollPanel)
  growFields()
  markEmptyDates()
  const bottom = [dock(state, toast.element, bulk.element), list, nameList(plan, present)]
  band.below(bar)
  return [...skips(state), bar, announced(state), main, ...bottom]
}

/**
 * What was decided at each step. The tally of an open poll comes many times a second and changes none of it.
 *
 * @param {import('./state.js').State} state
 * @param {() => void} changed
 */
function decided(state, changed) {
  let known = decisionsByStep([])
  let told = '[]'
  state.on(['polls'], () => {
    const now = decisionsByStep(state.pollList)
    const words = JSON.stringify([...now])
    if (words === told) return
    known = now
    told = words
    changed()
  })
  return (/** @type {string} */ id) => known.get(id) ?? []
}

/** @param {{room: string, token: () => string, say: (text: string) => void, cells: string}} what pasted cells, to become steps */
async function bringCells(what) {
  const module = await part(() => import('./import/import-dialog.js'), what.say)
  await module?.importDialog(what)
}

/** @param {{room: string, token: () => string, say: (text: string) => void}} what */
async function compareVersions({ room, token, say }) {
  const module = await part(() => import('./moderation/versions-dialog.js'), say)
  await module?.versionsDialog({ room, token, say, reason: 'source' })
}

/** @param {{plan: PlanDocument, ids: string[], say: (text: string) => void}} steps */
async function change(steps) {
  const module = await part(() => import('./bulk-dialog.js'), steps.say)
  module?.bulkDialog(steps)
}

/** @param {Parameters<typeof import('./leave-dialog.js').leaveDialog>[0]} what @param {(text: string) => void} say */
async function leave(what, say) {
  const module = await part(() => import('./leave-dialog.js'), say)
  await module?.leaveDialog(what)
}

/** @param {import('/vendor/yjs.js').Y.Doc} doc @param {PlanView} view @param {(text: string) => void} say */
async function search(doc, view, say) {
  const module = await part(() => import('./search.js'), say)
  module?.searchDialog(doc, view)
}

/**
 * A chip at a step leads to its poll; Alt+Shift+V leads to what there is to vote on, from anywhere.
 *
 * @param {HTMLElement} plan
 * @param {{show(id?: string): Promise<void>}} panel
 */
function leadToPolls(plan, panel) {
  plan.addEventListener('click', ({ target }) => {
    const chip = target instanceof Element ? target.closest('[data-poll]') : null
    if (chip instanceof HTMLElement) void panel.show(chip.dataset['poll'])
  })
  addEventListener('keydown', (event) => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.code !== 'KeyV' || document.querySelector('dialog[open]')) return
    event.preventDefault()
    void panel.show()
  })
}

/** Links past the bar: to the plan, and to a poll while one is open. @param {import('./state.js').State} state */
function skips(state) {
  const poll = h('a', { class: 'skip', href: '#abstimmung', hidden: true, 'aria-keyshortcuts': 'Alt+Shift+V', onclick: () => focusSoon('polls-h') }, t('room.skip.poll'))
  state.on(['polls'], () => (poll.hidden = state.openPoll === null))
  return [poll, h('a', { class: 'skip', href: '#plan' }, t('room.skip'))]
}

/** Focus goes with who follows a link to a section. @param {string} id */
function focusSoon(id) {
  setTimeout(() => document.getElementById(id)?.focus())
}

/**
 * Keeps the parts in step with the room.
 *
 * @param {object} page
 * @param {import('./state.js').State} page.state
 * @param {import('../connection/connection.js').Connection} page.connection
 * @param {PlanView} page.view
 * @param {ReturnType<typeof leading>} page.band
 * @param {(spotlight: string | null) => void} page.gather
 */
function follow({ state, connection, view, band, gather }) {
  state.on(['room'], () => view.refresh())
  state.onGather = (spotlight) => {
    // Whoever calls is there already.
    if (!band.calling()) gather(spotlight)
  }
  everyMidnight(() => view.refresh())
  connection.ready.then(() => view.refresh())
}
