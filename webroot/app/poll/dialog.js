/** Preparing a poll in three clicks: select steps, choose how to decide, open. Everything else has a sensible value already. */
import { Problem } from '../api.js'
import { fill, freshId, h, icon, setText } from '../dom.js'
import { has, t } from '../i18n.js'
import { field } from './fields.js'
import { methods } from './methods/index.js'
import { ALL, NEED_TWO, QUESTION_ALONE, commonSettings, settingsOf, switches } from './presets.js'

/** @import {Setting} from './presets.js' */
/** @import {Method, Poll, Settings} from './types.js' */
/**
 * @typedef {{id: string, n: number, title: string}} StepChoice `n` is the step's number in the plan
 * @typedef {{question: string, method: Method, options: {label?: string, step?: string}[], settings: Settings}} Draft
 *
 * @typedef {object} Preparation
 * @property {StepChoice[]} steps the selected steps
 * @property {number} eligible how many may vote
 * @property {'open' | 'personal'} [admission] with an open code one person can join twice; the dialog says so
 * @property {Method[]} [offered] the methods the server counts
 * @property {(draft: Draft, openNow: boolean) => Promise<unknown>} create
 */

/** Below this many voters a secret poll shows no result. */
const MIN_BALLOTS = 3

/**
 * @param {Preparation} preparation
 * @returns {HTMLDialogElement} to be put into the page and shown with `showModal()`; it removes itself when it closes
 */
export function prepareDialog({ steps, eligible, admission = 'open', offered = ALL, create }) {
  const titleId = freshId('dialog')
  /** @type {Method} */
  let method = steps.length > 1 && offered.includes('dots') ? 'dots' : 'consent'
  /** @type {Setting[]} */
  let settings = []
  const question = h('input', {
    autofocus: matchMedia('(pointer: fine)').matches,
    required: true,
    maxlength: 300,
    value: suggestion(method, steps)
  })
  let suggested = question.value
  const picks = steps.map((step) => ({ step, input: h('input', { type: 'checkbox', checked: true, onchange: optionsChanged }) }))
  const extra = h('textarea', { rows: 2, oninput: optionsChanged })
  let touched = false
  const touch = () => {
    touched = true
  }
  const own = h('div', { class: 'fields', onchange: touch })
  const common = h('div', { class: 'stack', onchange: touch })
  const preview = h('div', { class: 'card poll', inert: true })
  const previewBox = h('details', { ontoggle: refreshPreview }, h('summary', { class: 'label' }, t('poll.preview')), preview)
  const error = h('p', { class: 'error', role: 'alert' })
  const optionsBox = h(
    'div',
    { class: 'stack' },
    picks.length > 0 ? pickList() : null,
    field(t('poll.dialog.extra'), extra, t('poll.dialog.extraHint'))
  )
  const warning = h('p', { class: 'notice' })

  function pickList() {
    const count = h('legend', { class: 'label' })
    const list = h(
      'fieldset',
      { onchange: tell },
      count,
      h('p', { class: 'hint' }, t('poll.dialog.frozen')),
      picks.map(({ step, input }) => h('label', { class: 'check' }, input, h('span', null, `${step.n}. ${step.title}`)))
    )
    function tell() {
      setText(count, t('poll.dialog.options', { n: picks.filter(({ input }) => input.checked).length }))
    }
    tell()
    return list
  }

  const methodName = freshId('method')
  const choices = h(
    'fieldset',
    null,
    h('legend', { class: 'label' }, t('poll.dialog.method')),
    h(
      'div',
      { class: 'choices' },
      ALL.filter((one) => offered.includes(one)).map((one) =>
        h(
          'label',
          { class: 'choice' },
          h('input', {
            type: 'radio',
            name: methodName,
            value: one,
            checked: one === method,
            onchange: () => {
              method = one
              touched = false
              refresh()
            }
          }),
          h('span', null, t(`method.${one}`)),
          h('small', null, t(`poll.about.${one}`))
        )
      )
    )
  )

  /** @returns {Draft['options']} */
  function options() {
    const typed = extra.value
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((label) => ({ label }))
    return [...picks.filter(({ input }) => input.checked).map(({ step }) => ({ step: step.id })), ...typed]
  }

  /** @returns {Draft} */
  function draft() {
    return {
      question: question.value.trim(),
      method,
      options: options(),
      settings: Object.assign({}, ...settings.map((one) => one.read()))
    }
  }

  /** The method or what can be chosen has changed: its settings start anew, the rest is kept. */
  function refresh() {
    if (question.value === suggested) {
      suggested = suggestion(method, steps)
      question.value = suggested
    }
    const special = [...settingsOf(method, options().length), ...commonSettings(eligible)]
    const ticks = switches(method)
    settings = [...special, ...ticks]
    fill(
      own,
      special.map(({ element }) => element)
    )
    fill(
      common,
      ticks.map(({ element }) => element)
    )
    refreshPreview()
  }

  /** Suggestions follow the number of options until someone has set something by hand. */
  function optionsChanged() {
    if (touched) refreshPreview()
    else refresh()
  }

  function refreshPreview() {
    if (!previewBox.open) return
    const poll = asPoll(draft(), steps)
    fill(
      preview,
      h('h3', null, poll.question),
      h('p', { class: 'hint' }, methods[method].rule(poll)),
      methods[method].fields(poll, null).element
    )
  }

  /** @returns {string | null} */
  function problem() {
    const count = options().length
    if (question.value.trim() === '') return t('poll.problem.question')
    if (NEED_TWO.has(method) && count < 2) return t('poll.problem.twoOptions')
    if (!QUESTION_ALONE.has(method) && count < 1) return t('poll.problem.oneOption')
    return null
  }

  /** @param {boolean} openNow */
  async function submit(openNow) {
    const why = problem()
    fill(error, why ? [icon('warn'), why] : [])
    if (why) {
      if (question.value.trim() === '') question.focus()
      return
    }
    try {
      await create(draft(), openNow)
      dialog.close()
    } catch (refused) {
      fill(error, icon('warn'), refused instanceof Problem ? sentenceOf(refused) : t('error.unknown'))
    }
  }

  const few = eligible < MIN_BALLOTS ? t('poll.dialog.few', { n: eligible, min: MIN_BALLOTS }) : ''
  const twice = admission === 'open' ? t('poll.dialog.openCode') : ''
  fill(warning, h('span', null, [few, twice].filter(Boolean).join(' ')))
  warning.hidden = few === '' && twice === ''

  const form = h(
    'form',
    { method: 'dialog', novalidate: true },
    h(
      'header',
      null,
      h('h2', { id: titleId }, t('poll.dialog.title')),
      h('button', { type: 'button', class: 'icon', 'aria-label': t('close'), onclick: () => dialog.close() }, icon('x'))
    ),
    h(
      'div',
      { class: 'body', tabindex: '0', role: 'group', 'aria-label': t('poll.dialog.body') },
      field(t('poll.dialog.question'), question),
      choices,
      optionsBox,
      own,
      common,
      previewBox,
      warning,
      error
    ),
    h(
      'footer',
      null,
      h('p', { class: 'hint' }, t('poll.dialog.eligible', { n: eligible })),
      h('button', { type: 'button', class: 'end', onclick: () => void submit(false) }, t('poll.dialog.draft')),
      h('button', { class: 'primary' }, t('poll.dialog.open'))
    )
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit(true)
  })
  const dialog = h('dialog', { 'aria-labelledby': titleId }, form)
  dialog.addEventListener('close', () => dialog.remove())
  refresh()
  return dialog
}

