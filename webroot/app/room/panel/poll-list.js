// Polls beside the plan: what is open first, then a moderator's drafts, then what was decided.
import { Problem, api } from '../../api.js'
import { h, icon, patch, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { pollCard } from '../../poll/card.js'
import { listOf } from '../answers.js'
import { part } from '../part.js'
import { goTo } from '../tabs.js'

/** Past polls shown at once; older ones are one click away. */
const RECENT = 3

/** @typedef {import('../state.js').Poll} Poll */
/** @typedef {ReturnType<typeof pollCard>} Card */

/**
 * @param {object} what
 * @param {HTMLElement} what.element the section they are shown in
 * @param {import('../state.js').State} what.state
 * @param {import('../plan/document.js').PlanDocument} what.plan
 * @param {import('../../connection/connection.js').Connection} what.connection
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {(text: string) => void} what.say
 */
export function pollList({ element, state, plan, connection, room, token, say }) {
  const path = `/rooms/${room}/polls`
  const auth = () => ({ token: token() })
  /** @type {Map<string, {card: Card, role: string}>} */
  const cards = new Map()
  const now = h('div', { class: 'stack' })
  const past = h('div', { class: 'stack' })
  const older = h('div', { class: 'stack' })
  const summary = h('summary', { class: 'label' })
  const more = h('details', { class: 'older' }, summary, older)
  const nothing = h('p', { class: 'hint' })
  const prepareButton = h(
    'button',
    { type: 'button', onclick: () => prepare([], () => {}) },
    icon('plus'),
    t('room.polls.prepare')
  )
  element.append(now, prepareButton, nothing, past, more)

  /** @param {string} poll @param {any} choices */
  async function cast(poll, choices) {
    try {
      const answer = await connection.cast(poll, choices)
      const known = state.polls.get(poll)
      if (known) state.polled({ ...known, mine: { choices, receipt: answer.receipt } })
      return answer
    } catch (/** @type {any} */ problem) {
      throw problem instanceof Problem ? problem : Problem.from(problem.status ?? 0, problem)
    }
  }

  /** @param {string} poll @param {string} name @param {any} [body] */
  async function act(poll, name, body) {
    if (name === 'missing') return api.get(`${path}/${poll}/missing`, auth())
    if (name === 'delete') {
      await api.del(`${path}/${poll}`, auth())
      return state.dropped(poll)
    }
    const answer = await (name === 'patch'
      ? api.patch(`${path}/${poll}`, body, auth())
      : api.post(`${path}/${poll}/${name}`, body, auth()))
    if (answer?.question !== undefined && answer.id) state.polled(answer)
    return answer
  }

  /** @param {Poll} poll @returns {Card} */
  function cardOf(poll) {
    const role = state.moderates ? 'moderator' : state.role === 'viewer' ? 'viewer' : 'participant'
    const known = cards.get(poll.id)
    if (known?.role === role) {
      known.card.update(/** @type {any} */ (poll))
      return known.card
    }
    known?.card.element.remove()
    const card = pollCard(/** @type {any} */ (poll), {
      role,
      cast: (choices) => cast(poll.id, choices),
      act: (name, body) => act(poll.id, name, body),
      read: () => api.get(`${path}/${poll.id}`, auth()),
      voters
    })
    cards.set(poll.id, { card, role })
    return card
  }

  /** @param {HTMLElement} parent @param {Poll[]} list */
  function draw(parent, list) {
    patch(
      parent,
      list,
      (poll) => poll.id,
      (poll) => cardOf(poll).element,
      (_element, poll) => void cardOf(poll)
    )
    parent.hidden = list.length === 0
  }

  function drawAll() {
    const list = state.pollList.reverse()
    const running = list.filter((poll) => poll.state === 'open')
    const drafts = state.moderates ? list.filter((poll) => poll.state === 'draft') : []
    const done = list.filter((poll) => poll.state === 'closed' || poll.state === 'cancelled')
    draw(now, [...running, ...drafts])
    draw(past, done.slice(0, RECENT))
    draw(older, done.slice(RECENT))
    more.hidden = done.length <= RECENT
    setText(summary, t('room.polls.older', { n: Math.max(0, done.length - RECENT) }))
    prepareButton.hidden = !state.moderates || state.closed
    nothing.hidden = running.length + drafts.length + done.length > 0
    setText(nothing, t(state.moderates ? 'room.polls.none.moderator' : 'room.polls.none'))
    for (const id of cards.keys()) if (!state.polls.has(id)) cards.delete(id)
  }

  /** Drafts are in no event: moderators ask for them. */
  async function askDrafts() {
    if (!state.moderates) return
    try {
      const all = listOf(await api.get(path, auth()))
      for (const poll of all) if (poll.state === 'draft') state.polled(poll)
    } catch {
      // Offline: the next connection asks again.
    }
  }

  async function voters() {
    try {
      const members = listOf(await api.get(`/rooms/${room}/members`, auth()))
      return members.filter(({ role }) => role === 'participant').length
    } catch {
      return state.presence.participants
    }
  }

  /** @param {string[]} ids of the steps to choose from @param {() => void} made */
  async function prepare(ids, made) {
    const order = plan.order()
    const steps = ids.map((id) => ({ id, n: order.indexOf(id) + 1, title: plan.titleOf(id) }))
    const [module, eligible] = await Promise.all([part(() => import('../../poll/dialog.js'), say), voters()])
    if (!module) return
    const dialog = module.prepareDialog({
      steps,
      eligible,
      admission: state.room?.admission === 'personal' ? 'personal' : 'open',
      async create(draft, openNow) {
        const poll = await api.post(path, draft, auth())
        state.polled(poll)
        made()
        if (openNow) state.polled(await api.post(`${path}/${poll.id}/open`, {}, auth()))
        else say(t('room.polls.draft'))
        void goTo('#abstimmung')
      }
    })
    document.body.append(dialog)
    dialog.showModal()
  }

  let connected = false
  const connect = () => {
    const is = state.saving.state !== 'offline'
    if (is && !connected) void askDrafts()
    connected = is
  }
  state.on(['saving'], connect)
  connect()
  state.on(['polls', 'room'], drawAll)
  drawAll()
  return { prepare }
}
