// The moderator's band, for who leads: nobody else's page loads it.
import { t } from '../i18n.js'
import { AGAIN_MS, part } from './part.js'

/** @param {Parameters<typeof import('./moderation/modbar.js').modbar>[0] & {connection: import('../connection/connection.js').Connection}} what */
export function leading(what) {
  const { state, connection, failed } = what
  /** @type {ReturnType<typeof import('./moderation/modbar.js').modbar> | null} */
  let band = null
  /** @type {Promise<unknown> | null} */
  let loading = null
  let again = 0
  /** @type {HTMLElement | null} */
  let bar = null

  async function load() {
    const module = await part(() => import('./moderation/modbar.js'), again ? () => {} : failed)
    if (module) {
      band = module.modbar(what)
      return draw()
    }
    // by what comes next from the room
    again = Date.now() + AGAIN_MS
    loading = null
  }

  /** It is in the page only while it is needed: what lies below it makes room for it. */
  function draw() {
    if (state.moderates && !band && Date.now() >= again) loading ??= load()
    if (!band || !bar || state.moderates === band.element.isConnected) return
    if (state.moderates) bar.after(band.element)
    else band.element.remove()
  }

  state.on(['room', 'saving'], draw)
  return {
    /** @param {HTMLElement} place the bar; what was loaded before the page stood comes when it does */
    below(place) {
      bar = place
      draw()
      void connection.ready.then(() => setTimeout(draw))
    },
    spotlight: (/** @type {string | null} */ id) => (band ? band.spotlight(id) : failed(t('error.offline'))),
    calling: () => band?.calling() ?? false
  }
}
