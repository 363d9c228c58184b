// The kept states of a plan, one a line, and a name to keep the present one under.
import { h } from '../../dom.js'
import { moment, t } from '../../i18n.js'
import { versionLabel } from './version.js'

/** @import {Version} from './version.js' */

/** Longest name of a version, in UTF-16 units; the server's bound on titles. */
const NAME_MAX = 300

/**
 * @param {Version[]} versions
 * @param {object} acts
 * @param {(name: string) => unknown} acts.keep
 * @param {(version: Version) => unknown} acts.look
 */
export function versionList(versions, { keep, look }) {
  return [
    h('p', { class: 'hint' }, t('records.versions.what')),
    keeping(keep),
    versions.length === 0 && h('p', { class: 'hint' }, t('records.versions.empty')),
    h('ol', { class: 'records', role: 'list' }, versions.map((version) => line(version, look)))
  ]
}

/** @param {(name: string) => unknown} keep */
function keeping(keep) {
  const name = h('input', { maxlength: NAME_MAX, autocomplete: 'off' })
  const press = () => {
    const given = name.value.trim()
    return given === '' ? name.focus() : keep(given)
  }
  const button = h('button', { type: 'button', onclick: press }, t('records.versions.keep'))
  name.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    // The dialog's form would close it.
    event.preventDefault()
    button.click()
  })
  return h('div', { class: 'row keep' }, h('label', { class: 'field' }, t('records.versions.name'), name), button)
}

/** @param {Version} version @param {(version: Version) => unknown} look */
function line(version, look) {
  const label = versionLabel(version)
  const facts = [moment(version.at), version.by?.name].filter(Boolean).join(' · ')
  return h(
    'li',
    { class: 'row' },
    h('p', null, h('b', null, label), ' ', h('small', { class: 'hint' }, facts)),
    h(
      'button',
      { type: 'button', class: 'quiet end', onclick: () => look(version) },
      t('records.versions.look'),
      h('span', { class: 'vh' }, ` (${label}, ${moment(version.at)})`)
    )
  )
}
