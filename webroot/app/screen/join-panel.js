/** How to join, always visible: the QR code, the address, the code. */
import { fill, h } from '../dom.js'
import { joinLink, qr, spaced } from '../qr.js'
import { t } from '../i18n.js'

/** @import {Room} from '../told.js' */

/** @returns {{element: HTMLElement, update(room: Room | null, present: number): void}} */
export function joinPanel() {
  const element = h('aside', { class: 'join-panel', 'aria-label': t('screen.join'), hidden: true })
  const count = h('p', { class: 'hint num' })
  let shown = ''
  return {
    element,
    update(room, present) {
      element.hidden = !room?.joinCode
      count.textContent = present > 0 ? t('present', { n: present }) : ''
      if (!room?.joinCode) return
      const link = joinLink(room.joinCode, room.joinUrl ?? location.origin)
      const personal = room.admission === 'personal'
      if (`${link} ${personal}` === shown) return
      shown = `${link} ${personal}`
      const host = new URL(link).host
      if (personal) {
        // The shared code would let nobody in.
        fill(element, h('p', null, h('b', null, t('screen.join')), h('br', null), host), h('p', { class: 'hint' }, t('screen.personal')), count)
        return
      }
      const code = spaced(room.joinCode)
      fill(
        element,
        qr(link, t('screen.qr', { host, code })),
        h('p', null, h('b', null, t('screen.join')), h('br', null), host),
        h('p', { class: 'code' }, code),
        count
      )
    }
  }
}
