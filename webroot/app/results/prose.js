/** The server's Markdown as paragraphs and lists, for reading. What is no block is given as its text: no markup of anybody's becomes an element. */
import { h } from '../dom.js'

/** A backslash before a sign takes its meaning away. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/

/** @param {string} line @returns {string} */
export function plain(line) {
  const kept = /** @type {string[]} */ ([])
  const masked = line.replace(ESCAPED, (_, sign) => `\u0000${kept.push(sign) - 1}\u0000`)
  const text = masked
    .replace(/^#{1,6}\s+/, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|\*|_|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(\*\*|\*)(?=\S)(.+?)(?<=\S)\1/g, '$2')
  return text.replace(/\u0000(\d+)\u0000/g, (_, at) => kept[Number(at)] ?? '')
}

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
