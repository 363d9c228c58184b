/**
 * Words, numbers and dates in the language of the reader. Texts lie in `texts/<section>.<language>.js`, one section a page or
 * module; a page loads the sections it needs before it shows anything: `await loadTexts('common', 'poll')`.
 *
 * @typedef {'de' | 'en'} Lang
 * @typedef {string | {one: string, other: string}} Text  the two forms are chosen by the variable `n`
 * @typedef {Record<string, string | number>} Vars
 */

const STORED = 'werkraum.lang'

/** @type {Record<string, Text>} */
const texts = {}

/** @type {Lang} */
const language = choose()
document.documentElement.lang = language
const locale = language === 'de' ? 'de-DE' : 'en-GB'
const plural = new Intl.PluralRules(locale)
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })

/**
 * `?lang=en` wins, then the choice made earlier, then the browser; German where nothing says otherwise.
 *
 * @returns {Lang}
 */
function choose() {
  const asked = new URLSearchParams(location.search).get('lang')
  if (asked === 'de' || asked === 'en') {
    remember(asked)
    return asked
  }
  try {
    const stored = localStorage.getItem(STORED)
    if (stored === 'de' || stored === 'en') return stored
  } catch {
    // No storage (private mode, blocked): the browser's languages decide each time.
  }
  const first = navigator.languages.find((tag) => /^(de|en)\b/i.test(tag))
  return first?.toLowerCase().startsWith('en') ? 'en' : 'de'
}

/** @param {Lang} lang */
function remember(lang) {
  try {
    localStorage.setItem(STORED, lang)
  } catch {
    // Without storage the choice holds for this page only.
  }
}

/** @returns {Lang} */
export function lang() {
  return language
}

/**
 * Changes the language for this browser and shows the page again in it.
 *
 * @param {Lang} to
 */
export function setLang(to) {
  remember(to)
  const url = new URL(location.href)
  url.searchParams.delete('lang')
  if (url.href === location.href) location.reload()
  else location.replace(url)
}

/**
 * Loads sections of texts in the reader's language.
 *
 * @param {...string} sections
 */
export async function loadTexts(...sections) {
  const loaded = await Promise.all(sections.map((section) => import(`./texts/${section}.${language}.js`)))
  for (const module of loaded) Object.assign(texts, module.default)
}

/**
 * The text of a key with `{name}` filled in; numbers are written as the language writes them.
 *
 * @param {string} key
 * @param {Vars} [vars]
 * @returns {string}
 */
export function t(key, vars = {}) {
  const text = texts[key]
  if (text === undefined) {
    console.error(`no text for ${key}`)
    return key
  }
  const form = typeof text === 'string' ? text : text[plural.select(Number(vars['n'])) === 'one' ? 'one' : 'other']
  return form.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = vars[name]
    return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value
  })
}

/**
 * Whether there is a text for this key, for keys made from what the server sends.
 *
 * @param {string} key
 * @returns {boolean}
 */
export function has(key) {
  return key in texts
}

/**
 * The server's text for this reader.
 *
 * @param {{de: string, en: string} | null | undefined} both
 * @returns {string}
 */
export function say(both) {
  return both?.[language] ?? ''
}

/**
 * @param {number} value
 * @returns {string}
 */
export function number(value) {
  return numbers.format(value)
}

/**
 * An exact value of the contract, `"3"` or `"7/2"`, as people write it: whole, or with at most one decimal, half up.
 *
 * @param {string | number | null | undefined} value
 * @returns {string}
 */
export function exact(value) {
  if (value === null || value === undefined) return '–'
  return decimal(String(value), 1n, 1)
}

/**
 * A share such as `"2/3"` as a percentage with one decimal, half up: `66,7 %`, `66.7%`.
 *
 * @param {string | null | undefined} share
 * @returns {string}
 */
export function percent(share) {
  if (share === null || share === undefined) return '–'
  return withPercent(decimal(share, 100n, 1))
}

/**
 * @param {string} figure
 * @returns {string} with the sign as the language sets it: German with a space that does not break
 */
export function withPercent(figure) {
  return language === 'de' ? `${figure}\u00a0%` : `${figure}%`
}

/**
 * The value of an exact string as a floating-point number, for drawing only.
 *
 * @param {string | number | null | undefined} value
 * @returns {number}
 */
export function approx(value) {
  const [p, q = '1'] = String(value ?? 0).split('/')
  return Number(p) / Number(q)
}

/**
 * @param {string} exact
 * @param {bigint} factor
 * @param {number} places
 * @returns {string}
 */
function decimal(exact, factor, places) {
  if (!/^-?\d+(\/\d+)?$/.test(exact)) return numbers.format(Number(exact))
  const [p = '0', q = '1'] = exact.split('/')
  const scale = 10n ** BigInt(places)
  const top = BigInt(p) * factor * scale * 2n
  const bottom = BigInt(q)
  const rounded = (top + bottom) / (bottom * 2n)
  return new Intl.NumberFormat(locale, { maximumFractionDigits: places }).format(Number(rounded) / Number(scale))
}

/** Days are given without a zone and must not move: read and written in UTC. */
const days = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })
const longDays = new Intl.DateTimeFormat(locale, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC'
})
/** Where the clocks hang: an hour is the same on every page, on paper and in documents (`Minutes.ZONE`), whatever the reader's device is set to. */
export const ZONE = 'Europe/Berlin'
/** The Swedish write a date as ISO does. */
const isoDays = new Intl.DateTimeFormat('sv', { timeZone: ZONE })
const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: ZONE })
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE })

/** `2026-11-27`: the day there is at an instant. @param {number} instant */
export const dayAt = (instant) => isoDays.format(instant)

/**
 * @param {string} date `2026-11-27`
 * @returns {string} `27.11.2026`
 */
export function day(date) {
  return written(days, `${date}T00:00:00Z`, date)
}

/**
 * @param {string} date `2026-11-27`
 * @returns {string} `Freitag, 27. November 2026`
 */
export function longDay(date) {
  return written(longDays, `${date}T00:00:00Z`, date)
}

/**
 * @param {string} instant
 * @returns {string} `14:05`
 */
export function time(instant) {
  return written(times, instant, instant)
}

/**
 * @param {string} instant
 * @returns {string} `27.11.2026, 14:05`
 */
export function moment(instant) {
  return written(moments, instant, instant)
}

/**
 * @param {Intl.DateTimeFormat} format
 * @param {string} iso
 * @param {string} otherwise what to show if it is no date
 * @returns {string}
 */
function written(format, iso, otherwise) {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? otherwise : format.format(date)
}

/**
 * @param {number} seconds
 * @returns {string} `12:40`, `1:05:00`
 */
export function duration(seconds) {
  const whole = Math.max(0, Math.ceil(seconds))
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}