/**
 * What the server did not take, in the words of the fields.
 *
 * @param {Problem} problem
 * @returns {string}
 */
function sentenceOf(problem) {
  const names = problem.errors.map(({ pointer }) => `poll.set.${pointer.split('/').at(-1)}`).filter(has)
  return names.length > 0 ? t('poll.problem.check', { what: names.map((name) => t(name)).join(', ') }) : problem.sentence
}

/**
 * @param {Method} method
 * @param {StepChoice[]} steps
 * @returns {string}
 */
function suggestion(method, steps) {
  const [only] = steps
  if (steps.length === 1 && only && QUESTION_ALONE.has(method)) return t('poll.suggest.one', { title: only.title }).slice(0, 300)
  return steps.length > 0 && has(`poll.suggest.${method}`) ? t(`poll.suggest.${method}`) : ''
}

/**
 * A draft as the voters would see it.
 *
 * @param {Draft} draft
 * @param {StepChoice[]} steps
 * @returns {Poll}
 */
function asPoll(draft, steps) {
  const options = draft.options.map((option, at) => ({
    id: `preview-${at}`,
    label: option.label ?? steps.find(({ id }) => id === option.step)?.title ?? ''
  }))
  return {
    ...draft,
    id: 'preview',
    state: 'open',
    eligible: 0,
    cast: 0,
    question: draft.question || t('poll.dialog.question'),
    options: options.length > 0 ? options : [{ id: 'preview', label: draft.question }]
  }
}
