// Saved or not: always in words.
import { fill, h, icon } from '../dom.js'
import { t } from '../i18n.js'

/** A save that is done sooner than this, in milliseconds, is not worth a word: it would only flicker. */
const PATIENCE_MS = 400

/** @typedef {import('../connection/saving.js').Saving} Saving */

/** @param {Saving} saving @returns {{state: string, sign: string, text: string}} */
function words({ state, unsaved, refused }) {
  switch (state) {
    case 'saved':
      return { state: 'saved', sign: 'saved', text: t('room.save.saved') }
    case 'saving':
      return { state: 'saving', sign: 'saving', text: t('room.save.saving') }
    case 'refused':
      return { state: 'refused', sign: 'warn', text: t('room.save.refused', { n: refused }) }
    case 'storage':
      return { state: 'refused', sign: 'warn', text: t('room.save.storage') }
    default:
      return unsaved > 0
        ? { state: 'offline', sign: 'offline', text: t('room.save.offline', { n: unsaved }) }
        : { state: 'offline', sign: 'offline', text: t('room.save.disconnected') }
  }
}

/** @returns {{element: HTMLElement, update(saving: Saving, connecting: boolean): void}} */
export function saveLine() {
  const element = h('p', { class: 'save' })
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause
  let shown = ''

  /** @param {{state: string, sign: string, text: string}} next */
  function show({ state, sign, text }) {
    if (shown === state + text) return
    shown = state + text
    element.dataset['state'] = state
    fill(element, icon(sign), ` ${text}`)
  }

  return {
    element,
    update(saving, connecting) {
      clearTimeout(pause)
      if (connecting && saving.state === 'offline' && saving.unsaved === 0) {
        return show({ state: 'saving', sign: 'saving', text: t('room.save.connecting') })
      }
      const next = words(saving)
      const waits = saving.state === 'saving' && (element.dataset['state'] === 'saved' || shown === '')
      if (waits) pause = setTimeout(() => show(next), PATIENCE_MS)
      else show(next)
    }
  }
}
