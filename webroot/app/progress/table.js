/** Steps that were agreed upon: what is overdue first. Narrowed by session, by who is in charge, by organisation, by how they stand. */
import { fill, h, icon } from '../dom.js'
import { day, moment, t } from '../i18n.js'
import { field, select } from '../poll/fields.js'
import { people } from './people.js'

/**
 * @typedef {{room: string, session: string, step: string, title: string, responsible: string, organisations: string[], due?: string, status?: string,
 *     overdue: number, report?: {at: string, reason?: string}, reports?: {session: string, at: string, status?: string, due?: string}[]}} Entry
 */

/** @type {Record<string, (entry: Entry) => boolean>} */
const STANDS = {
  all: () => true,
  overdue: ({ overdue }) => overdue > 0,
  blocked: ({ status }) => status === 'blocked',
  open: ({ status }) => status !== 'done',
  done: ({ status }) => status === 'done'
}

/**
 * @param {Entry[]} entries
 * @param {{sessions: boolean, links?: boolean}} options `sessions`: there are several; `links`: to the rooms, for those who may enter
 */
export function progressTable(entries, { sessions, links = false }) {
  const of = (/** @type {(entry: Entry) => string[]} */ values) => [...new Set(entries.flatMap(values))].filter(Boolean).sort((a, b) => a.localeCompare(b))
  const all = (/** @type {string} */ label, /** @type {string[]} */ values) => select([['', label], ...values.map((one) => /** @type {[string, string]} */ ([one, one]))], '')
  const session = all(t('progress.allSessions'), of((entry) => [entry.session]))
  const person = all(t('progress.everybody'), of((entry) => people(entry.responsible)))
  const organisation = all(t('progress.allOrganisations'), of((entry) => entry.organisations))
  const stand = select(Object.keys(STANDS).map((key) => /** @type {[string, string]} */ ([key, t(`progress.${key}`, { n: entries.filter((entry) => STANDS[key]?.(entry)).length })])), 'all')
  const body = h('tbody')
  const count = h('p', { class: 'hint', role: 'status' })

  function draw() {
    const shown = entries.filter(
      (entry) =>
        (session.value === '' || entry.session === session.value) &&
        (person.value === '' || people(entry.responsible).includes(person.value)) &&
        (organisation.value === '' || entry.organisations.includes(organisation.value)) &&
        STANDS[stand.value]?.(entry)
    )
    fill(body, shown.map((entry) => row(entry, sessions, links)))
    count.textContent = t('progress.shown', { n: shown.length, all: entries.length })
  }
  for (const one of [session, person, organisation, stand]) one.addEventListener('change', draw)
  draw()
  const head = ['due', 'step', 'responsible', 'stand', ...(sessions ? ['session'] : [])].map((key) => h('th', { scope: 'col' }, t(`progress.head.${key}`)))
  return h(
    'div',
    { class: 'stack progress' },
    h(
      'div',
      { class: 'row ends no-print' },
      field(t('progress.head.stand'), stand),
      field(t('progress.head.responsible'), person),
      organisation.options.length > 2 && field(t('progress.organisation'), organisation),
      sessions && field(t('progress.head.session'), session)
    ),
    count,
    h('table', { class: 'steps-table' }, h('caption', { class: 'vh' }, t('progress.title')), h('thead', null, h('tr', null, head)), body)
  )
}

/** @param {Entry} entry @param {boolean} sessions @param {boolean} links */
function row(entry, sessions, links) {
  const { due, overdue, status, report, reports = [] } = entry
  const title = entry.title || t('results.untitled')
  const cell = (/** @type {string} */ key, /** @type {import('../dom.js').Child[]} */ ...content) => h('td', { dataset: { label: t(`progress.head.${key}`) } }, content)
  return h(
    'tr',
    { dataset: { overdue: overdue > 0 } },
    cell('due', due ? h('span', { class: 'num' }, day(due)) : h('span', { class: 'hint' }, t('progress.noDate')), overdue > 0 && h('span', { class: 'chip live' }, icon('warn'), t('progress.late', { n: overdue }))),
    cell('step', h('b', { dir: 'auto' }, links ? h('a', { href: `/room.html?room=${entry.room}` }, title) : title)),
    cell('responsible', entry.responsible || h('span', { class: 'hint' }, t('progress.nobody'))),
    cell('stand', status && h('span', { class: 'chip', dataset: { status } }, t(`status.${status}`)), report?.reason && h('span', { class: 'hint', dir: 'auto' }, report.reason), report && h('span', { class: 'hint' }, t('progress.reported', { when: moment(report.at) })), ...reports.map((one) => h('div', { class: 'hint', dir: 'auto' }, part(one)))),
    sessions && cell('session', entry.session)
  )
}

/** Of a step that was merged of several: how far one of them is. @param {{session: string, status?: string, due?: string}} report */
function part({ session, status, due }) {
  return `${session}: ${[status && t(`status.${status}`), due && day(due)].filter(Boolean).join(', ')}`
}
