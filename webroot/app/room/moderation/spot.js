// What the screen shows, to choose from: what is on, the plan, a poll, a step.
import { fill, h } from '../../dom.js'
import { t } from '../../i18n.js'
import { IDEAS, PINNED_PLAN, QUESTIONS, stageOf } from '../../screen/state.js'
import { clock } from '../../timer.js'

/** Titles change with every letter; the list follows them so much later, in milliseconds. */
const RENAMED_MS = 500

/**
 * @param {import('../state.js').State} state
 * @param {import('../plan/document.js').PlanDocument} plan
 * @param {(id: string | null) => unknown} choose
 */
export function spotSelect(state, plan, choose) {
  const element = h('select', { id: 'spot', onchange: () => choose(element.value || null) })

  /** What a screen that follows shows now. */
  function following() {
    const room = state.room && { ...state.room, spotlight: null }
    return stageOf({ room, polls: state.polls, plan: { steps: [] } }, clock.now())
  }

  /** @param {import('../../screen/state.js').Stage} stage */
  function nameOf(stage) {
    const poll = stage.kind === 'poll' ? state.polls.get(stage.id) : null
    return poll ? short(poll.question) : t('room.spot.on.plan')
  }

  function draw() {
    if (isOpen(element)) return
    const chosen = state.room?.spotlight ?? ''
    /** @param {string} value @param {string} text */
    const option = (value, text) => h('option', { value, selected: value === chosen }, text)
    const polls = state.pollList.filter((poll) => poll.state === 'open' || poll.state === 'closed').reverse()
    fill(
      element,
      option('', t('room.spot.auto', { what: nameOf(following()) })),
      option(PINNED_PLAN, t('room.spot.plan')),
      chosen === IDEAS || chosen === QUESTIONS ? option(chosen, t('room.ideas')) : null,
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

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later
  plan.watch(({ order, steps }) => {
    if (later || !(order || [...steps.values()].some((keys) => keys.has('title')))) return
    later = setTimeout(() => {
      later = undefined
      if (element.isConnected) draw()
    }, RENAMED_MS)
  })
  return {
    element,
    draw,
    /** What a call leads to: what was chosen, else the poll that is on. @returns {string | null} */
    target() {
      const on = following()
      return element.value || (on.kind === 'poll' ? on.id : null)
    }
  }
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
