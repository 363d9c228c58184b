// What an import has done, and the press that takes it back.
import { fill, h, icon } from '../../dom.js'
import { t } from '../../i18n.js'

/** @typedef {{import: string, new: number, updated: number}} Done */

/**
 * @param {Done} done
 * @param {object} acts
 * @param {() => Promise<{left: unknown[]}>} acts.undo
 * @param {() => void} acts.finish
 * @returns {{content: HTMLElement[], undo: HTMLElement, finish: HTMLElement}}
 */
export function doneView(done, { undo, finish }) {
  const status = h('p', { role: 'status' }, told(done))
  const back = h('button', { type: 'button', class: 'end', onclick: takeBack }, icon('undo'), t('import.undo'))
  async function takeBack() {
    try {
      const { left } = await undo()
      fill(status, t('import.undone'), left.length > 0 && ` ${t('import.left', { n: left.length })}`)
      back.remove()
    } catch (/** @type {any} */ problem) {
      fill(status, problem.sentence ?? t('error.unknown'))
    }
  }
  return {
    content: [h('h3', null, t('import.done')), status, h('p', { class: 'hint' }, t('import.done.undo'))],
    undo: back,
    finish: h('button', { type: 'button', class: 'primary', onclick: finish }, t('import.finish'))
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
