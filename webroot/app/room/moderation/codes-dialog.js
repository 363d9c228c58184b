import { api } from '../../api.js'
import { fill, h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { openDialog } from '../dialog.js'

/** Whom a code lets in. */
const ROLES = ['participant', 'moderator', 'viewer']

/**
 * Codes and the QR code to join by. Participants see theirs, moderators all, and may renew one.
 *
 * @param {object} what
 * @param {import('../state.js').State} what.state
 * @param {string} what.room
 * @param {() => string} what.token
 */
export async function codesDialog({ state, room, token }) {
  const { joinLink, qr, spaced } = await import('../../qr.js')
  /** The address people reach the server by; a moderator may sit at localhost. */
  const base = state.room?.joinUrl ?? location.origin
  const body = h('div', { class: 'stack' })
  openDialog(t('room.codes'), [body])

  /** @param {Record<string, string>} codes */
  function draw(codes) {
    const code = codes['participant'] ?? state.room?.joinCode
    fill(
      body,
      code &&
        h(
          'div',
          { class: 'join-panel' },
          qr(joinLink(code, base), t('room.codes.qr')),
          h('p', { class: 'hint' }, t('room.codes.how', { address: new URL(base).host })),
          h('p', { class: 'code' }, spaced(code))
        ),
      state.moderates &&
        h(
          'ul',
          { class: 'code-list' },
          ROLES.filter((role) => codes[role]).map((role) => line(role, codes))
        )
    )

    /** @param {string} role @param {Record<string, string>} all */
    function line(role, all) {
      const renew = async () => {
        const answer = await api.post(`/rooms/${room}/codes`, { role }, { token: token() })
        draw({ ...all, [role]: answer.code ?? all[role] })
      }
      const button = h(
        'button',
        { type: 'button', class: 'quiet', onclick: () => renew().catch(failed) },
        t('room.codes.renew'),
        h('span', { class: 'vh' }, ` (${t(`room.codes.${role}`)})`)
      )
      return h(
        'li',
        { class: 'row' },
        h('span', { class: 'who' }, t(`room.codes.${role}`), h('small', null, t(`room.codes.${role}.what`))),
        h('span', { class: 'code end' }, spaced(all[role])),
        role === 'viewer' &&
          h('a', { href: joinLink(all[role], base), target: '_blank', rel: 'noopener' }, t('room.codes.open')),
        button
      )
    }
  }

  /** @param {any} problem */
  function failed(problem) {
    fill(body, h('p', { class: 'error' }, icon('warn'), problem.sentence ?? t('error.unknown')))
  }

  try {
    if (!state.moderates) return draw({})
    const { codes } = await api.get(`/rooms/${room}`, { token: token() })
    draw(codes ?? {})
  } catch (problem) {
    failed(problem)
  }
}
