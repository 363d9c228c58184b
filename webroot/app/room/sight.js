// Which parts of a long list can be seen: what others do elsewhere is drawn when it comes near, or when the page has nothing else to do.

/** Drawn beforehand within this distance of the window, so that scrolling shows nothing old. */
const NEAR = '300px'
/** What is out of sight is drawn this long after it changed, in milliseconds, for those who search the page or hear it read. */
const IDLE_MS = 1000

/** @type {WeakSet<Element>} */
const out = new WeakSet()
/** What is to be drawn once it can be seen, each under its element. @type {Map<Element, Set<() => void>>} */
const waiting = new Map()
/** @type {ReturnType<typeof setTimeout> | undefined} */
let idling

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) out.add(target)
      else if (out.delete(target)) drawPart(target)
    }
  },
  { rootMargin: NEAR }
)

/** Begins to look whether an element can be seen. @param {Element} part */
export function sighted(part) {
  observer.observe(part)
}

/** @param {Element} part that has gone */
export function unsighted(part) {
  observer.unobserve(part)
  out.delete(part)
  waiting.delete(part)
}

/**
 * Draws now what can be seen, else later.
 *
 * @param {Element} element
 * @param {() => void} draw the same function for the same thing: it is called once
 */
export function drawInSight(element, draw) {
  const part = partOf(element)
  if (!part) return draw()
  const known = waiting.get(part) ?? new Set()
  waiting.set(part, known.add(draw))
  idling ??= setTimeout(idle, IDLE_MS)
}

/** @param {Element} element @returns {Element | null} the part it lies in, if that can't be seen and has no focus */
function partOf(element) {
  const part = element.closest('.step')
  return part && out.has(part) && !part.contains(document.activeElement) ? part : null
}

/** @param {Element} part */
function drawPart(part) {
  const draws = waiting.get(part)
  waiting.delete(part)
  for (const draw of draws ?? []) draw()
}

/** A part at a time, while nobody does anything. */
function idle() {
  idling = undefined
  const ask = globalThis.requestIdleCallback ?? ((/** @type {any} */ then) => setTimeout(() => then({ timeRemaining: () => 5 })))
  ask((/** @type {IdleDeadline} */ time) => {
    for (const part of [...waiting.keys()]) {
      drawPart(part)
      if (time.timeRemaining() < 4) break
    }
    if (waiting.size > 0) idling ??= setTimeout(idle, IDLE_MS / 10)
  })
}
