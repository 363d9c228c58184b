// What who leads does with ideas and questions as a whole: have them written, reveal them, put them on the wall.
import { api } from '../../api.js'
import { h, icon, patch } from '../../dom.js'
import { t } from '../../i18n.js'
import { check } from '../../poll/fields.js'

/** What comes next, by how ideas are taken now: the first one is what is mostly wanted. @type {Record<string, string[]>} */
const NEXT = { off: ['silent'], silent: ['shown', 'off'], shown: ['silent', 'off'] }

/** @typedef {{key: string, press: () => unknown, primary?: boolean, sign?: string}} Button */

/** @param {import('./section.js').Means} means */
export function control({ state, cards, attempt, path, room, token }) {
  /** @param {object} change */
  const set = (change) => attempt(() => api.patch(path, change, { token: token() }))
  /** @param {string} spotlight */
  const wall = (spotlight) => attempt(() => api.patch(`/rooms/${room}`, { spotlight }, { token: token() }), t('cards.onWall'))

  const ideas = h('div', { class: 'row', role: 'group', 'aria-label': t('cards.idea') })
  const questions = h('div', { class: 'row', role: 'group', 'aria-label': t('cards.question') })
  const names = box('cards.names', (checked) => set({ names: checked }))
  const moderated = box('cards.moderated', (checked) => set({ moderated: checked }))
  const rule = h(
    'select',
    { 'aria-label': t('cards.anonymity'), onchange: () => set({ anonymity: rule.value }) },
    ['choice', 'always', 'never'].map((value) => h('option', { value }, t(`cards.anonymity.${value}`)))
  )
  const element = h('div', { class: 'lead', role: 'region', 'aria-label': t('cards.lead') }, ideas, questions)

  /** @param {string} key @param {(checked: boolean) => unknown} act */
  function box(key, act) {
    const { input, element } = check(t(key), false)
    input.addEventListener('change', () => act(input.checked))
    return { input, element }
  }

  /** @param {'ideas' | 'questions'} which @returns {Button} */
  const onWall = (which) => ({ key: `cards.wall.${which}`, press: () => wall(which), sign: 'screen' })

  /** @param {HTMLElement} row @param {Button[]} buttons @param {HTMLElement[]} more */
  function show(row, buttons, more) {
    const old = [...row.querySelectorAll(':scope > button')].map((one) => one instanceof HTMLElement && one.dataset['key'])
    if (old.join() === buttons.map(({ key }) => key).join() && row.childElementCount === buttons.length + more.length) return
    patch(row, buttons, ({ key }) => key, ({ key, press, primary, sign }) =>
      h('button', { type: 'button', class: primary ? 'primary' : '', onclick: press }, sign && icon(sign), t(key))
    )
    row.append(...more)
  }

  return {
    element,
    draw() {
      const now = cards()
      element.hidden = !state.moderates || state.closed
      names.input.checked = now.names
      moderated.input.checked = now.moderated
      rule.value = now.anonymity
      const on = now.ideas !== 'off'
      /** @type {Button[]} */
      const next = (NEXT[now.ideas] ?? []).map((to) => ({
        key: `cards.${now.ideas}.${to}`,
        press: () => set({ ideas: to }),
        primary: to === 'shown'
      }))
      show(ideas, [...next, ...(on ? [onWall('ideas')] : [])], on ? [names.element] : [])
      const asks = { key: now.questions ? 'cards.questions.stop' : 'cards.questions.take', press: () => set({ questions: !cards().questions }) }
      show(questions, [asks, ...(now.questions ? [onWall('questions')] : [])], now.questions ? [moderated.element, rule] : [])
    }
  }
}
