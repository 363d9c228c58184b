// What an import has done, and the press that takes it back.
import { fill, h, icon } from '../../dom.js'
import { t } from '../../i18n.js'

/** @typedef {{import: string, new: number, updated: number}} Done */

/**
 * @param {Done} done
 * @param {object} acts
 * @param {() => Promise<{left: unknown[]}>} acts.undo
 * @param {() => void} acts.finish
 * @param {(text: string) => void} acts.say on the page behind
 * @returns {{content: HTMLElement[], undo: HTMLElement, finish: HTMLElement}}
 */
export function doneView(done, { undo, finish, say }) {
  const heading = h('h3', null, t('import.done'))
  const status = h('p', { role: 'status' }, told(done))
  const hint = h('p', { class: 'hint' }, t('import.done.undo'))
  const next = h('button', { type: 'button', class: 'primary', onclick: finish }, t('import.finish'))
  const back = h('button', { type: 'button', class: 'end', onclick: takeBack }, icon('undo'), t('import.undo'))
  async function takeBack() {
    try {
      const { left } = await undo()
      fill(heading, t('import.undone.title'))
      fill(status, t('import.undone'), left.length > 0 && ` ${t('import.left', { n: left.length })}`)
      hint.remove()
      back.remove()
      next.focus()
      say(t('import.undone'))
    } catch (/** @type {any} */ problem) {
      fill(status, problem.sentence ?? t('error.unknown'))
    }
  }
  return {
    content: [heading, status, hint],
    undo: back,
    finish: next
  }
}

/** In a sentence or two. @param {Done} done */
export function told(done) {
  return [
    (done.new > 0 || done.updated === 0) && t('import.done.new', { n: done.new }),
    done.updated > 0 && t('import.done.updated', { n: done.updated })
  ]
    .filter(Boolean)
    .join(' ')
}
