// The moderator's band: phase, time, lock, what the screen shows, everyone to me.
import { api } from '../../api.js'
import { assign, fill, h, icon } from '../../dom.js'
import { t } from '../../i18n.js'
import { secondsUntil, timerView } from '../../timer.js'
import { drawPhases } from '../header.js'
import { part } from '../part.js'

/** A call comes back from the server within this time, in milliseconds. */
const CALL_MS = 3000

/**
 * @param {object} what
 * @param {import('../state.js').State} what.state
 * @param {import('../plan/document.js').PlanDocument} what.plan
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {(text: string) => void} what.say
 * @param {(sentence: string) => void} what.failed
 */
export function modbar({ state, plan, room, token, say, failed }) {
  /** @param {object} change @param {string} [told] */
  async function set(change, told) {
    try {
      await api.patch(`/rooms/${room}`, change, { token: token() })
      if (told) say(told)
    } catch (/** @type {any} */ problem) {
      failed(problem.sentence ?? t('error.unknown'))
      draw()
    }
  }

  const phases = h('ol', { class: 'phases', 'aria-label': t('room.phases') })
  const timer = timerView()
  const left = () => (state.room?.timer ? Math.max(0, secondsUntil(state.room.timer.endsAt)) : 0)
  /** @param {number} minutes */
  const more = (minutes) =>
    h(
      'button',
      { type: 'button', onclick: () => set({ timer: { seconds: Math.round(left()) + minutes * 60 } }) },
      t('room.timer.more', { n: minutes }),
      h('span', { class: 'vh' }, ` ${t('room.timer.extend')}`)
    )
  const askTime = async () => {
    const module = await part(() => import('./timer-dialog.js'), failed)
    module?.timerDialog((seconds) => set({ timer: { seconds } }))
  }
  const start = h('button', { type: 'button', onclick: askTime }, icon('play'), t('room.timer.start'))
  const running = [
    more(1),
    more(5),
    h(
      'button',
      {
        type: 'button',
        class: 'icon',
        'aria-label': t('room.timer.stop'),
        title: t('room.timer.stop'),
        onclick: () => set({ timer: null })
      },
      icon('x')
    )
  ]
  const time = h('div', { class: 'row', role: 'group', 'aria-label': t('room.timer') }, timer.element, start, running)

  const lock = h(
    'button',
    { type: 'button', onclick: () => set({ locked: !state.room?.locked }) },
    icon('lock'),
    t('room.lock')
  )
  let called = 0
  const call = () => {
    called = Date.now()
    void set({ spotlight: spot.value || null, gather: true }, t('room.gather.done'))
  }
  const gather = h('button', { type: 'button', onclick: call }, icon('gather'), t('room.gather'))
  const spot = h('select', { id: 'spot', onchange: () => set({ spotlight: spot.value || null }) })
  const screen = h('div', { class: 'select' }, h('label', { class: 'vh', for: 'spot' }, t('room.spot')), spot)
  const element = h(
    'div',
    { class: 'modbar', role: 'region', 'aria-label': t('room.moderation') },
    h(
      'div',
      { class: 'wrap' },
      phases,
      time,
      h('div', { class: 'row', role: 'group', 'aria-label': t('room.room') }, lock, gather, screen)
    )
  )

  function draw() {
    if (!state.moderates) return
    drawPhases(phases, state.room?.phase ?? '', (phase) => set({ phase }))
    const on = Boolean(state.room?.timer)
    timer.update(state.room?.timer)
    start.hidden = on
    for (const button of running) button.hidden = !on
    assign(lock, { 'aria-pressed': String(Boolean(state.room?.locked)) })
    drawSpot()
  }

  function drawSpot() {
    if (document.activeElement === spot && spot.matches(':open')) return
    const polls = state.pollList.filter((poll) => poll.state === 'open' || poll.state === 'closed').reverse()
    const steps = plan.order()
    const chosen = state.room?.spotlight ?? ''
    /** @param {string} value @param {string} text */
    const option = (value, text) => h('option', { value, selected: value === chosen }, text)
    fill(
      spot,
      option('', t('room.spot.plan')),
      polls.length > 0 &&
        group(
          'room.spot.polls',
          polls.map((poll) => option(poll.id, t('room.spot.poll', { question: short(poll.question) })))
        ),
      steps.length > 0 &&
        group(
          'room.spot.steps',
          steps.map((id, index) =>
            option(id, t('room.spot.step', { number: String(index + 1), title: short(plan.titleOf(id)) }))
          )
        )
    )
    spot.value = chosen
  }

  state.on(['room', 'polls'], draw)
  plan.watch((changes) => changes.order && state.changed('room'))
  draw()
  return {
    element,
    spotlight: (/** @type {string | null} */ id) => set({ spotlight: id }, t('room.spot.done')),
    /** Whether this page has just called everyone. */
    calling: () => Date.now() - called < CALL_MS
  }
}

/** @param {string} label @param {HTMLElement[]} options */
function group(label, options) {
  return h('optgroup', { label: t(label) }, options)
}

/** As much of a text as a select can show. @param {string} text */
function short(text) {
  return text.length > 40 ? `${text.slice(0, 38).trimEnd()} …` : text
}
