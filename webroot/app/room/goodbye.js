import { eventAddress } from '../codes.js'
import { h, icon, mark } from '../dom.js'
import { t } from '../i18n.js'
import { takeAway } from './take-away.js'

/** What a final close code means, in words. */
const WORDS = new Map([
  [4401, 'room.gone.expired'],
  [4403, 'room.gone.removed'],
  [4404, 'room.gone.deleted'],
  [4400, 'room.gone.refused'],
  [4409, 'room.gone.refused'],
  [4410, 'room.gone.moved'],
  [4413, 'room.gone.tooLong'],
  [0, 'room.gone.left']
])

/** After these the room is there as before: only what this device wanted to add to it can't be taken. */
const REFUSED = new Set([4400, 4409, 4413])

/** Whether a close code is about what this device holds, and not about who may come in. @param {number} code */
export const isRefusal = (code) => REFUSED.has(code)

/**
 * The last page of a visit: what happened and what to do now.
 *
 * @param {number} code a final close code, 0 for leaving
 * @param {{text: string, forget: () => Promise<void>} | null} [kept] text that was never saved, and how this device forgets it
 * @param {string} [event] whose page leads on
 */
export function goodbye(code, kept = null, event = undefined) {
  const key = WORDS.get(code) ?? 'room.gone.expired'
  const heading = h('h1', { tabindex: '-1' }, t(key))
  for (const dialog of document.querySelectorAll('dialog')) dialog.close()
  document.body.replaceChildren(
    h(
      'header',
      { class: 'topbar no-phases' },
      h('div', { class: 'wrap' }, h('div', { class: 'brand' }, mark(), h('b', null, t('app.name'))))
    ),
    h(
      'main',
      { class: 'wrap goodbye' },
      heading,
      h('p', null, t(`${key}.how`)),
      kept ? offer(kept, isRefusal(code)) : home(event)
    )
  )
  heading.focus()
}

/** @param {string} [event] */
function home(event) {
  const href = event ? eventAddress(event) : '/'
  return h('p', null, h('a', { class: 'button primary', href }, icon('back'), t(event ? 'room.toEvent' : 'room.gone.home')))
}

/**
 * Nothing leaves this device before somebody says so: until then the page can be opened again.
 *
 * @param {{text: string, forget: () => Promise<void>}} kept
 * @param {boolean} back whether the room can be entered again without that text
 */
function offer({ text, forget }, back) {
  const done = h('button', { type: 'button', class: back && !text ? 'primary' : 'danger' }, t(back ? 'room.gone.again' : 'room.takeAway.forget'))
  const element = h('div', null, text && takeAway(text, t('room.takeAway.unsaved')), h('p', null, done))
  done.addEventListener('click', async () => {
    await forget()
    if (back) return location.reload()
    element.replaceChildren(h('p', { role: 'status' }, t('room.gone.left.how')), home())
  })
  return element
}
