// What the screen shows, to choose from: the plan, a poll, a step.
import { fill, h } from '../../dom.js'
import { t } from '../../i18n.js'

/**
 * @param {import('../state.js').State} state
 * @param {import('../plan/document.js').PlanDocument} plan
 * @param {(id: string | null) => unknown} choose
 */
export function spotSelect(state, plan, choose) {
  const element = h('select', { id: 'spot', onchange: () => choose(element.value || null) })

  function draw() {
    if (isOpen(element)) return
    const chosen = state.room?.spotlight ?? ''
    /** @param {string} value @param {string} text */
    const option = (value, text) => h('option', { value, selected: value === chosen }, text)
    const polls = state.pollList.filter((poll) => poll.state === 'open' || poll.state === 'closed').reverse()
    fill(
      element,
      option('', t('room.spot.plan')),
      group(
        'room.spot.polls',
        polls.map((poll) => option(poll.id, t('room.spot.poll', { question: short(poll.question) })))
      ),
      group(
        'room.spot.steps',
        plan.order().map((id, at) => option(id, t('room.spot.step', { number: String(at + 1), title: short(plan.titleOf(id)) })))
      )
    )
    element.value = chosen
  }

  plan.watch(({ order, steps }) => {
    if (order || [...steps.values()].some((keys) => keys.has('title'))) state.changed('room')
  })
  return { element, draw }
}

/** Whether a list is unfolded: it would fold under the hand if it were filled anew. @param {HTMLSelectElement} select */
function isOpen(select) {
  if (document.activeElement !== select) return false
  try {
    return select.matches(':open')
  } catch {
    return true // a browser that can't tell: as long as it has focus it may be
  }
}

/** @param {string} label @param {HTMLElement[]} options */
function group(label, options) {
  return options.length > 0 && h('optgroup', { label: t(label) }, options)
}

/** As much of a text as a select can show. @param {string} text */
function short(text) {
  return text.length > 40 ? `${text.slice(0, 38).trimEnd()} …` : text
}
