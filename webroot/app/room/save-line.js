// Saved or not: always in words.
import { fill, h, icon } from '../dom.js'
import { t } from '../i18n.js'

/** A save that is done sooner than this, in milliseconds, is not worth a word: it would only flicker. */
const PATIENCE_MS = 400

/** When saving takes this long, in milliseconds, people are told how much is at stake. */
const SLOW_MS = 15_000

/** @typedef {import('../connection/saving.js').Saving} Saving */

/** @typedef {import('../connection/trouble.js').Trouble} Trouble */

/** @param {Saving} saving @param {Trouble | null} trouble @returns {{state: string, sign: string, text: string}} */
function words({ state, unsaved, refused }, trouble) {
  switch (state) {
    case 'saved':
      return { state: 'saved', sign: 'saved', text: t(trouble === 'slow' ? 'room.save.savedSlow' : 'room.save.saved') }
    case 'saving':
      return { state: 'saving', sign: 'saving', text: t('room.save.saving') }
    case 'refused':
      return { state: 'refused', sign: 'warn', text: t('room.save.refused', { n: refused }) }
    case 'storage':
      return { state: 'refused', sign: 'warn', text: t('room.save.storage') }
    default:
      return { state: 'offline', sign: 'offline', text: cutOff(unsaved, trouble) }
  }
}

/** What is at stake, and why. @param {number} unsaved @param {Trouble | null} trouble */
function cutOff(unsaved, trouble) {
  const why = trouble && trouble !== 'slow' ? t(`room.trouble.${trouble}`) : ''
  if (unsaved === 0) return why || t('room.save.disconnected')
  return why ? `${t('room.save.offline', { n: unsaved })}. ${why}` : t('room.save.offline', { n: unsaved })
}

/** @returns {{element: HTMLElement, update(saving: Saving, connecting: boolean, trouble?: Trouble | null): void}} */
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

  /** When the changes began to wait; 0 if none do. */
  let since = 0

  /** @param {Saving} saving @param {Trouble | null} trouble */
  function wait(saving, trouble) {
    since ||= Date.now()
    const waited = Date.now() - since
    const text = t('room.save.slow', { n: saving.unsaved })
    if (waited >= SLOW_MS) return show({ state: 'offline', sign: 'warn', text })
    const quick = waited < PATIENCE_MS && (shown === '' || element.dataset['state'] === 'saved')
    if (!quick) show(words(saving, trouble))
    pause = setTimeout(() => wait(saving, trouble), (quick ? PATIENCE_MS : SLOW_MS) - waited)
  }

  return {
    element,
    update(saving, connecting, trouble = null) {
      clearTimeout(pause)
      if (saving.state === 'saving') return wait(saving, trouble)
      since = 0
      if (connecting && saving.state === 'offline' && saving.unsaved === 0 && !trouble) {
        show({ state: 'saving', sign: 'saving', text: t('room.save.connecting') })
      } else show(words(saving, trouble))
    }
  }
}
