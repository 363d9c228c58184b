// Keys of an event, for scripts.
import { api } from '../api.js'
import { h } from '../dom.js'
import { moment, t } from '../i18n.js'
import { field, select } from '../poll/fields.js'
import { list } from './list.js'
import { shownOnce } from './shown-once.js'

/** @typedef {{id: string, name: string, scope: string, prefix: string, endsAt: string, revokedAt: string | null, usedAt: string | null}} Key */

/**
 * @param {object} what
 * @param {string} what.event
 * @param {string} what.token
 */
export function keys({ event, token }) {
  const path = `/events/${event}/keys`
  const name = h('input', { required: true, maxlength: 80 })
  const scope = select(
    [
      ['read', t('outwards.key.read')],
      ['write', t('outwards.key.write')]
    ],
    'read'
  )
  return list({
    name: t('outwards.key'),
    about: t('outwards.key.what'),
    fields: [h('div', { class: 'fields' }, field(t('outwards.key.name'), name), field(t('outwards.key.scope'), scope))],
    make: t('outwards.key.make'),
    async act() {
      const made = await api.post(path, { name: name.value.trim(), scope: scope.value }, { token })
      name.value = ''
      return shownOnce(t('outwards.key.one', { name: made.name }), made.key)
    },
    load: () => api.get(path, { token }),
    row: (/** @type {Key} */ key, { reload, button }) => [
      h('span', null, h('b', null, key.name), ' ', h('code', null, `${key.prefix}…`), h('small', null, ` ${told(key)}`)),
      !key.revokedAt &&
        button(t('outwards.revoke'), t('outwards.revokeOne', { name: key.name }), async () => {
          await api.del(`${path}/${key.id}`, { token })
          await reload()
        })
    ]
  })
}

/** @param {Key} key */
function told({ scope, endsAt, revokedAt, usedAt }) {
  if (revokedAt) return t('outwards.key.revoked', { when: moment(revokedAt) })
  const used = usedAt ? t('outwards.key.used', { when: moment(usedAt) }) : t('outwards.key.unused')
  return [t(`outwards.key.${scope}.brief`), used, t('outwards.key.ends', { when: moment(endsAt) })].join(', ')
}
