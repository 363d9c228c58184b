// Whom moderators removed from the room, and how one is let in again.
import { api } from '../../api.js'
import { fill, h } from '../../dom.js'
import { t } from '../../i18n.js'
import { listOf } from '../answers.js'
import { avatar } from '../header.js'

/** @typedef {{id: string, name: string, role: string}} Removed */

/**
 * @param {{room: string, token: () => string, say: (text: string) => void}} context
 */
export function removedPeople({ room, token, say }) {
  const list = h('ul', { class: 'members card' })
  const element = h('details', { class: 'removed', hidden: true }, h('summary', null, t('room.removed')), h('p', { class: 'hint' }, t('room.removed.what')), list)

  async function ask() {
    draw(listOf(await api.get(`/rooms/${room}/removed`, { token: token() })))
  }

  /** @param {Removed[]} people */
  function draw(people) {
    element.hidden = people.length === 0
    fill(list, ...people.map(line))
  }

  /** @param {Removed} person */
  function line(person) {
    const { id, name } = person
    const letIn = async () => {
      try {
        await api.del(`/rooms/${room}/removed/${id}`, { token: token() })
        say(t('room.removed.may', { name }))
        await ask()
      } catch (/** @type {any} */ problem) {
        say(problem.sentence ?? t('error.unknown'))
      }
    }
    const button = h('button', { type: 'button', onclick: letIn, 'aria-label': t('room.removed.letIn.whom', { name }) }, t('room.removed.letIn'))
    return h('li', null, avatar(person), h('span', { class: 'who' }, h('b', null, name)), button)
  }

  return { element, ask }
}
