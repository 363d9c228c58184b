/** One code for the whole event: joined once, people walk into all its rooms. */
import { api } from '../api.js'
import { joinLink, spaced } from '../codes.js'
import { h, icon } from '../dom.js'
import { t } from '../i18n.js'
import { counted } from '../organise/counted.js'
import { printPersonal, printSheets } from '../organise/sheets.js'
import { copying } from '../outwards/shown-once.js'
import { field } from '../poll/fields.js'

/** @import {EventCodes, Means, Programme} from './types.js' */

/** Codes for one person made at a time: the server's limit is far above what a hall seats. */
const MOST_CODES = 1000

/** @param {Programme} programme @param {EventCodes} codes @param {Means} means */
export function onePass({ event, joinUrl }, codes, means) {
  const paper = { id: event.id, event: event.id, title: event.title, phase: '', codes: { ...codes, moderator: '' }, joinUrl: joinUrl ?? null }
  const count = h('input', { type: 'number', inputmode: 'numeric', min: 1, max: MOST_CODES, value: '20' })
  const personal = () =>
    means.attempt(async () => {
      const made = await api.post(`${means.path}/codes`, { role: 'personal', count: counted(count) }, { token: means.token })
      printPersonal(paper, made.codes)
    })
  const copyCode = copying(codes.participant, { words: t('programme.copyCode') })
  const copyLink = copying(joinLink(codes.participant, joinUrl ?? location.origin), { words: t('programme.copyLink') })
  const code = (/** @type {'participant' | 'organiser'} */ role) =>
    h('div', null, h('dt', { class: 'hint' }, t(`programme.code.${role}`)), h('dd', { class: 'code' }, spaced(codes[role])))
  return h(
    'section',
    { class: 'card stack', 'aria-labelledby': 'one-pass' },
    h('h2', { id: 'one-pass' }, t('programme.onePass')),
    h('p', { class: 'hint' }, t('programme.onePassHint')),
    h('dl', { class: 'codes' }, code('participant')),
    h(
      'div',
      { class: 'row' },
      copyCode.button,
      copyLink.button,
      h('button', { type: 'button', onclick: () => printSheets([paper], event) }, icon('print'), t('organise.sheet')),
      copyCode.told,
      copyLink.told
    ),
    h(
      'details',
      null,
      h('summary', { class: 'label' }, t('programme.morePasses')),
      h('div', { class: 'stack' }, h('dl', { class: 'codes' }, code('organiser')), h('p', { class: 'hint' }, t('programme.organiserHint')), h('div', { class: 'row ends' }, field(t('organise.personalCount'), count), h('button', { type: 'button', onclick: personal }, icon('print'), t('programme.personal'))))
    )
  )
}
