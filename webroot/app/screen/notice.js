import { fill, h, icon } from '../dom.js'

/** What is unusual, beside the title: held on purpose, or cut off. Spoken once, however often the screen is drawn. */
export function noticeView() {
  const element = h('p', { class: 'chip live', role: 'status', hidden: true })
  return {
    element,
    /** @param {string} words none if all is as usual @param {boolean} held */
    update(words, held) {
      if (element.textContent === words) return
      fill(element, words ? [icon(held ? 'pause' : 'offline'), words] : [])
      element.hidden = words === ''
    }
  }
}
