// The moderator's band: phase, time, lock, what the screen shows, everyone to me.
import { api } from '../../api.js'
import { assign, fill, h, icon, setText } from '../../dom.js'
import { t } from '../../i18n.js'
import { isPaused, secondsLeft, timerView } from '../../timer.js'
import { calledTo } from '../called-to.js'
import { drawPhases } from '../header.js'
import { AGAIN_MS, part } from '../part.js'
import { spotSelect } from './spot.js'

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
  const time = timeRow(state, set, failed)
  const course = courseRow(state, set, failed)
  const lock = h('button', { type: 'button', onclick: () => set({ locked: !state.room?.locked }) }, icon('lock'), h('span', null))
  const spot = spotSelect(state, plan, (id) => set({ spotlight: id }))
  let called = 0
  const call = () => {
    called = Date.now()
    const to = spot.target()
    const { kind, vars } = calledTo(to, { state, plan })
    return set({ spotlight: to, gather: true }, t(`room.gather.${kind}`, vars))
  }
  const gather = h('button', { type: 'button', onclick: call }, icon('gather'), t('room.gather'))
  const help = helpButton(state, room, token, say, failed)
  const screen = h('div', { class: 'select' }, h('label', { class: 'vh', for: 'spot' }, t('room.spot')), spot.element)
  const element = h(
    'div',
    { class: 'modbar', role: 'region', 'aria-label': t('room.moderation') },
    h(
      'div',
      { class: 'wrap' },
      phases,
      [time.element, course.element],
      h('div', { class: 'row', role: 'group', 'aria-label': t('room.room') }, lock, gather, help.element, screen)
    )
  )

  function draw() {
    if (!state.moderates) return
    const locked = Boolean(state.room?.locked)
    drawPhases(phases, state.room?.phase ?? '', (phase) => set({ phase }))
    time.draw()
    course.draw()
    assign(lock, { 'aria-pressed': String(locked) })
    setText(/** @type {Element} */ (lock.lastElementChild), t(locked ? 'room.lock.on' : 'room.lock'))
    spot.draw()
    help.draw()
  }

  state.on(['room', 'polls'], draw)
  draw()
  return {
    element,
    spotlight: (/** @type {string | null} */ id) => set({ spotlight: id }, t('room.spot.done')),
    /** Whether this page has just called everyone. */
    calling: () => Date.now() - called < CALL_MS
  }
}

/**
 * Tells the organisers of the event that they are wanted here.
 *
 * @param {import('../state.js').State} state
 * @param {string} room
 * @param {() => string} token
 * @param {(text: string) => void} say
 * @param {(sentence: string) => void} failed
 */
function helpButton(state, room, token, say, failed) {
  let needed = false
  const word = h('span', null)
  const element = h('button', { type: 'button', hidden: true, onclick: () => call() }, icon('warn'), word)
  async function call() {
    try {
      const answer = await api.post(`/rooms/${room}/help`, { needed: !needed }, { token: token() })
      needed = answer.needed
      draw()
      if (needed) say(t('room.help.told'))
    } catch (/** @type {any} */ problem) {
      failed(problem.sentence ?? t('error.unknown'))
    }
  }
  function draw() {
    element.hidden = !state.room?.event
    assign(element, { 'aria-pressed': String(needed) })
    setText(word, t(needed ? 'room.help.on' : 'room.help'))
  }
  return { element, draw }
}

/**
 * The timer: started, or running with more time to give.
 *
 * @param {import('../state.js').State} state
 * @param {(change: object) => Promise<void>} set
 * @param {(sentence: string) => void} failed
 */
function timeRow(state, set, failed) {
  const timer = timerView()
  const left = () => (state.room?.timer ? Math.max(0, secondsLeft(state.room.timer)) : 0)
  const paused = () => isPaused(state.room?.timer)
  /** @param {number} minutes */
  const more = (minutes) =>
    h(
      'button',
      { type: 'button', onclick: () => set({ timer: { seconds: Math.round(left()) + minutes * 60, paused: paused() } }) },
      t('room.timer.more', { n: minutes }),
      h('span', { class: 'vh' }, ` ${t('room.timer.extend')}`)
    )
  const stop = h(
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
  const askTime = async () => {
    const module = await part(() => import('./timer-dialog.js'), failed)
    module?.timerDialog((seconds) => set({ timer: { seconds } }))
  }
  const start = h('button', { type: 'button', onclick: askTime }, icon('play'), t('room.timer.start'))
  const hold = h('button', { type: 'button', class: 'icon', onclick: () => set({ timer: { paused: !paused() } }) }, icon('pause'))
  const running = [more(1), more(5), hold, stop]
  return {
    element: h('div', { class: 'row', role: 'group', 'aria-label': t('room.timer') }, timer.element, start, running),
    draw() {
      const on = Boolean(state.room?.timer)
      timer.update(state.room?.timer)
      start.hidden = on
      for (const button of running) button.hidden = !on
      const word = t(paused() ? 'room.timer.resume' : 'room.timer.pause')
      assign(hold, { title: word, 'aria-label': word })
      fill(hold, icon(paused() ? 'play' : 'pause'))
      // Nothing is left to pause.
      hold.hidden ||= left() === 0
    }
  }
}

/**
 * The course of the session, where its programme has one.
 *
 * @param {import('../state.js').State} state
 * @param {(change: object) => Promise<void>} set
 * @param {(sentence: string) => void} failed
 */
function courseRow(state, set, failed) {
  const element = h('div', { class: 'row course', hidden: true })
  /** @type {Promise<{draw(): void} | null> | null} null in the end where the server knows no such course */
  let coming = null
  let tell = failed
  async function load() {
    const module = await part(() => import('./course.js'), tell)
    if (!module) throw new Error('the course can not be loaded now')
    return module.course(element, state, set)
  }
  /** Without a connection, or an answer. */
  function again() {
    tell = () => {}
    setTimeout(() => {
      coming = null
      draw()
    }, AGAIN_MS)
    return null
  }
  function draw() {
    if (!state.room?.course) return
    coming ??= load().catch(again)
    void coming.then((view) => {
      element.hidden = !view
      view?.draw()
    })
  }
  return { element, draw }
}
