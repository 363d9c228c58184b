// What word processors, spreadsheets and mails put on the clipboard, made into what a plan can hold: structure where there is any, else readable text.
import { h } from '../../dom.js'

/** Between the cells of a row. */
const CELLS = ' | '
/** A paragraph that Word means as a list's item says so in its style: "mso-list:l0 level2 lfo1". */
const WORD_LEVEL = /mso-list:\s*l\d+\s+level(\d+)/i
const WORD_MARKER = /mso-list:\s*ignore/i
const NUMBERED = /^\s*(?:\d{1,4}|[a-z]{1,4})[.)]/i

/** @param {string} html @returns {string} */
export function cleanedHtml(html) {
  // What this editor itself copied has its own structure.
  if (html.includes('data-pm-slice')) return html
  // Word's conditional comments hide nothing: their content is the text.
  const text = html
    .replace(/<!\[if[^\]]*\]>|<!\[endif\]>/gi, '')
    // Read, never applied.
    .replace(/(<[^>]*\s)style\s*=/gi, '$1data-style=')
  const body = new DOMParser().parseFromString(text, 'text/html').body
  emphasised(body)
  return cleaned(body).innerHTML
}

/** Some programs write what is bold or slanted as a style, and put all of it into a <b> that isn't. @param {HTMLElement} root */
function emphasised(root) {
  for (const part of root.querySelectorAll('[data-style]')) {
    const style = part.getAttribute('data-style') ?? ''
    const plain = /font-weight:\s*(normal|400)/i.test(style)
    if (part.matches('b, strong') && plain) part.replaceWith(...part.childNodes)
    else if (!part.matches('span')) continue
    else if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) part.replaceChildren(h('b', null, [...part.childNodes]))
    else if (/font-style:\s*italic/i.test(style)) part.replaceChildren(h('i', null, [...part.childNodes]))
  }
}

/** @template {HTMLElement} T @param {T} root changed in place @returns {T} */
export function cleaned(root) {
  for (const table of [...root.querySelectorAll('table')].reverse()) table.replaceWith(...rows(table))
  wordLists(root)
  for (const list of root.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) adopt(list)
  for (const item of root.querySelectorAll('li[data-checked]')) {
    const mark = item.getAttribute('data-checked') === 'true' ? '☑ ' : '☐ '
    ;(item.querySelector('p') ?? item).prepend(mark)
  }
  for (const term of root.querySelectorAll('dt, dd')) term.replaceWith(h('p', null, [...term.childNodes]))
  for (const block of root.querySelectorAll('pre')) block.replaceWith(...lines(block.textContent ?? ''))
  return root
}

/** @param {HTMLTableElement} table @returns {HTMLElement[]} a paragraph each row */
function rows(table) {
  const caption = table.caption?.textContent?.trim()
  const made = [...table.rows].map((row) => {
    const cells = [...row.cells].map((cell) => inline(cell))
    return h('p', null, cells.flatMap((cell, at) => (at === 0 ? cell : [CELLS, ...cell])))
  })
  const filled = made.filter((row) => row.textContent?.replaceAll(CELLS.trim(), '').trim())
  return caption ? [h('p', null, caption), ...filled] : filled
}

const BLOCK = /^(p|div|li|ul|ol|h[1-6]|blockquote|br)$/i

/** What stands in a cell, in one line. @param {Element} cell @returns {(Node | string)[]} */
function inline(cell) {
  /** @type {(Node | string)[]} */
  const parts = []
  for (const node of [...cell.childNodes]) {
    const block = node instanceof Element && BLOCK.test(node.tagName)
    if (block && parts.length > 0) parts.push(' ')
    if (block) parts.push(...inline(node))
    else parts.push(node)
  }
  return parts
}

/** @param {string} text @returns {HTMLElement[]} */
function lines(text) {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => h('p', null, line.replace(/ {2,}/g, (gap) => '\u00a0'.repeat(gap.length - 1) + ' ')))
}

/** A list that stands in a list without an item belongs to the item before it. @param {Element} list */
function adopt(list) {
  const before = list.previousElementSibling
  if (before?.tagName === 'LI') before.append(list)
  else {
    const item = h('li', null, h('p', null))
    list.replaceWith(item)
    item.append(list)
  }
}

/** Word's items are paragraphs with a marker in them; made into lists, nested as their levels say. @param {HTMLElement} root */
function wordLists(root) {
  /** Open lists from the outermost to the innermost, of one run of items. @type {{list: HTMLElement, level: number}[]} */
  let open = []
  /** @type {Element | null} */
  let last = null
  for (const paragraph of [...root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    const level = Number(WORD_LEVEL.exec(paragraph.getAttribute('data-style') ?? '')?.[1] ?? 0)
    if (level === 0) continue
    const marker = [...paragraph.querySelectorAll('[data-style]')].find((part) =>
      WORD_MARKER.test(part.getAttribute('data-style') ?? '')
    )
    const sign = marker?.textContent ?? ''
    marker?.remove()
    if (!last || paragraph.previousElementSibling !== last) open = []
    open = open.filter((outer) => outer.level <= level)
    let inner = open.at(-1)
    if (!inner || inner.level < level) {
      const list = h(NUMBERED.test(sign) ? 'ol' : 'ul', NUMBERED.test(sign) ? begin(sign) : null)
      const above = inner?.list.lastElementChild
      if (above) above.append(list)
      else paragraph.before(list)
      inner = { list, level }
      open.push(inner)
    }
    inner.list.append(h('li', null, h('p', null, [...paragraph.childNodes])))
    last = open[0]?.list ?? null
    paragraph.remove()
  }
}

/** @param {string} sign such as "6." */
function begin(sign) {
  const start = parseInt(sign.trim(), 10)
  return start > 1 ? { start } : null
}

/**
 * Plain text as lines; cells of a spreadsheet stay apart.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function pastedLines(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.replace(/ *\t */g, CELLS))
}
