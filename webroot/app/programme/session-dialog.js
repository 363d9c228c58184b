/** One session: made, changed, taken out of the programme. */
import { fill, h, icon, listen } from '../dom.js'
import { say, t } from '../i18n.js'
import { field, select } from '../poll/fields.js'
import { openDialog } from '../room/dialog.js'
import { saving } from './saving.js'
import { sessionActs } from './session-acts.js'
import { BOUNDS, instantOf, typed } from './times.js'

/** @import {Means, Offer, Programme, Session} from './types.js' */

/**
 * @param {Session | null} session null for a new one
 * @param {Programme} programme
 * @param {{templates: Offer[], presets: Offer[]}} offers
 * @param {Means} means
 */
export function sessionDialog(session, programme, offers, means) {
  const fields = inputs(session, programme, offers)
  const dialog = openDialog(
    t(session ? 'programme.session' : 'programme.add'),
    [fields.element],
    [h('button', { type: 'button', class: 'end', onclick: () => dialog.close() }, t('cancel')), h('button', { class: 'primary' }, t('programme.save'))]
  )
  if (session) fields.element.append(sessionActs(session, programme, means, () => dialog.close()))
  const put = saving(session, programme, means, dialog)
  listen(dialog.form, 'submit', (event) => {
    event.preventDefault()
    const given = fields.read()
    if (given.end && (!given.start || given.end <= given.start)) {
      fill(dialog.error, icon('warn'), t('programme.endFirst'))
      return fields.end.focus()
    }
    return put(given)
  })
}

/**
 * @param {Session | null} session
 * @param {Programme} programme
 * @param {{templates: Offer[], presets: Offer[]}} offers
 * @returns {{element: HTMLElement, end: HTMLElement, read(): Session}}
 */
function inputs(session, programme, offers) {
  const title = h('input', { required: true, maxlength: 300, value: session?.title ?? '', autofocus: true })
  const place = h('input', { maxlength: 300, value: session?.place ?? '' })
  const day = programme.event.date ?? ''
  const start = h('input', { type: 'datetime-local', ...BOUNDS, value: session ? typed(session.start) : day && `${day}T09:00` })
  const end = h('input', { type: 'datetime-local', ...BOUNDS, value: session ? typed(session.end) : '' })
  const seats = h('input', { type: 'number', inputmode: 'numeric', min: 1, max: 5000, value: session?.seats ?? '' })
  const moderators = h('textarea', { rows: 2 }, (session?.moderators ?? []).join('\n'))
  const template = offered(offers.templates, session?.template, t('organise.emptyPlan'))
  const preset = offered(offers.presets, session?.preset, t('programme.noPreset'))
  const element = h(
    'div',
    { class: 'stack' },
    field(t('programme.name'), title),
    h('div', { class: 'fields' }, field(t('programme.start'), start), field(t('programme.end'), end)),
    h('div', { class: 'fields' }, field(t('programme.place'), place), field(t('programme.seats'), seats)),
    field(t('programme.moderators'), moderators, t('programme.moderatorsHint')),
    h('div', { class: 'fields' }, field(t('organise.template'), template), field(t('programme.preset'), preset))
  )
  return {
    element,
    end,
    read: () => ({
      title: title.value.trim(),
      place: place.value.trim() || null,
      start: instantOf(start.value),
      end: instantOf(end.value),
      seats: seats.value === '' ? null : Number(seats.value),
      moderators: moderators.value.split('\n').map((name) => name.trim()).filter(Boolean),
      template: template.value || null,
      preset: preset.value || null
    })
  }
}

/** @param {Offer[]} offers @param {string | null | undefined} chosen @param {string} none */
function offered(offers, chosen, none) {
  return select([['', none], ...offers.map(({ id, title }) => /** @type {[string, string]} */ ([id, say(title)]))], chosen ?? '')
}
