/** An event in numbers. */
import { h } from '../dom.js'
import { number, t } from '../i18n.js'

/** @param {import('./main.js').Results} results */
export function numbers({ numbers: { sessions, people, organisations = {} }, progress, sessions: all }) {
  const polls = all.flatMap(({ plan }) => plan.polls).filter(({ state }) => state !== 'cancelled')
  const done = progress.filter(({ status }) => status === 'done').length
  const fact = (/** @type {string} */ key, /** @type {number | undefined} */ value) =>
    value !== undefined && h('div', null, h('dt', { class: 'hint' }, t(key)), h('dd', { class: 'num' }, number(value)))
  const named = Object.entries(organisations).sort(([, a], [, b]) => b - a)
  return h(
    'div',
    { class: 'stack' },
    h(
      'dl',
      { class: 'figures' },
      fact('results.count.sessions', sessions),
      fact('results.count.people', people),
      fact('results.count.agreed', progress.length),
      fact('results.count.done', done),
      fact('results.count.polls', polls.length),
      fact('results.count.ballots', polls.reduce((sum, { cast }) => sum + cast, 0))
    ),
    named.length > 1 &&
      h('ul', { class: 'by-organisation', role: 'list' }, named.map(([name, count]) => h('li', null, h('span', { dir: 'auto' }, name || t('results.noOrganisation')), ' ', h('b', { class: 'num' }, number(count)))))
  )
}
