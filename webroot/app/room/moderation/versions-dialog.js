import { api } from '../../api.js'
import { fill, h, icon, listen } from '../../dom.js'
import { has, loadTexts, moment, t } from '../../i18n.js'
import { openDialog } from '../dialog.js'

/** Longest name of a version, in UTF-16 units; the server's bound on titles. */
const NAME_MAX = 300

/**
 * @typedef {{id: string, at: string, reason: string, name: string | null, steps: number, by: {name: string} | null}} Version
 * @typedef {{title: string, goal: string, steps: {id: string, title: string, responsible?: string, due?: string}[]}} Plan
 */

/**
 * Kept states of the plan: keep one, look at one, go back to one.
 *
 * @param {object} what
 * @param {string} what.room
 * @param {() => string} what.token
 * @param {(text: string) => void} what.say
 */
export async function versionsDialog({ room, token, say }) {
  await loadTexts('records')
  const path = `/rooms/${room}/versions`
  const body = h('div', { class: 'stack' })
  const dialog = openDialog(t('records.versions'), [body])

  /** @param {any} problem */
  function failed(problem) {
    body.querySelector('.error')?.remove()
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
    fill(
      body,
      h('p', { class: 'hint' }, t('records.versions.what')),
      h('div', { class: 'row keep' }, h('label', { class: 'field' }, t('records.versions.name'), name), keep),
      versions.length === 0 && h('p', { class: 'hint' }, t('records.versions.empty')),
      h('ol', { class: 'records' }, versions.map(line))
    )
  }

  /** @param {Version} version */
  function line(version) {
    const look = () => attempt(() => show(version))
    return h(
      'li',
      { class: 'row' },
      h(
        'p',
        null,
        h('b', null, label(version)),
        ' ',
        h('small', { class: 'hint' }, [moment(version.at), version.by?.name].filter(Boolean).join(' · '))
      ),
      h(
        'button',
        { type: 'button', class: 'quiet end', onclick: look },
        t('records.versions.look'),
        h('span', { class: 'vh' }, ` (${label(version)}, ${moment(version.at)})`)
      )
    )
  }

  /** @param {Version} version */
  async function show(version) {
    /** @type {{plan: Plan}} */
    const { plan } = await api.get(`${path}/${version.id}`, { token: token() })
    const back = h('button', { type: 'button', onclick: () => attempt(overview) }, t('records.versions.back'))
    const restore = h('button', { type: 'button', class: 'primary' }, t('records.versions.restore'))
    restore.addEventListener('click', () => confirm(version))
    fill(
      body,
      h('h3', null, `${label(version)}, ${moment(version.at)}`),
      h('p', null, h('b', null, plan.title)),
      plan.goal && h('p', null, plan.goal),
      h('ol', { class: 'records' }, plan.steps.map(stepLine)),
      plan.steps.length === 0 && h('p', { class: 'hint' }, t('records.versions.nosteps')),
      h('div', { class: 'row' }, back, restore)
    )
    back.focus()
  }

  /** @param {Version} version */
  function confirm(version) {
    const stay = h('button', { type: 'button', onclick: () => attempt(() => show(version)) }, t('cancel'))
    const go = h('button', { type: 'button', class: 'primary' }, t('records.versions.restore'))
    listen(go, 'click', () =>
      attempt(async () => {
        await api.post(`${path}/${version.id}/restore`, {}, { token: token() })
        dialog.close()
        say(t('records.versions.restored', { name: `${label(version)}, ${moment(version.at)}` }))
      })
    )
    fill(
      body,
      h('h3', null, `${label(version)}, ${moment(version.at)}`),
      h('p', { class: 'notice' }, t('records.versions.sure')),
      h('div', { class: 'row' }, stay, go)
    )
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

  await attempt(overview)
}

/** @param {Plan['steps'][number]} step */
function stepLine(step) {
  return h(
    'li',
    null,
    h('p', null, step.title),
    (step.responsible || step.due) &&
      h('p', { class: 'hint' }, [step.responsible, step.due].filter(Boolean).join(' · '))
  )
}

/** @param {Version} version */
function label({ reason, name }) {
  if (reason === 'named') return name ?? ''
  const phase = name && has(`phase.${name}`) ? t(`phase.${name}`) : (name ?? '')
  return has(`records.reason.${reason}`) ? t(`records.reason.${reason}`, { name: phase }) : reason
}
