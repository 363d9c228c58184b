// Ideas and questions come with what shows them, once there are any, and for who leads while things are collected.
import { part } from './part.js'

/**
 * @param {import('./cards/section.js').Context} means
 * @param {HTMLElement} plan in which they stand
 */
export function contributions(means, plan) {
  const { state, say } = means
  /** @type {any[]} told and not shown yet */
  const told = []
  /** @type {ReturnType<typeof import('./cards/section.js').cardsSection> | null} */
  let loading = null

  async function show() {
    loading ??= part(() => import('./cards/section.js'), say).then((module) => {
      if (!module) throw new Error('not to be had now')
      return module.cardsSection(means)
    })
    try {
      const section = await loading
      // Where all is done, the plan comes first.
      if (!section.element.isConnected) plan[state.closed ? 'append' : 'prepend'](section.element)
      for (const event of told.splice(0)) section.heard(event)
      return section.element
    } catch {
      loading = null // The next event tries again; a new connection brings all of them.
    }
  }

  state.onCard = (event) => {
    told.push(event)
    void show()
  }
  state.on(['room'], () => {
    if (!loading && state.moderates && state.room?.phase === 'collect') void show()
  })
  return async () => (await show())?.scrollIntoView({ block: 'start' })
}
