/** Makes what is on the screen fit it, page by page: nothing may hang below the edge of a wall nobody can scroll. */

import { runs } from './runs.js'

/** Where the page has the height of the screen; elsewhere it flows and scrolls. As in styles/screen.css. */
const FIXED = matchMedia('(min-width: 40rem) and (min-aspect-ratio: 5 / 4)')

/** Sizes at which all is tried to fit at once, from large to small; a second page is better than still smaller letters. */
const WHOLE = [1, 0.92, 0.85, 0.78]
/** Sizes for pages. The smallest are for a question so long that nothing else fits beside it. */
const PAGED = [0.85, 0.78, 0.71, 0.64, 0.5, 0.4]

/** What is never cut through: a page ends between two of them. Everything else stands on each page. */
const UNITS = '.options > li, .bars > li, .spreads > li, .overview > li, .legend > li, .run'
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
  /** @type {HTMLElement[]} */
  let units = []
  /** Where pages begin, and at which size they were cut for which window. */
  let cuts = [0]
  let window_ = ''
  const root = document.documentElement

  /** @param {number} size */
  const resize = (size) => root.style.setProperty('--fit', String(size))

  const fits = () => stage.scrollHeight <= stage.clientHeight + 1 && document.body.scrollHeight <= innerHeight

  /** @param {number} from @param {number} to */
  function put(from, to) {
    units.forEach((unit, at) => unit.toggleAttribute('data-off', at < from || at >= to))
    for (const holder of stage.querySelectorAll(HOLDERS)) {
      holder.toggleAttribute('data-off', holder.querySelector('.run') !== null && !holder.querySelector('.run:not([data-off])'))
    }
  }

  /** @param {number} from @returns {number} where a page that begins there ends: the last place at which it still fits */
  function end(from) {
    let [good, bad] = [from, units.length + 1]
    while (bad - good > 1) {
      const middle = Math.floor((good + bad) / 2)
      put(from, middle)
      if (fits()) good = middle
      else bad = middle
    }
    return good
  }

  /** @returns {number[]} where pages begin at this size; none if not even one unit fits */
  function cut() {
    const found = [0]
    for (let from = end(0); from < units.length; ) {
      const to = end(from)
      if (to === from) return []
      found.push(from)
      from = to
    }
    return found
  }

  function cutAnew() {
    for (const size of WHOLE) {
      resize(size)
      put(0, units.length)
      if (fits()) return [0]
    }
    for (const size of PAGED) {
      resize(size)
      const found = end(0) > 0 ? cut() : []
      if (found.length > 0) return found
    }
    // Not even one fits: each gets a page of its own.
    return units.length > 0 ? units.map((_, at) => at) : [0]
  }

  return {
    begin() {
      window_ = ''
    },
    show(page) {
      const now = [...stage.querySelectorAll(UNITS)].filter((unit) => unit instanceof HTMLElement)
      if (!FIXED.matches || !document.body.classList.contains('screen')) {
        root.style.removeProperty('--fit')
        units = now
        put(0, units.length)
        window_ = ''
        return 1
      }
      const size = `${innerWidth} ${innerHeight}`
      const same = size === window_ && now.length === units.length && now.every((unit, at) => unit === units[at])
      units = now
      window_ = size
      const at = page % cuts.length
      if (same) put(cuts[at] ?? 0, cuts[at + 1] ?? units.length)
      if (!same || !fits()) cuts = cutAnew()
      const shown = page % cuts.length
      put(cuts[shown] ?? 0, cuts[shown + 1] ?? units.length)
      return cuts.length
    }
  }
}
