/** The server's Markdown as paragraphs and lists, for reading. What is no block is given as its text: no markup of anybody's becomes an element. */
import { h } from '../dom.js'
import { plain } from './plain.js'

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/

/** @param {string} markdown @returns {HTMLElement[]} */
export function prose(markdown) {
  /** @type {HTMLElement[]} */
  const blocks = []
  for (const block of markdown.split(/\n\s*\n/)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '')
    if (lines.length === 0) continue
    if (lines.every((line) => ITEM.test(line))) blocks.push(h('ul', null, lines.map((line) => h('li', null, plain(ITEM.exec(line)?.[1] ?? '')))))
    else blocks.push(h('p', null, lines.map((line) => plain(line.trim())).join(' ')))
  }
  return blocks
}
