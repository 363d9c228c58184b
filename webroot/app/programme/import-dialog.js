/** A programme from a file: choose it, look at what it would change, take it over. */
import { api, Problem } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { say, t } from '../i18n.js'
import { openDialog } from '../room/dialog.js'
import { dayOf, dayWords, span } from './times.js'

/** @import {Brought, Import, Means} from './types.js' */

const ACCEPT = '.xml,.json,.ics,.csv,.tsv,.xlsx,.ods'
/** Doubts that are listed; more are counted. */
const LISTED = 20

/** @param {Means} means */
export function importDialog(means) {
  const body = h('div', { class: 'stack import' })
  const footer = h('div', { class: 'row dialog-acts' })
  const dialog = openDialog(t('programme.import'), [body], [footer])
  dialog.form.addEventListener('submit', (event) => event.preventDefault())

  /** @param {File} file @param {boolean} dryRun @returns {Promise<Import>} */
  function send(file, dryRun) {
    const form = new FormData()
    form.set('file', file, file.name)
    return api.upload(`${means.path}/programme/import?dryRun=${dryRun}`, form, { token: means.token })
  }

  function start(problem = '') {
    const input = h('input', { type: 'file', accept: ACCEPT, class: 'vh', 'aria-label': t('programme.choose') })
    input.addEventListener('change', () => input.files?.[0] && look(input.files[0]))
    fill(
      body,
      h('p', { class: 'hint' }, t('programme.importHint')),
      problem !== '' && h('p', { class: 'error', role: 'alert' }, icon('warn'), problem),
      h('div', { class: 'drop' }, h('button', { type: 'button', class: 'primary', onclick: () => input.click() }, t('programme.choose')), input)
    )
    fill(footer)
  }

  /** @param {File} file */
  async function look(file) {
    try {
      const found = await send(file, true)
      const n = found.sessions.filter(({ change }) => change !== 'same').length
      fill(body, ...preview(found))
      const go = h('button', { type: 'button', class: 'primary end', disabled: n === 0, onclick: () => bring(file, n) }, n === 0 ? t('programme.nothingNew') : t('programme.bring', { n }))
      fill(footer, h('button', { type: 'button', onclick: () => start() }, t('programme.otherFile')), go)
      go.focus()
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason
      start(reason.sentence)
    }
  }

  /** @param {File} file @param {number} n */
  async function bring(file, n) {
    if (!(await means.attempt(() => send(file, false)))) return
    dialog.close()
    await means.load()
    means.tell(t('programme.brought', { n }))
  }

  start()
}

/** @param {Import} found */
function preview({ sessions, missing, warnings }) {
  return [
    h('p', { role: 'status' }, t('programme.found', { n: sessions.length })),
    warnings.length > 0 &&
      h(
        'div',
        { class: 'notice' },
        h(
          'div',
          null,
          h('b', null, t('programme.doubts', { n: warnings.length })),
          h('ul', null, warnings.slice(0, LISTED).map((doubt) => h('li', null, doubtWords(doubt))))
        )
      ),
    h('ul', { class: 'sessions brought', role: 'list' }, sessions.map(broughtRow)),
    missing.length > 0 && h('p', { class: 'hint' }, t('programme.missing', { n: missing.length, titles: missing.map(({ title }) => title).join(', ') }))
  ]
}

/** @param {Import['warnings'][number]} doubt */
function doubtWords({ row, session, text, sentence }) {
  return [row > 0 ? t('programme.row', { n: row }) : '', session, [text && t('programme.quoted', { text }), say(sentence)].filter(Boolean).join(' ')].filter(Boolean).join(': ')
}

/** @param {Brought} session */
function broughtRow(session) {
  const parts = (/** @type {string[]} */ names) => names.map((name) => t(`programme.part.${name}`)).join(', ')
  const facts = [dayWords(dayOf(session.start)), session.place ?? '', session.changed.length > 0 ? t('programme.changes', { parts: parts(session.changed) }) : '', session.kept.length > 0 ? t('programme.keeps', { parts: parts(session.kept) }) : '']
  return h(
    'li',
    null,
    h('p', { class: 'num time' }, span(session)),
    h('div', null, h('h3', null, session.title), h('p', { class: 'hint' }, facts.filter(Boolean).join(' · '))),
    h('span', { class: session.change === 'same' ? 'chip' : 'chip act' }, t(`programme.change.${session.change}`))
  )
}
