import { api } from '../../api.js'
import { fill, h, icon, listen } from '../../dom.js'
import { loadTexts, moment, t } from '../../i18n.js'
import { openDialog } from '../dialog.js'
import { named, versionLabel } from './version.js'
import { versionView } from './version-view.js'

/** @import {Version} from './version.js' */

/** Longest name of a version, in UTF-16 units; the server's bound on titles. */
const NAME_MAX = 300

/**
 * Kept states of the plan: keep one, see what is different since, take a step or all of it back.
 *
 * @param {object} what
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {(text: string) => void} what.say
 * @param {string} [what.reason] opens the oldest version kept for it
 */
export async function versionsDialog({ room, token, say, reason }) {
  await loadTexts('records')
  const path = `/rooms/${room}/versions`
  const body = h('div', { class: 'stack' })
  const footer = h('div', { class: 'row dialog-acts' })
  const dialog = openDialog(t('records.versions'), [body], [footer])

  /** @param {any} problem */
  function failed(problem) {
    body.querySelector(':scope > .error')?.remove()
    body.prepend(h('p', { class: 'error', role: 'alert' }, icon('warn'), problem.sentence ?? t('error.unknown')))
  }

  async function overview() {
    /** @type {Version[]} */
    const versions = await api.get(path, { token: token() })
    const name = h('input', { maxlength: NAME_MAX, autocomplete: 'off' })
    const keep = h('button', { type: 'button' }, t('records.versions.keep'))
    listen(keep, 'click', async () => {
      const given = name.value.trim()
      if (given === '') return name.focus()
      await attempt(async () => {
        await api.post(path, { name: given }, { token: token() })
        await overview()
      })
    })
    name.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      // The dialog's form would close it.
      event.preventDefault()
      keep.click()
    })
    fill(footer)
    fill(
      body,
      h('p', { class: 'hint' }, t('records.versions.what')),
      h('div', { class: 'row keep' }, h('label', { class: 'field' }, t('records.versions.name'), name), keep),
      versions.length === 0 && h('p', { class: 'hint' }, t('records.versions.empty')),
      h('ol', { class: 'records', role: 'list' }, versions.map((version) => line(version, versions)))
    )
  }

  /** @param {Version} version @param {Version[]} all */
  function line(version, all) {
    return h(
      'li',
      { class: 'row' },
      h(
        'p',
        null,
        h('b', null, versionLabel(version)),
        ' ',
        h('small', { class: 'hint' }, [moment(version.at), version.by?.name].filter(Boolean).join(' · '))
      ),
      h(
        'button',
        { type: 'button', class: 'quiet end', onclick: () => attempt(() => show(version, all)) },
        t('records.versions.look'),
        h('span', { class: 'vh' }, ` (${versionLabel(version)}, ${moment(version.at)})`)
      )
    )
  }

  /** @param {Version} version @param {Version[]} all */
  async function show(version, all) {
    const back = h('button', { type: 'button', onclick: () => attempt(overview) }, t('records.versions.back'))
    const restore = h('button', { type: 'button', class: 'primary' }, t('records.versions.restoreAll'))
    restore.addEventListener('click', () => confirm(version, all))
    const heading = h('h3', { tabindex: '-1' }, named(version))
    const view = await versionView({ version, all, path, token, attempt, say })
    fill(body, heading, view)
    fill(footer, back, restore)
    heading.focus()
  }

  /** @param {Version} version @param {Version[]} all */
  function confirm(version, all) {
    const stay = h('button', { type: 'button', onclick: () => attempt(() => show(version, all)) }, t('cancel'))
    const go = h('button', { type: 'button', class: 'primary' }, t('records.versions.restore'))
    listen(go, 'click', () =>
      attempt(async () => {
        await api.post(`${path}/${version.id}/restore`, {}, { token: token() })
        dialog.close()
        say(t('records.versions.restored', { name: named(version) }))
      })
    )
    fill(body, h('h3', null, named(version)), h('p', { class: 'notice' }, t('records.versions.sure')))
    fill(footer, stay, go)
    stay.focus()
  }

  /** @param {() => Promise<void>} act */
  async function attempt(act) {
    try {
      await act()
    } catch (problem) {
      failed(problem)
    }
  }

  /** Only to look at one version, with the others to compare with. */
  async function open() {
    /** @type {Version[]} */
    const versions = await api.get(path, { token: token() })
    const wanted = versions.filter((version) => version.reason === reason).at(-1)
    await (wanted ? show(wanted, versions) : overview())
  }

  await attempt(reason ? open : overview)
}
