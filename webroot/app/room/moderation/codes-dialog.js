import { api } from '../../api.js'
import { joinLink, screenLink, spaced } from '../../codes.js'
import { fill, h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { openDialog } from '../dialog.js'
import { admission } from './admission.js'

/** Whom a code lets in. */
const ROLES = ['participant', 'moderator', 'viewer']

/**
 * @typedef {object} Context
 * @property {import('../state.js').State} state
 * @property {string} room
 * @property {() => string} token
 */

/**
 * Codes and the QR code to join by. Participants see theirs, moderators all: they may renew one, and say whom a code admits.
 *
 * @param {Context} context
 */
export async function codesDialog(context) {
  const { state, room, token } = context
  const { qr } = await import('../../qr.js')
  /** The address people reach the server by; a moderator may sit at localhost. */
  const base = state.room?.joinUrl ?? location.origin
  const body = h('div', { class: 'stack' })
  const error = h('p', { class: 'error', role: 'alert' })
  openDialog(t('room.codes'), [body, error])

  /** @param {any} problem */
  const failed = (problem) => fill(error, icon('warn'), problem.sentence ?? t('error.unknown'))

  /** @param {Record<string, string>} codes */
  function draw(codes) {
    const code = codes['participant'] ?? state.room?.joinCode
    fill(
      body,
      code && joinPart(code, base, qr),
      state.moderates && admission({ ...context, failed }),
      state.moderates && h('ul', { class: 'code-list' }, ROLES.filter((role) => codes[role]).map((role) => codeLine(role, codes[role] ?? '', base, renew)))
    )

    /** @param {string} role */
    async function renew(role) {
      fill(error)
      try {
        const answer = await api.post(`/rooms/${room}/codes`, { role }, { token: token() })
        draw({ ...codes, [role]: answer.code ?? codes[role] })
      } catch (problem) {
        failed(problem)
      }
    }
  }

  try {
    draw(state.moderates ? ((await api.get(`/rooms/${room}`, { token: token() })).codes ?? {}) : {})
  } catch (problem) {
    failed(problem)
  }
}

/** @param {string} code @param {string} base @param {typeof import('../../qr.js').qr} qr */
function joinPart(code, base, qr) {
  const link = joinLink(code, base)
  return h(
    'div',
    { class: 'join-panel' },
    qr(link, t('room.codes.qr')),
    h('p', { class: 'hint' }, t('room.codes.how', { address: new URL(base).host })),
    h('p', { class: 'code' }, spaced(code))
  )
}

/**
 * A code with what it is for. The moderators' is covered: this page may be on a wall.
 *
 * @param {string} role
 * @param {string} code
 * @param {string} base
 * @param {(role: string) => Promise<void>} renew
 */
function codeLine(role, code, base, renew) {
  const covered = role === 'moderator'
  const shown = h('span', { class: 'code end' }, covered ? '•••••  •••••' : spaced(code))
  const uncover = h('button', { type: 'button', class: 'quiet', onclick: () => (uncover.replaceWith(''), fill(shown, spaced(code))) }, t('room.codes.uncover'))
  return h(
    'li',
    { class: 'row' },
    h('span', { class: 'who' }, t(`room.codes.${role}`), h('small', null, t(`room.codes.${role}.what`))),
    shown,
    covered && uncover,
    role === 'viewer' && h('a', { href: screenLink(code, base), target: '_blank', rel: 'noopener' }, t('room.codes.open')),
    h(
      'button',
      { type: 'button', class: 'quiet', onclick: () => renew(role) },
      t('room.codes.renew'),
      h('span', { class: 'vh' }, ` (${t(`room.codes.${role}`)})`)
    )
  )
}
