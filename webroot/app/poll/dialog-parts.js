/** The parts of the dialog that prepares a poll: how to decide, what to choose from, what else is set, how the ballot will look. */
import { fill, freshId, h, setText } from '../dom.js'
import { has, t } from '../i18n.js'
import { field } from './fields.js'
import { methods } from './methods/index.js'
import { ALL, QUESTION_ALONE, commonSettings, settingsOf, switches } from './presets.js'

/** @import {Draft, StepChoice} from './dialog.js' */
/** @import {Setting} from './presets.js' */
/** @import {Method, Poll, Settings} from './types.js' */

/**
 * @param {Method[]} offered
 * @param {Method} first
 * @param {(method: Method) => void} chosen
 * @returns {HTMLElement}
 */
export function methodChoice(offered, first, chosen) {
  const name = freshId('method')
  /** @param {Method} one */
  const choice = (one) =>
    h(
      'label',
      { class: 'choice' },
      h('input', { type: 'radio', name, value: one, checked: one === first, onchange: () => chosen(one) }),
      h('span', null, t(`method.${one}`)),
      h('small', null, t(`poll.about.${one}`))
    )
  return h(
    'fieldset',
    null,
    h('legend', { class: 'label' }, t('poll.dialog.method')),
    h('div', { class: 'choices' }, ALL.filter((one) => offered.includes(one)).map(choice))
  )
}

/**
 * Steps to tick, and a line for each further option.
 *
 * @param {StepChoice[]} steps
 * @param {string[]} lines options that are no steps
 * @param {() => void} changed
 * @returns {{element: HTMLElement, read(): Draft['options']}}
 */
export function optionPicker(steps, lines, changed) {
  const extra = h('textarea', { rows: 2, dir: 'auto', value: lines.join('\n'), oninput: changed })
  const picks = steps.map(({ id, n, title }) => ({ id, n, title, input: h('input', { type: 'checkbox', checked: true, onchange: changed }) }))
  const picked = () => picks.filter(({ input }) => input.checked)
  const count = h('legend', { class: 'label' })
  const tell = () => setText(count, t('poll.dialog.options', { n: picked().length }))
  const list = h(
    'fieldset',
    { onchange: tell },
    count,
    h('p', { class: 'hint' }, t('poll.dialog.frozen')),
    picks.map(({ n, title, input }) => h('label', { class: 'check' }, input, h('span', { dir: 'auto' }, `${n}. ${title}`)))
  )
  tell()
  return {
    element: h(
      'div',
      { class: 'stack' },
      picks.length > 0 && list,
      field(t('poll.dialog.extra'), extra, t('poll.dialog.extraHint'))
    ),
    read() {
      const typed = extra.value.split('\n').map((line) => line.trim())
      return [...picked().map(({ id }) => ({ step: id })), ...typed.filter(Boolean).map((label) => ({ label }))]
    }
  }
}

/**
 * What the method and every poll can be set to. Suggestions follow the number of options until someone has set something by hand.
 *
 * @param {Settings | null} given what is set already
 * @param {boolean} group whether the room is a working group
 * @param {() => void} changed
 * @returns {{own: HTMLElement, common: HTMLElement, show(method: Method, options: number, anew: boolean): void, openly(): void, read(): Settings}}
 *     `openly`: with names
 */
export function settingsPart(given, group, changed) {
  let touched = given !== null
  let start = given ?? {}
  const touch = () => {
    touched = true
    changed()
  }
  const own = h('div', { class: 'fields', onchange: touch })
  const common = h('div', { class: 'stack', onchange: touch })
  /** @type {Setting[]} */
  let settings = []
  return {
    own,
    common,
    show(method, options, anew) {
      if (touched && !anew && settings.length > 0) return
      if (anew) [touched, start] = [false, {}]
      const special = [...settingsOf(method, options, start), ...commonSettings(start)]
      const ticks = switches(method, start, group)
      settings = [...special, ...ticks]
      fill(own, ...special.map(({ element }) => element))
      fill(common, ...ticks.map(({ element }) => element))
    },
    openly() {
      for (const one of settings) one.clear?.()
      touch()
    },
    read: () => Object.assign({}, ...settings.map((one) => one.read()))
  }
}

/**
 * The ballot as the voters would see it.
 *
 * @param {() => Draft} draft
 * @param {StepChoice[]} steps
 * @returns {{element: HTMLElement, show(): void}}
 */
export function preview(draft, steps) {
  const card = h('div', { class: 'card poll', inert: true })
  const element = h('details', { ontoggle: show }, h('summary', { class: 'label' }, t('poll.preview')), card)
  function show() {
    if (!element.open) return
    const poll = asPoll(draft(), steps)
    const { rule, fields } = methods[poll.method]
    fill(card, h('h3', null, poll.question), h('p', { class: 'hint' }, rule(poll)), fields(poll, null).element)
  }
  return { element, show }
}

/**
 * @param {Method} method
 * @param {StepChoice[]} steps
 * @returns {string}
 */
export function suggestion(method, steps) {
  const [only] = steps
  if (steps.length === 1 && only && QUESTION_ALONE.has(method)) return t('poll.suggest.one', { title: only.title }).slice(0, 300)
  return steps.length > 0 && has(`poll.suggest.${method}`) ? t(`poll.suggest.${method}`) : ''
}

/** @param {Draft} draft @param {StepChoice[]} steps @returns {Poll} */
function asPoll(draft, steps) {
  const options = draft.options.map((option, at) => ({
    id: `preview-${at}`,
    label: option.label ?? steps.find(({ id }) => id === option.step)?.title ?? ''
  }))
  const question = draft.question || t('poll.dialog.question')
  return {
    ...draft,
    id: 'preview',
    state: 'open',
    eligible: 0,
    cast: 0,
    question,
    options: options.length > 0 ? options : [{ id: 'preview', label: question }]
  }
}
