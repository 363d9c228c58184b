/** Makes what is on the screen fit it, page by page: nothing may hang below the edge of a wall nobody can scroll. */

import { runs } from './runs.js'

/** Where the page has the height of the screen; elsewhere it flows and scrolls. As in styles/screen.css. */
const FIXED = matchMedia('(min-width: 40rem) and (min-aspect-ratio: 5 / 4)')

/** Sizes at which all is tried to fit at once, from large to small; a second page is better than still smaller letters. */
const WHOLE = [1, 0.92, 0.85, 0.78]
/** Sizes for pages. The smallest are for a question so long that nothing else fits beside it. */
const PAGED = [0.85, 0.78, 0.71, 0.64, 0.5, 0.4]

/** What is never cut through: a page ends between two of them. Everything else stands on each page. */
const UNITS = '.options > li, .bars > li, .spreads > li, .overview > li, .wall-ideas > li, .wall-programme > li, .wall-board > li, .legend > li, .run'
/** What is not shown where nothing in it is on the page. */
const HOLDERS = '.prose :is(p, li, ul, ol, h4, h5, h6, blockquote, pre, div)'

/** Puts the text in an element into runs. @param {HTMLElement} element */
export function breakUp(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  /** @type {Text[]} */
  const texts = []
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode))
  for (const text of texts) {
    const spans = runs(text.data).map((run) => {
      const span = document.createElement('span')
      span.className = 'run'
      span.textContent = run
      return span
    })
    text.replaceWith(...spans)
  }
}

/**
 * @param {HTMLElement} stage
 * @returns {{show(page: number): number, begin(): void}} `show` shows a page of what is on the stage, and answers how many there are;
 *     `begin`: something else is on the stage, to be seen as large as it fits
 */
export function paging(stage) {
  const sheet = new Sheet(stage)
  /** Where pages begin, and for which window they were cut. */
  let cuts = [0]
  let cutFor = ''

  /** @param {number} page */
  function put(page) {
    const at = page % cuts.length
    sheet.put(cuts[at] ?? 0, cuts[at + 1] ?? sheet.units.length)
  }

  return {
    begin() {
      cutFor = ''
    },
    show(page) {
      const same = sheet.look()
      if (!FIXED.matches || !document.body.classList.contains('screen')) {
        sheet.whole()
        cutFor = ''
        return 1
      }
      const now = `${innerWidth} ${innerHeight}`
      const known = same && now === cutFor
      cutFor = now
      if (known) put(page)
      if (!known || !sheet.fits()) cuts = pagesOf(sheet)
      put(page)
      return cuts.length
    }
  }
}

/** What is on the stage: units of which some are shown, at some size. */
class Sheet {
  /** @type {HTMLElement[]} */ units = []
  #root = document.documentElement

  /** @param {HTMLElement} stage */
  constructor(stage) {
    this.stage = stage
  }

  /** Looks what is there. @returns {boolean} whether it is the same as before */
  look() {
    const before = this.units
    this.units = [...this.stage.querySelectorAll(UNITS)].filter((unit) => unit instanceof HTMLElement)
    return this.units.length === before.length && this.units.every((unit, at) => unit === before[at])
  }

  /** @param {number} size */
  resize(size) {
    this.#root.style.setProperty('--fit', String(size))
  }

  /** Everything, at its own size. */
  whole() {
    this.#root.style.removeProperty('--fit')
    this.put(0, this.units.length)
  }

  fits() {
    return this.stage.scrollHeight <= this.stage.clientHeight + 1 && document.body.scrollHeight <= innerHeight
  }

  /** Shows these units only. @param {number} from @param {number} to */
  put(from, to) {
    this.units.forEach((unit, at) => unit.toggleAttribute('data-off', at < from || at >= to))
    for (const holder of this.stage.querySelectorAll(HOLDERS)) {
      const empty = holder.querySelector('.run') !== null && !holder.querySelector('.run:not([data-off])')
      holder.toggleAttribute('data-off', empty)
    }
  }

  /** The last place at which a page that begins there still fits. @param {number} from @returns {number} */
  end(from) {
    let [good, bad] = [from, this.units.length + 1]
    while (bad - good > 1) {
      const middle = Math.floor((good + bad) / 2)
      this.put(from, middle)
      if (this.fits()) good = middle
      else bad = middle
    }
    return good
  }

  /** @returns {number[]} where pages begin at this size; none if not even one unit fits */
  cut() {
    const found = [0]
    for (let from = this.end(0); from < this.units.length; ) {
      const to = this.end(from)
      if (to === from) return []
      found.push(from)
      from = to
    }
    return found
  }
}

/** @param {Sheet} sheet @returns {number[]} where its pages begin, at the largest size that does */
function pagesOf(sheet) {
  for (const size of WHOLE) {
    sheet.resize(size)
    sheet.put(0, sheet.units.length)
    if (sheet.fits()) return [0]
  }
  for (const size of PAGED) {
    sheet.resize(size)
    const found = sheet.end(0) > 0 ? sheet.cut() : []
    if (found.length > 0) return found
  }
  // Not even one fits: each gets a page of its own.
  return sheet.units.length > 0 ? sheet.units.map((_, at) => at) : [0]
}
