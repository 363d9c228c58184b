// Calendars to subscribe to, of a room or of an event.
import { api } from '../api.js'
import { h } from '../dom.js'
import { moment, t } from '../i18n.js'
import { field } from '../poll/fields.js'
import { list } from './list.js'
import { shownOnce } from './shown-once.js'

/** @typedef {{id: string, responsible: string | null, createdAt: string, readAt: string | null, url?: string}} Feed */

/**
 * @param {object} what
 * @param {string} what.path of the room or of the event
 * @param {() => string} what.token
 * @param {boolean} what.event whether it is an event's
 */
export function feeds({ path, token, event }) {
  const responsible = h('input', { maxlength: 80, placeholder: t('outwards.feed.everybody') })
  return list({
    name: t('outwards.feed'),
    about: t(event ? 'outwards.feed.ofEvent' : 'outwards.feed.what'),
    fields: [field(t('outwards.feed.responsible'), responsible)],
    make: t('outwards.feed.make'),
    async act() {
      const wish = responsible.value.trim()
      const made = await api.post(`${path}/feeds`, wish ? { responsible: wish } : {}, { token: token() })
      return [shownOnce(t('outwards.feed.url'), made.url), h('p', { class: 'hint' }, t('outwards.feed.how'))]
    },
    load: () => api.get(`${path}/feeds`, { token: token() }),
    row: (/** @type {Feed} */ feed, { reload, button }) => {
      const name = feed.responsible ?? t('outwards.feed.everybody')
      return [
        h('span', null, h('b', null, name), h('small', null, told(feed))),
        button(t('outwards.revoke'), t('outwards.revokeOne', { name }), async () => {
          await api.del(`${path}/feeds/${feed.id}`, { token: token() })
          await reload()
        })
      ]
    }
  })
}

/** @param {Feed} feed */
function told({ createdAt, readAt }) {
  const since = t('outwards.since', { when: moment(createdAt) })
  return ` ${since}, ${readAt ? t('outwards.feed.read', { when: moment(readAt) }) : t('outwards.feed.unread')}`
}
