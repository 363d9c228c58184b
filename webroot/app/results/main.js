/** What an event came to, for whoever knows the address: what stands behind the # is the secret, and goes to the server only with a call. */
import { api, Problem } from '../api.js'
import { fill, h } from '../dom.js'
import { lang, loadTexts, longDay, moment, say, t } from '../i18n.js'
import { frame } from '../organise/frame.js'
import { progressTable } from '../progress/table.js'
import { applyTheme } from '../theme.js'
import { downloads } from './downloads.js'
import { numbers } from './numbers.js'
import { sessionCard } from './session.js'

/**
 * @typedef {import('../progress/table.js').Entry} Entry
 * @typedef {import('../poll/types.js').Poll} Poll
 * @typedef {{id: string, title: string, details?: string, status?: string, responsible?: string, due?: string, result?: string, plenary?: Verdict[]}} Step
 * @typedef {{question: string, said: import('../poll/types.js').Sentence, byAuthority?: import('../poll/types.js').Sentence}} Verdict
 * @typedef {{place?: string, start?: string, end?: string, plenary: boolean, plan: {room: string, roomTitle: string, title: string, goal: string,
 *     language: string, steps: Step[], polls: Poll[]}}} Session
 * @typedef {{title: string, date?: string, venue?: string, exportedAt: string, downloads: string[], sessions: Session[], progress: Entry[],
 *     numbers: {sessions: number, people?: number, organisations?: Record<string, number>}}} Results
 */

applyTheme()
await loadTexts('common', 'poll', 'results')
const main = h('main', { class: 'wrap org results', id: 'content', tabindex: '-1' })
const tell = frame(main, {})
addEventListener('hashchange', show)
await show()
document.documentElement.dataset['ready'] = '1'

async function show() {
  const path = `/results/${encodeURIComponent(location.hash.slice(1))}`
  try {
    if (location.hash.length < 2) throw new Problem(404, 'notFound', '', '')
    draw(path, await api.get(`${path}?language=${lang()}`))
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason
    fill(main, h('h1', null, t('results.title')), h('p', { class: 'notice' }, h('span', null, reason.status === 404 ? t('results.gone') : reason.sentence)))
  }
}

/** @param {string} path @param {Results} results */
function draw(path, results) {
  document.title = `${t('results.title')}: ${results.title}`
  const facts = [results.date ? longDay(results.date) : '', results.venue ?? ''].filter(Boolean).join(', ')
  fill(
    main,
    h(
      'header',
      { class: 'stack' },
      h('p', { class: 'label' }, t('results.title')),
      h('h1', null, results.title),
      facts !== '' && h('p', { class: 'lead' }, facts),
      h('p', { class: 'hint' }, t('results.asOf', { when: moment(results.exportedAt) })),
      downloads(path, results, tell)
    ),
    decided(results),
    part('results.tasks', results.progress.length > 0 && progressTable(results.progress, { sessions: results.sessions.length > 1 })),
    h('section', { class: 'stack', 'aria-labelledby': 'sessions' }, h('h2', { id: 'sessions' }, t('results.sessions')), results.sessions.map(sessionCard)),
    part('results.numbers', numbers(results))
  )
}

/** @param {string} heading @param {HTMLElement | false | null} content */
function part(heading, content) {
  return content && h('section', { class: 'card stack', 'aria-labelledby': heading }, h('h2', { id: heading }, t(heading)), content)
}

/** What was decided by a vote, in all sessions, in the order of its time. @param {Results} results */
function decided({ sessions }) {
  const decisions = sessions
    .flatMap(({ plan }) => plan.polls.filter(binding).map((poll) => ({ poll, session: plan.title || plan.roomTitle })))
    .sort((a, b) => (a.poll.closedAt ?? '').localeCompare(b.poll.closedAt ?? ''))
  const items = decisions.map(({ poll, session }) =>
    h('li', null, h('b', { dir: 'auto' }, poll.question), h('span', null, outcome(poll)), sessions.length > 1 && h('span', { class: 'hint', dir: 'auto' }, session))
  )
  return part('results.decisions', items.length > 0 && h('ol', { class: 'decided-list' }, items))
}

/** @param {Poll} poll */
function binding(poll) {
  const options = Object.values(poll.tally?.options ?? {})
  return poll.method === 'consent' && poll.state === 'closed' && options.some((option) => option['decision'] === 'accepted')
}

/** @param {Poll} poll */
function outcome({ tally, options }) {
  const [only] = options
  return say(tally?.sentence) || (only && options.length === 1 ? say(tally?.options[only.id]?.sentence) : '')
}
