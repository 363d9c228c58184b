/** Folded parts whose content is asked of the server when someone opens them, and again as ballots come in. */
import { fill, h, icon, setText } from '../dom.js'
import { Problem } from '../api.js'
import { t } from '../i18n.js'

/** Milliseconds between two questions, however fast the ballots come. */
const PAUSE = 2000

/**
 * @template A
 * @param {() => Promise<A>} ask
 * @param {(answer: A) => (HTMLElement | null)[]} draw
 * @param {string} [look] class of the summary
 * @returns {{element: HTMLDetailsElement, update(summary: string, version: string): void}} a new version is asked for while it is open
 */
export function asked(ask, draw, look = 'hint') {
  const summary = h('summary', { class: look })
  const content = h('div', { class: 'stack' })
  const element = h('details', { ontoggle: () => void load() }, summary, content)
  let known = ''
  let wanted = ''
  let waiting = false

  async function load() {
    if (!element.open || waiting || known === wanted) return
    waiting = true
    setTimeout(() => {
      waiting = false
      void load()
    }, PAUSE)
    const version = wanted
    try {
      fill(content, draw(await ask()))
      known = version
    } catch (refused) {
      known = ''
      fill(
        content,
        h('p', { class: 'error' }, icon('warn'), refused instanceof Problem ? refused.sentence : t('error.unknown'))
      )
    }
  }

  return {
    element,
    update(words, version) {
      setText(summary, words)
      wanted = version
      void load()
    }
  }
}
