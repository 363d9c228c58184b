// What the page says by itself, in its one live region and into nobody's typing: connection, lock, phase, time, polls, new steps, announcements.
import { has, t } from '../i18n.js'
import { isPaused, secondsUntil } from '../timer.js'

/** A break shorter than this, in milliseconds, is not worth a sentence. */
const BREAK_MS = 3000
/** What arrives this soon after the beginning, in milliseconds, is the room as it is and no news. */
const BEGINNING_MS = 2500

/**
 * @param {object} page
 * @param {import('./state.js').State} page.state
 * @param {import('./plan/document.js').PlanDocument} page.plan
 * @param {import('./plan/plan-view.js').PlanView} page.view
 * @param {import('./presence.js').Present} page.present
 * @param {import('./toast.js').Toast} page.toast
 */
export function tellNews({ state, plan, view, present, toast }) {
  let begun = false
  setTimeout(() => (begun = true), BEGINNING_MS)
  const tell = (/** @type {string} */ text) => toast.mention(text)
  const mention = (/** @type {string} */ text) => begun && tell(text)
  connection(state, tell)
  announced(state, tell)
  room(state, mention)
  time(state, tell, mention)
  polls(state, mention)
  steps(state, mention)
  plan.watch((changes) => {
    if (!changes.byOthers) return
    for (const id of changes.added) {
      const client = /** @type {any} */ (plan.step(id))?._item?.id.client
      const name = present.nameOf(client)
      if (name) mention(t('room.toast.added', { name, number: String(view.numberOf(id)) }))
    }
  })
}

/** @param {import('./state.js').State} state @param {(text: string) => void} mention */
function steps(state, mention) {
  state.onStep = ({ act, by, title, steps: n }) => {
    if (by.id === state.me.id || !has(`room.toast.${act}`)) return
    const name = by.name || t('room.organiser')
    mention(n ? t(`room.toast.${act}.many`, { name, n }) : t(`room.toast.${act}`, { name, title: title || t('room.toast.untitled') }))
  }
}

/** @param {import('./state.js').State} state @param {(text: string) => void} tell */
function connection(state, tell) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause
  let told = false
  let slow = false
  state.on(['saving'], () => {
    if (state.trouble === 'slow' && !slow) tell(t('room.trouble.slow'))
    slow ||= state.trouble === 'slow'
    const off = state.saving.state === 'offline'
    if (!off) {
      clearTimeout(pause)
      pause = undefined
      if (told) tell(t('room.toast.online'))
      told = false
    } else if (state.everConnected && !told) {
      pause ??= setTimeout(() => {
        told = true
        tell(t('room.toast.offline'))
      }, BREAK_MS)
    }
  })
}

/** What the organisers say; the band itself, which is hidden while empty, would not be heard in Firefox. @param {import('./state.js').State} state @param {(text: string) => void} tell */
function announced(state, tell) {
  let said = state.room?.announcement?.text ?? ''
  state.on(['room'], () => {
    const text = state.room?.announcement?.text ?? ''
    if (text !== '' && text !== said) tell(text)
    said = text
  })
}

/** @param {import('./state.js').State} state @param {(text: string) => void} mention */
function room(state, mention) {
  let locked = state.room?.locked
  let phase = state.room?.phase
  state.on(['room'], () => {
    const now = state.room
    if (!now) return
    if (locked !== undefined && now.locked !== locked && !state.closed)
      mention(t(now.locked ? 'room.locked' : 'room.unlocked'))
    if (phase !== undefined && now.phase !== phase) mention(t('room.phase.set', { phase: t(`phase.${now.phase}`) }))
    locked = now.locked
    phase = now.phase
  })
}

/** @param {import('./state.js').State} state @param {(text: string) => void} tell @param {(text: string) => void} mention */
function time(state, tell, mention) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let alarm
  let stood = isPaused(state.room?.timer)
  state.on(['room'], () => {
    clearTimeout(alarm)
    const timer = state.room?.timer
    const stands = isPaused(timer)
    if (stands !== stood && timer) mention(t(stands ? 'room.toast.paused' : 'room.toast.resumed'))
    stood = stands
    const left = timer?.endsAt ? secondsUntil(timer.endsAt) : 0
    if (left > 0) alarm = setTimeout(() => tell(t('timer.over')), left * 1000)
  })
}

/** @param {import('./state.js').State} state @param {(text: string) => void} mention */
function polls(state, mention) {
  /** @type {Map<string, string>} */
  const known = new Map()
  state.on(['polls'], () => {
    for (const { id, state: now, question } of state.pollList) {
      const before = known.get(id)
      known.set(id, now)
      if (before === now) continue
      if (now === 'open') mention(t('room.toast.poll', { question }))
      else if (before === 'open' && now === 'closed') mention(t('room.toast.pollClosed', { question }))
    }
  })
}
