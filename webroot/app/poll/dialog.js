/** Preparing a poll in three clicks: select steps, choose how to decide, open. Everything else has a sensible value already. */
import { Problem } from '../api.js'
import { fill, freshId, h, icon } from '../dom.js'
import { has, t } from '../i18n.js'
import { errorsInSight } from '../room/dialog.js'
import { methodChoice, optionPicker, preview, settingsPart, suggestion } from './dialog-parts.js'
import { electorateView, votersOf } from './electorate.js'
import { field } from './fields.js'
import { ALL, NEED_TWO, QUESTION_ALONE } from './presets.js'

/** @import {Method, Poll, Settings} from './types.js' */
/**
 * @typedef {{id: string, n: number, title: string}} StepChoice `n` is the step's number in the plan
 * @typedef {{question: string, method: Method, options: {label?: string, step?: string}[], settings: Settings}} Draft
 *
 * @typedef {object} Preparation
 * @property {StepChoice[]} steps the selected steps
 * @property {Poll} [draft] a draft to go on with
 * @property {import('./electorate.js').Member[]} members of the room now
 * @property {'open' | 'personal'} [admission] with an open code one person can join twice; the dialog says so
 * @property {Method[]} [offered] the methods the server counts
 * @property {(draft: Draft) => Promise<unknown>} keep makes the draft, or changes the one that this dialog has made
 * @property {() => Promise<unknown>} open opens what was kept
 */

/**
 * @param {Preparation} preparation
 * @returns {HTMLDialogElement} to be put into the page and shown with `showModal()`; it removes itself when it closes
 */
export function prepareDialog(preparation) {
  const { steps, draft: given, members, admission = 'open', offered = ALL } = preparation
  /** @type {Method} */
  let method = given?.method ?? (steps.length > 1 && offered.includes('dots') ? 'dots' : 'consent')
  const question = h('input', {
    autofocus: matchMedia('(pointer: fine)').matches,
    required: true,
    maxlength: 300,
    dir: 'auto',
    value: given?.question ?? suggestion(method, steps)
  })
  let suggested = given ? null : question.value
  const lines = (given?.options ?? []).filter(({ step, label }) => !step && label !== given?.question)
  const options = optionPicker(steps, lines.map(({ label }) => label), () => changed(false))
  // who has joined but not opened the page yet counts too where otherwise nobody could vote
  const group = admission === 'open' && votersOf(members, {}).there > 0
  const settings = settingsPart(given?.settings ?? null, group, tellVoters)
  const voters = electorateView(() => settings.openly())
  const read = () => ({ question: question.value.trim(), method, options: options.read(), settings: settings.read() })
  const ballot = preview(read, steps)

  /** The method or what can be chosen has changed. @param {boolean} anew whether the method is another */
  function changed(anew) {
    if (question.value === suggested) question.value = suggested = suggestion(method, steps)
    settings.show(method, options.read().length, anew)
    tellVoters()
    ballot.show()
  }

  function tellVoters() {
    voters.show(members, settings.read())
  }

  const choices = methodChoice(offered, method, (chosen) => {
    method = chosen
    changed(true)
  })
  changed(false)
  const parts = [field(t('poll.dialog.question'), question), choices, options.element, settings.own, settings.common, voters.element, ballot.element]
  return frame(preparation, parts, (error) => {
    const draft = read()
    const why = problem(draft)
    fill(error, why ? [icon('warn'), why] : [])
    if (why && draft.question === '') question.focus()
    return why ? null : draft
  })
}

/**
 * The dialog around the parts: it closes once the poll is kept, and opened where that was asked for.
 *
 * @param {Preparation} preparation
 * @param {HTMLElement[]} parts
 * @param {(error: HTMLElement) => Draft | null} complete the draft; null if it is not complete, which is then said
 * @returns {HTMLDialogElement}
 */
function frame({ admission = 'open', keep, open }, parts, complete) {
  const id = freshId('dialog')
  const error = h('p', { class: 'error', role: 'alert' })
  let busy = false

  /** @param {boolean} now whether to open it */
  async function submit(now) {
    const draft = busy ? null : complete(error)
    if (!draft) return
    busy = true
    try {
      await keep(draft)
      if (now) await open()
      dialog.close()
    } catch (refused) {
      fill(error, icon('warn'), refused instanceof Problem ? sentenceOf(refused) : t('error.unknown'))
    } finally {
      busy = false
    }
  }

  const form = h(
    'form',
    {
      method: 'dialog',
      novalidate: true,
      onsubmit: (/** @type {SubmitEvent} */ event) => {
        event.preventDefault()
        return submit(true)
      }
    },
    h(
      'header',
      null,
      h('h2', { id }, t('poll.dialog.title')),
      h('button', { type: 'button', class: 'icon', 'aria-label': t('close'), onclick: () => dialog.close() }, icon('x'))
    ),
    h('div', { class: 'body', tabindex: '0', role: 'group', 'aria-label': t('poll.dialog.body') }, parts, warning(admission)),
    h(
      'footer',
      null,
      error,
      h('button', { type: 'button', class: 'end', onclick: () => submit(false) }, t('poll.dialog.draft')),
      h('button', { class: 'primary' }, t('poll.dialog.open'))
    )
  )
  const dialog = h('dialog', { 'aria-labelledby': id }, form)
  dialog.addEventListener('close', () => dialog.remove())
  errorsInSight(dialog)
  return dialog
}

/** With an open code one person can join twice. @param {'open' | 'personal'} admission @returns {HTMLElement | null} */
function warning(admission) {
  return admission === 'open' ? h('p', { class: 'hint' }, t('poll.dialog.openCode')) : null
}

/** @param {Draft} draft @returns {string | null} */
function problem({ question, method, options }) {
  if (question === '') return t('poll.problem.question')
  if (NEED_TWO.has(method) && options.length < 2) return t('poll.problem.twoOptions')
  if (!QUESTION_ALONE.has(method) && options.length < 1) return t('poll.problem.oneOption')
  return null
}

/**
 * What the server did not take, in the words of the fields.
 *
 * @param {Problem} problem
 * @returns {string}
 */
function sentenceOf(problem) {
  const names = problem.errors.map(({ pointer }) => `poll.set.${pointer.split('/').at(-1)}`).filter(has)
  if (names.length > 0) return t('poll.problem.check', { what: names.map((name) => t(name)).join(', ') })
  return problem.code === 'noVoters' ? `${problem.sentence} ${t('poll.dialog.kept')}` : problem.sentence
}
