// Links by which whoever is in charge says how far steps are, without an account.
import { api } from '../api.js'
import { fill, h } from '../dom.js'
import { day, moment, t } from '../i18n.js'
import { field } from '../poll/fields.js'
import { people } from '../progress/people.js'
import { list } from './list.js'
import { shownOnce } from './shown-once.js'

/**
 * @typedef {{id: string, steps: string[] | null, responsible: string | null, createdAt: string, endsAt: string, readAt: string | null, reportedAt: string | null}} Link
 * @typedef {{id: string, title: string, responsible: string, status: string}} Step
 */

/** What a choice of one step begins with; a person's name follows nothing. */
const STEP = 'step '

/**
 * @param {object} what
 * @param {string} what.path of the room
 * @param {() => string} what.token
 * @param {() => Step[]} what.steps
 */
export function statusLinks({ path, token, steps }) {
  const whom = h('select', { required: true })
  const untitled = () => t('outwards.status.untitled')
  const named = (/** @type {Link} */ { responsible, steps: ids }) =>
    responsible ?? (ids ?? []).map((id) => steps().find((step) => step.id === id)?.title || untitled()).join(', ')
  return list({
    alone: true,
    before: () => choices(whom, steps(), untitled()),
    name: t('outwards.status'),
    about: t('outwards.status.what'),
    fields: [field(t('outwards.status.whom'), whom)],
    make: t('outwards.status.make'),
    async act() {
      const wish = whom.value.startsWith(STEP) ? { steps: [whom.value.slice(STEP.length)] } : { responsible: whom.value }
      const made = await api.post(`${path}/status-links`, wish, { token: token() })
      return [shownOnce(t('outwards.status.url'), made.url), h('p', { class: 'hint' }, t('outwards.status.how'))]
    },
    load: () => api.get(`${path}/status-links`, { token: token() }),
    row: (/** @type {Link} */ link, { reload, button }) => {
      const name = named(link)
      return [
        h('span', null, h('b', null, name), h('small', null, told(link))),
        button(t('outwards.revoke'), t('outwards.revokeOne', { name }), async () => {
          await api.del(`${path}/status-links/${link.id}`, { token: token() })
          await reload()
        })
      ]
    }
  })
}

/** Everybody in charge, then every step. @param {HTMLSelectElement} whom @param {Step[]} steps @param {string} untitled */
function choices(whom, steps, untitled) {
  const open = steps.filter(({ status }) => status !== 'dropped')
  const names = [...new Set(open.flatMap(({ responsible }) => people(responsible)))].sort((a, b) => a.localeCompare(b))
  fill(
    whom,
    names.length > 0 && h('optgroup', { label: t('outwards.status.people') }, names.map((name) => h('option', { value: name }, name))),
    h('optgroup', { label: t('outwards.status.steps') }, open.map(({ id, title }) => h('option', { value: STEP + id }, title || untitled)))
  )
}

/** @param {Link} link */
function told({ createdAt, endsAt, reportedAt, readAt }) {
  const until = t('outwards.status.until', { day: day(endsAt.slice(0, 10)) })
  const used = reportedAt ? t('outwards.status.reported', { when: moment(reportedAt) }) : readAt ? t('outwards.feed.read', { when: moment(readAt) }) : t('outwards.status.unused')
  return ` ${t('outwards.since', { when: moment(createdAt) })}, ${until}, ${used}`
}
