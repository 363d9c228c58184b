// The section for polls. What shows them is loaded once the plan stands: on a slow network the first edit comes first.
import { h } from '../../dom.js'
import { loadTexts, t } from '../../i18n.js'
import { goTo } from '../tabs.js'

/** @typedef {typeof import('../later.js')} Later */
/** @typedef {Omit<Parameters<Later['pollList']>[0], 'element'> & {loaded: (later: Later) => void}} Context */

/** @param {Context} context */
export function polls(context) {
  const element = h(
    'section',
    { id: 'abstimmung', 'aria-labelledby': 'polls-h' },
    h('h2', { id: 'polls-h', class: 'vh', tabindex: '-1' }, t('room.tab.polls'))
  )
  /** @type {Promise<ReturnType<Later['pollList']>> | null} */
  let loading = null

  async function load() {
    const [module] = await Promise.all([import('../later.js'), loadTexts('poll')])
    context.loaded(module)
    return module.pollList({ element, ...context })
  }

  /** Loads once; after a failure (offline) the next call tries again. */
  function ready() {
    loading ??= load().catch((reason) => {
      loading = null
      throw reason
    })
    return loading
  }

  const attempt = () => void ready().catch(() => null)
  context.connection.ready.then(attempt)
  context.state.on(['saving'], () => loading === null && context.state.saving.state !== 'offline' && attempt())

  return {
    element,
    /** Goes to a poll; without one, to what there is to vote on. @param {string} [id] */
    async show(id) {
      await goTo('#abstimmung')
      const list = await ready().catch(() => null)
      list?.show(id)
    },
    /** Asks how to decide about the steps that are ticked. */
    async prepare() {
      try {
        const list = await ready()
        await list.prepare()
      } catch {
        context.say(t('error.offline'))
      }
    }
  }
}
