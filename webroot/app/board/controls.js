/** What is done in all rooms at once: a sentence, a timer, the end. */
import { api } from '../api.js'
import { h, icon, listen } from '../dom.js'
import { t } from '../i18n.js'
import { counted } from '../organise/counted.js'
import { field } from '../poll/fields.js'
import { openDialog } from '../room/dialog.js'

/**
 * @param {object} what
 * @param {string} what.path of the event
 * @param {string} what.token
 * @param {(act: () => Promise<unknown>) => Promise<boolean>} what.attempt
 * @param {(words: string) => void} what.tell
 * @param {() => import('./cards.js').Card[]} what.rooms
 */
export function controls({ path, token, attempt, tell, rooms }) {
  const text = h('input', { maxlength: 300, placeholder: t('board.announceExample') })
  const minutes = h('input', { type: 'number', inputmode: 'numeric', min: 1, max: 600, value: '15' })
  const form = h('form', { class: 'row ends board-say' }, field(t('board.announce'), text), h('button', { class: 'primary' }, icon('gather'), t('board.say')))
  const say = (/** @type {string} */ words) =>
    attempt(async () => {
      const { rooms: told } = await api.post(`${path}/announce`, { text: words }, { token })
      tell(t(words ? 'board.said' : 'board.unsaid', { n: told }))
    })
  listen(form, 'submit', (event) => {
    event.preventDefault()
    return text.value.trim() === '' ? text.focus() : say(text.value.trim())
  })
  const all = (/** @type {object} */ change, /** @type {string} */ done) => attempt(() => api.patch(`${path}/board`, change, { token })).then((good) => good && tell(done))
  return h(
    'section',
    { class: 'card stack', 'aria-label': t('board.everywhere') },
    form,
    h(
      'div',
      { class: 'row ends' },
      h('button', { type: 'button', onclick: () => say('') }, t('board.unsay')),
      field(t('board.minutes'), minutes),
      h('button', { type: 'button', onclick: () => all({ timer: { seconds: counted(minutes) * 60 } }, t('board.timed')) }, icon('play'), t('board.time')),
      h('button', { type: 'button', onclick: () => all({ timer: null }, t('board.untimed')) }, t('board.untime')),
      h('button', { type: 'button', class: 'danger end', onclick: () => closeAll(rooms(), () => all({ phase: 'closed' }, t('board.closed'))) }, icon('lock'), t('board.close'))
    )
  )
}

/** The plenary stays open, and who is in a room that is closed already loses nothing. @param {import('./cards.js').Card[]} rooms @param {() => unknown} close */
function closeAll(rooms, close) {
  const people = rooms.filter(({ plenary, phase }) => !plenary && phase !== 'closed').reduce((sum, room) => sum + room.people, 0)
  const dialog = openDialog(
    t('board.closeTitle'),
    [h('p', null, t('board.closeText', { n: people }))],
    [h('button', { type: 'button', class: 'end', autofocus: true, onclick: () => dialog.close() }, t('cancel')), h('button', { class: 'danger' }, t('board.close'))]
  )
  listen(dialog.form, 'submit', (event) => {
    event.preventDefault()
    dialog.close()
    return close()
  })
}
