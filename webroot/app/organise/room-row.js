/** A room in the list: its name leads into it, its codes can be copied, its sheet printed. */
import { fill, h, icon, setText } from '../dom.js'
import { spaced } from '../codes.js'
import { t } from '../i18n.js'
import { roomDialog, sheetDialog } from './dialogs.js'

/** @import {Event, Means, Room} from './workshop.js' */

/** @type {('participant' | 'moderator' | 'viewer')[]} */
const ROLES = ['participant', 'moderator', 'viewer']

/** @type {Record<string, string>} the running phases stand out, the others are quiet */
const TONES = { vote: 'live', elaborate: 'act', results: 'act' }

/**
 * @param {Room} first
 * @param {Means} means
 * @param {() => Event | null} event
 * @returns {{element: HTMLElement, update(room: Room): void}}
 */
export function roomRow(first, means, event) {
  let room = first
  const link = h('a', { href: `/room.html?room=${first.id}` })
  const chip = h('span', { class: 'chip' })
  const here = h('span', { class: 'num' })
  const codes = h('dl', { class: 'codes' })
  const more = h('button', { type: 'button', class: 'icon', onclick: () => roomDialog(room, means) }, icon('more'))
  let shown = ''
  const element = h(
    'li',
    null,
    h('div', null, h('h3', null, link), h('p', { class: 'hint line' }, chip, here)),
    codes,
    h(
      'div',
      { class: 'row' },
      h('button', { type: 'button', onclick: () => sheetDialog(room, event()) }, icon('print'), t('organise.sheet')),
      more
    )
  )

  /** @param {Room} now */
  function update(now) {
    room = now
    setText(link, now.title)
    setText(chip, t(`phase.${now.phase}`))
    chip.className = `chip ${TONES[now.phase] ?? ''}`.trim()
    const facts = [now.connected ? t('organise.connected', { n: now.connected }) : '', now.admission === 'personal' ? t('organise.admission.personal') : '']
    setText(here, facts.filter(Boolean).join(' · '))
    more.setAttribute('aria-label', t('organise.moreAbout', { title: now.title }))
    const key = JSON.stringify(now.codes)
    if (key === shown) return
    shown = key
    fill(
      codes,
      ROLES.map((role) => codeEntry(role, now.codes[role], means))
    )
  }

  update(first)
  return { element, update }
}

/**
 * @param {string} role
 * @param {string} code
 * @param {Means} means
 * @returns {HTMLElement}
 */
function codeEntry(role, code, { tell }) {
  const name = t(`role.${role}`)
  const copy = h(
    'button',
    {
      type: 'button',
      class: 'icon',
      'aria-label': t('organise.copy', { role: name, code: spaced(code) }),
      onclick: async () =>
        tell(t((await copied(spaced(code))) ? 'organise.copied' : 'organise.notCopied', { code: spaced(code) }))
    },
    icon('copy')
  )
  return h('div', null, h('dt', { class: 'hint' }, name), h('dd', null, h('span', { class: 'code' }, spaced(code)), copy))
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} false where the browser does not let pages copy: without TLS it has no clipboard
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
