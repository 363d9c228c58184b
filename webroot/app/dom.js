/**
 * Elements from data. Text only ever becomes text: nothing here, and nothing on any page, writes HTML from strings.
 *
 * @typedef {Node | string | number | false | null | undefined} Child
 * @typedef {Record<string, unknown>} Props
 */

/** What people's own words stand in: it goes in the direction of its text, whatever the page's is. */
const WRITTEN = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'b', 'dd', 'td', 'th', 'textarea', 'input'])

/** Set as properties, since their attributes only give the first value. */
const LIVE = new Set(['value', 'checked', 'selected', 'indeterminate', 'readOnly', 'textContent'])

/**
 * Makes an element.
 *
 * Props: `onclick: f` (any `on…` with a function) listens, see {@link listen}; `dataset: {state: 'open'}` sets data attributes; `style: {'--v': 3}`
 * sets custom properties (the content security policy forbids style attributes); `true` sets an empty attribute; `false`, null
 * and undefined leave it out; the rest are attributes.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Props | null} [props]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag)
  if (WRITTEN.has(tag) && !props?.['type']) element.dir = 'auto'
  if (props) assign(element, props)
  element.append(...nodes(children))
  return element
}

/**
 * Changes props of an element that is already there; see {@link h}.
 *
 * @param {HTMLElement | SVGElement} element
 * @param {Props} props
 */
export function assign(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function' && name.startsWith('on')) {
      listen(element, name.slice(2), /** @type {(event: Event) => unknown} */ (value))
    } else if (name === 'style') {
      for (const [property, set] of Object.entries(/** @type {Record<string, unknown>} */ (value))) {
        element.style.setProperty(property, String(set))
      }
    } else if (name === 'dataset') {
      for (const [key, set] of Object.entries(/** @type {Record<string, unknown>} */ (value))) {
        if (set === false || set === null || set === undefined) delete element.dataset[key]
        else element.dataset[key] = set === true ? '' : String(set)
      }
    } else if (LIVE.has(name)) {
      Reflect.set(element, name, value)
    } else if (value === false || value === null || value === undefined) {
      element.removeAttribute(name)
    } else {
      element.setAttribute(name, value === true ? '' : String(value))
    }
  }
}

/** Presses: what somebody does on purpose, and may do twice by accident. */
const PRESSES = new Set(['click', 'submit'])

/**
 * Listens. What answers a press with a promise is busy until that is settled: what was pressed says so and takes no second press.
 *
 * @param {Element} element
 * @param {string} type
 * @param {(event: any) => unknown} handler
 */
export function listen(element, type, handler) {
  element.addEventListener(type, (event) => {
    const press = PRESSES.has(type)
    if (press && element.hasAttribute('aria-busy')) return event.preventDefault()
    const under = handler(event)
    if (press && under instanceof Promise) void busy([element, event instanceof SubmitEvent ? event.submitter : null], under)
  })
}

/** @param {(Element | null)[]} elements @param {Promise<unknown>} under what they wait for */
async function busy(elements, under) {
  for (const element of elements) element?.setAttribute('aria-busy', 'true')
  try {
    await under
  } finally {
    for (const element of elements) element?.removeAttribute('aria-busy')
  }
}

/**
 * Flattens children, drops what is absent, turns text into text.
 *
 * @param {(Child | Child[])[]} children
 * @returns {(Node | string)[]}
 */
function nodes(children) {
  return children
    .flat()
    .filter((child) => child !== false && child !== null && child !== undefined)
    .map((child) => (child instanceof Node ? child : String(child)))
}

/**
 * Replaces the children of an element.
 *
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children))
}

/**
 * Sets the text of an element only if it differs, so that a screen reader's place and a selection stay.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text
}

/**
 * Keeps the children of `parent` in step with `items`: what stays is changed in place and keeps focus, what is new is made,
 * what is gone is removed. Elements are told apart by `data-key`.
 *
 * @template I
 * @param {Element} parent
 * @param {readonly I[]} items
 * @param {(item: I) => string} key
 * @param {(item: I, index: number) => HTMLElement} create
 * @param {(element: HTMLElement, item: I, index: number) => void} [update] also called right after creating
 */
export function patch(parent, items, key, create, update) {
  /** @type {Map<string, HTMLElement>} */
  const old = new Map()
  for (const child of parent.children) {
    if (child instanceof HTMLElement && child.dataset['key'] !== undefined) old.set(child.dataset['key'], child)
  }
  const elements = items.map((item, index) => {
    const id = key(item)
    const element = old.get(id) ?? create(item, index)
    element.dataset['key'] = id
    update?.(element, item, index)
    return element
  })
  arrange(parent, elements)
}

/**
 * Makes exactly these elements the children of `parent`, in this order. What is in its place already is not touched: moving an
 * element would take its focus away.
 *
 * @param {Element} parent
 * @param {readonly Element[]} elements
 */
export function arrange(parent, elements) {
  const wanted = new Set(elements)
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove()
  /** @type {Element | null} */
  let before = null
  for (const element of elements) {
    /** @type {Element | null} */
    const place = before ? before.nextElementSibling : parent.firstElementChild
    if (place !== element) parent.insertBefore(element, place)
    before = element
  }
}

const SVG = 'http://www.w3.org/2000/svg'

/**
 * An SVG element.
 *
 * @param {string} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {...(SVGElement | string)} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.append(...children)
  return /** @type {SVGElement} */ (element)
}

/**
 * Puts the signs of `/icons.svg` into the page once, so that they are there without a connection too. Their ids begin with `i-`.
 */
async function loadSigns() {
  const answer = await fetch('/icons.svg')
  const signs = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml').documentElement
  for (const [name, value] of Object.entries({ width: '0', height: '0', 'aria-hidden': 'true', hidden: '' })) {
    signs.setAttribute(name, value)
  }
  // Beside the body: what replaces the body's content leaves them alone.
  document.documentElement.append(document.adoptNode(signs))
}

// Without signs every word is still there.
loadSigns().catch((reason) => console.error('no signs', reason))

/**
 * A sign. It only repeats what a word beside it, or the name of its button, says.
 *
 * @param {string} name
 * @returns {SVGElement}
 */
export function icon(name) {
  return svg('svg', { class: 'i', 'aria-hidden': 'true' }, svg('use', { href: `#i-${name}` }))
}

/**
 * The folding rule: the logo.
 *
 * @returns {SVGElement}
 */
export function mark() {
  return svg('svg', { class: 'mark', viewBox: '0 0 32 32', 'aria-hidden': 'true' }, svg('use', { href: '#i-mark' }))
}

let last = 0

/**
 * A fresh element id, for labels and descriptions.
 *
 * @param {string} prefix
 * @returns {string}
 */
export function freshId(prefix) {
  last += 1
  return `${prefix}-${last}`
}
