import { api } from '../../api.js'
import { fill, h, icon } from '../../dom.js'
import { loadTexts, t } from '../../i18n.js'
import { openDialog } from '../dialog.js'
import { named } from './version.js'
import { versionList } from './version-list.js'
import { versionView } from './version-view.js'

/** @import {Version} from './version.js' */
/** @typedef {{room: string, token: () => string, say: (text: string) => void}} Means */

/**
 * Kept states of the plan: keep one, see what is different since, take a step or all of it back.
 *
 * @param {Means & {reason?: string}} what `reason` opens the oldest version kept for it
 */
export async function versionsDialog({ reason, ...means }) {
  await loadTexts('records')
  const versions = new Versions(means)
  await versions.attempt(() => (reason ? versions.open(reason) : versions.overview()))
}

class Versions {
  #body = h('div', { class: 'stack' })
  #footer = h('div', { class: 'row dialog-acts' })
  #dialog = openDialog(t('records.versions'), [this.#body], [this.#footer])

  /** @param {Means} means */
  constructor({ room, token, say }) {
    this.path = `/rooms/${room}/versions`
    this.token = token
    this.say = say
  }

  async overview() {
    const versions = await this.#all()
    const keep = async (/** @type {string} */ name) => {
      await api.post(this.path, { name }, { token: this.token() })
      await this.overview()
    }
    const list = versionList(versions, {
      keep: (name) => this.attempt(() => keep(name)),
      look: (version) => this.attempt(() => this.#look(version, versions))
    })
    this.#turn(list, [])
  }

  /** Only to look at one version, with the others to compare with. @param {string} reason */
  async open(reason) {
    const versions = await this.#all()
    const wanted = versions.filter((version) => version.reason === reason).at(-1)
    await (wanted ? this.#look(wanted, versions) : this.overview())
  }

  /** Does it, or says on the page why not. @param {() => Promise<void>} act */
  async attempt(act) {
    try {
      await act()
    } catch (/** @type {any} */ problem) {
      this.#body.querySelector(':scope > .error')?.remove()
      this.#body.prepend(h('p', { class: 'error', role: 'alert' }, icon('warn'), problem.sentence ?? t('error.unknown')))
    }
  }

  /** @returns {Promise<Version[]>} */
  #all() {
    return api.get(this.path, { token: this.token() })
  }

  /** @param {Version} version @param {Version[]} all */
  async #look(version, all) {
    const { path, token, say } = this
    const heading = h('h3', { tabindex: '-1' }, named(version))
    const view = await versionView({ version, all, path, token, attempt: (act) => this.attempt(act), say })
    this.#turn(
      [heading, view],
      [
        button(t('records.versions.back'), () => this.attempt(() => this.overview())),
        button(t('records.versions.restoreAll'), () => this.#confirm(version, all), 'primary')
      ]
    )
    heading.focus()
  }

  /** @param {Version} version @param {Version[]} all */
  #confirm(version, all) {
    const stay = button(t('cancel'), () => this.attempt(() => this.#look(version, all)))
    const go = button(t('records.versions.restore'), () => this.attempt(() => this.#restore(version)), 'primary')
    this.#turn([h('h3', null, named(version)), h('p', { class: 'notice' }, t('records.versions.sure'))], [stay, go])
    stay.focus()
  }

  /** @param {Version} version */
  async #restore(version) {
    await api.post(`${this.path}/${version.id}/restore`, {}, { token: this.token() })
    this.#dialog.close()
    this.say(t('records.versions.restored', { name: named(version) }))
  }

  /** @param {(HTMLElement | false)[]} content @param {HTMLElement[]} acts */
  #turn(content, acts) {
    fill(this.#body, content)
    fill(this.#footer, acts)
  }
}

/** @param {string} text @param {() => unknown} act @param {'primary'} [look] */
function button(text, act, look) {
  return h('button', { type: 'button', class: look, onclick: act }, text)
}
