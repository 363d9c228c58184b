/** What is done with a whole session: copied, closed, taken to another event, deleted. Each says first who is in there and what is lost. */
import { api, organiser } from '../api.js'
import { h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { check, field, select } from '../poll/fields.js'
import { ask } from './ask.js'

/** @import {Means, Programme, Session} from './types.js' */
/** @typedef {import('../board/cards.js').Card} Card */

/**
 * The buttons below a session's fields.
 *
 * @param {Session} session
 * @param {Programme} programme
 * @param {Means} means
 * @param {() => void} close of the dialog they stand in
 */
export function sessionActs(session, programme, means, close) {
  /** @param {(session: Session, programme: Programme, means: Means) => unknown} act */
  const go = (act) => () => {
    close()
    return act(session, programme, means)
  }
  // Another event, and the end of a room, are the server's organiser's.
  const all = organiser.token() === means.token
  const button = (/** @type {string} */ sign, /** @type {string} */ key, /** @type {() => unknown} */ press, look = '') =>
    h('button', { type: 'button', class: look, onclick: press }, icon(sign), t(key))
  return h(
    'div',
    { class: 'row', role: 'group', 'aria-label': t('programme.whole') },
    button('copy', 'programme.copy', go(copy)),
    session.room && button('lock', 'programme.close', go(closeDialog)),
    all && button('next', 'programme.move', go(moveDialog)),
    button('x', 'programme.delete', go(deleteDialog), 'danger')
  )
}

/** @param {Session} session @param {Programme} programme @param {Means} means */
async function copy({ id, key, room, codes, ...session }, programme, means) {
  const copied = { ...session, title: t('programme.copyOf', { title: session.title }) }
  const sessions = [...programme.sessions, copied]
  if (!(await means.attempt(() => api.put(`${means.path}/programme`, { sessions }, { token: means.token, match: programme.version })))) return
  await means.load()
  means.tell(t('programme.copied', { title: copied.title }))
}

/** How a session's room stands now. @param {Session} session @param {Means} means @returns {Promise<Card | null | undefined>} undefined where that can't be known */
async function standing({ room }, means) {
  if (!room) return null
  /** @type {Card[]} */
  let rooms = []
  if (!(await means.attempt(async () => (rooms = (await api.get(`${means.path}/board`, { token: means.token })).rooms)))) return undefined
  return rooms.find((card) => card.room === room) ?? null
}

/** Who is in there, and what is going on. @param {Card | null} card */
function here(card) {
  if (!card) return null
  const facts = [
    card.people > 0 && t('programme.here', { n: card.people }),
    card.polls > 0 && t('programme.polling', { n: card.polls }),
    card.expected > 0 && t('programme.expecting', { n: card.expected }),
    card.steps !== undefined && t('programme.written', { n: card.steps })
  ].filter(Boolean)
  return facts.length > 0 && h('p', { class: card.people > 0 || card.polls > 0 ? 'notice' : 'hint' }, h('span', null, facts.join(' ')))
}

/** @param {Session} session @param {Programme} _ @param {Means} means */
async function closeDialog(session, _, means) {
  const card = await standing(session, means)
  if (card === undefined) return
  ask(t('programme.closeTitle', { title: session.title }), [h('p', null, t('programme.closeText')), here(card)], t('programme.close'), async () => {
    const done = await means.attempt(async () => {
      const room = `/rooms/${session.room}`
      // Who organises this event alone leads its rooms as a moderator.
      const token = organiser.token() === means.token ? means.token : (await api.post(`${room}/enter`, {}, { token: means.token })).token
      await api.patch(room, { phase: 'closed' }, { token })
    })
    if (done) means.tell(t('programme.closed', { title: session.title }))
  })
}

/** @param {Session} session @param {Programme} _ @param {Means} means */
async function deleteDialog(session, _, means) {
  const card = await standing(session, means)
  if (card === undefined) return
  const whole = check(t('programme.deleteRoom'), false, t('programme.deleteRoomHint'))
  const all = organiser.token() === means.token
  const body = [h('p', null, t('programme.deleteSession', { title: session.title })), here(card), session.room && all ? whole.element : session.room && h('p', { class: 'hint' }, t('programme.takeOutHint'))]
  ask(t('programme.deleteSessionTitle'), body, t('programme.delete'), async () => {
    if (!(await means.attempt(() => api.del(`${means.path}/sessions/${session.id}?room=${whole.input.checked}`, { token: means.token })))) return
    await means.load()
    means.tell(t('programme.taken', { title: session.title }))
  })
}

/** @param {Session} session @param {Programme} programme @param {Means} means */
async function moveDialog(session, { event }, means) {
  const card = await standing(session, means)
  /** @type {{id: string, title: string}[]} */
  let events = []
  if (card === undefined || !(await means.attempt(async () => (events = await api.get('/events', { token: means.token }))))) return
  const others = events.filter(({ id }) => id !== event.id)
  if (others.length === 0) return means.tell(t('programme.noOther'))
  const to = select(others.map(({ id, title }) => /** @type {[string, string]} */ ([id, title])), others[0]?.id ?? '')
  const body = [h('p', null, t('programme.moveText', { title: session.title })), here(card), field(t('programme.moveTo'), to)]
  ask(t('programme.moveTitle'), body, t('programme.move'), async () => {
    if (!(await means.attempt(() => api.post(`${means.path}/sessions/${session.id}/move`, { event: to.value }, { token: means.token })))) return
    await means.load()
    means.tell(t('programme.moved', { title: session.title }))
  })
}
