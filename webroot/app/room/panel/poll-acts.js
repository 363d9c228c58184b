// What the page does with polls: casts, prepares, opens, closes. Every answer becomes part of what is known.
import { Problem, api } from '../../api.js'
import { t } from '../../i18n.js'
import { listOf } from '../answers.js'
import { part } from '../part.js'
import { goTo } from '../tabs.js'

/** @typedef {import('../state.js').Poll} Poll */
/**
 * @typedef {object} Context
 * @property {import('../state.js').State} state
 * @property {import('../plan/document.js').PlanDocument} plan
 * @property {import('../../connection/connection.js').Connection} connection
 * @property {string} room
 * @property {() => string} token
 * @property {(text: string) => void} say
 */

/** @param {Context & {holders: import('./draft-holders.js').DraftHolders}} context */
export function pollActs({ state, plan, connection, room, token, say, holders }) {
  const path = `/rooms/${room}/polls`
  const auth = () => ({ token: token() })

  /** @param {string} poll @param {any} choices @param {import('../../poll/ballot.js').Kept} [kept] hears where it waits for a connection */
  async function cast(poll, choices, kept) {
    try {
      const { ballots } = connection
      const answering = connection.cast(poll, choices)
      if (ballots.kept(poll)) kept?.(() => ballots.takeBack(poll))
      const answer = await answering
      const known = state.polls.get(poll)
      if (known) state.polled({ ...known, mine: { choices, receipt: answer.receipt } })
      return answer
    } catch (/** @type {any} */ problem) {
      throw problem instanceof Problem ? problem : Problem.from(problem.status ?? 0, problem)
    }
  }

  /** @param {string} poll @param {string} name @param {any} [body] @returns {Promise<any>} */
  async function act(poll, name, body) {
    if (name === 'missing') return api.get(`${path}/${poll}/missing`, auth())
    if (name === 'edit') return dialog([], state.polls.get(poll))
    if (name === 'delete') {
      await api.del(`${path}/${poll}`, auth())
      return state.dropped(poll)
    }
    return told(name === 'patch' ? api.patch(`${path}/${poll}`, body, auth()) : api.post(`${path}/${poll}/${name}`, body, auth()))
  }

  /** @param {Promise<any>} asked */
  async function told(asked) {
    const answer = await asked
    if (answer?.question !== undefined && answer.id) state.polled(answer)
    return answer
  }

  const voters = () => membersOf(state, () => api.get(`/rooms/${room}/members`, auth()))

  const dialog = pollDialog({ state, plan, say, voters, holders }, {
    /** @param {Poll | undefined} known @param {any} wanted @returns {Promise<Poll>} */
    keep: (known, wanted) =>
      told(known ? api.patch(`${path}/${known.id}`, wanted, auth()) : api.post(path, wanted, auth())),
    /** @param {Poll} kept */
    open: (kept) => told(api.post(`${path}/${kept.id}/open`, {}, auth()))
  })

  return {
    cast,
    act,
    voters,
    askDrafts: () => askDrafts(state, () => api.get(path, auth())),
    /** The whole poll, with its long lists. @param {string} poll */
    read: (poll) => api.get(`${path}/${poll}`, auth()),
    /** @param {string[]} ids @param {() => void} made */
    prepare: (ids, made) => dialog(ids, undefined, made)
  }
}

/**
 * @param {import('../state.js').State} state
 * @param {() => Promise<any>} ask for the members
 * @returns {Promise<import('../../poll/electorate.js').Member[]>} who is in the room; nameless ones, as many as are here, where the list is not to be had
 */
async function membersOf(state, ask) {
  try {
    return listOf(await ask())
  } catch {
    return Array.from({ length: state.presence.participants }, () => ({ name: '', role: 'participant', connected: true }))
  }
}

/** Drafts are in no event: moderators ask for them. @param {import('../state.js').State} state @param {() => Promise<any>} ask */
async function askDrafts(state, ask) {
  if (!state.moderates) return
  try {
    for (const poll of listOf(await ask())) if (poll.state === 'draft') state.polled(poll)
  } catch {
    // Offline: the next connection asks again.
  }
}

/**
 * A dialog makes one poll, however often it is tried.
 *
 * @param {{state: import('../state.js').State, plan: Context['plan'], say: Context['say'], voters: () => Promise<import('../../poll/electorate.js').Member[]>,
 *   holders: import('./draft-holders.js').DraftHolders}} room
 * @param {{keep(known: Poll | undefined, wanted: any): Promise<Poll>, open(kept: Poll): Promise<unknown>}} acts
 */
function pollDialog({ state, plan, say, voters, holders }, { keep, open }) {
  /** @param {string[]} ids of the steps to choose from @param {Poll} [draft] to go on with @param {() => void} [made] */
  return async function dialog(ids, draft, made) {
    const holder = draft && holders.of(draft.id)
    if (holder) return say(t('room.polls.held', { name: holder }))
    if (draft) holders.hold(draft.id)
    const order = plan.order()
    const chosen = draft ? draft.options.flatMap(({ step }) => step ?? []) : ids
    const [module, members] = await Promise.all([part(() => import('../../poll/dialog.js'), say), voters()])
    if (!module) return holders.hold(null)
    let poll = draft
    const element = module.prepareDialog({
      steps: chosen.map((id) => ({ id, n: order.indexOf(id) + 1, title: plan.titleOf(id) })),
      draft,
      members,
      admission: state.room?.admission ?? 'open',
      async keep(wanted) {
        poll = await keep(poll, wanted)
        made?.()
      },
      open: async () => poll && open(poll)
    })
    element.addEventListener('close', () => {
      holders.hold(null)
      const kept = poll && state.polls.get(poll.id)
      if (kept?.state === 'draft') say(t('room.polls.draft'))
      if (kept) void goTo('#abstimmung')
    })
    document.body.append(element)
    element.showModal()
  }
}
