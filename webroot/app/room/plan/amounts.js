// Numbers and dates as people write them. Pure functions: what is not plain is said, never guessed.

/** Most person-days. */
const MOST = 100_000

/**
 * Person-days as typed. A comma and a point are both decimal signs, whatever the browser's language; where one of them could part thousands
 * ("1.000") the writer is asked.
 *
 * @param {string} typed
 * @returns {{days: number | null} | {wrong: 'range' | 'thousands' | 'number' | 'decimals' | 'size'}} null for nothing
 */
export function readDays(typed) {
  const text = typed
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?(pt|pd|personentage?|person-?days?|tage?|days?|d)\.?$/i, '')
  if (text === '') return typed.trim() === '' ? { days: null } : { wrong: 'number' }
  if (/^\d+([.,]\d+)?\s*(-|–|—|bis|to)\s*\d+([.,]\d+)?$/i.test(text)) return { wrong: 'range' }
  if (/^\d{1,3}([.,' ]\d{3})+$/.test(text) && !/^0[.,]/.test(text)) return { wrong: 'thousands' }
  const [, whole, part = ''] = /^\+?(\d*)(?:[.,](\d*))?$/.exec(text) ?? []
  if (whole === undefined || (whole === '' && part === '')) return { wrong: 'number' }
  if (part.replace(/0+$/, '').length > 2) return { wrong: 'decimals' }
  const days = Number(`${whole || '0'}.${part || '0'}`)
  return days <= MOST ? { days } : { wrong: 'size' }
}

/** @param {number | null} days @param {string} language @returns {string} as the field shows it */
export function showDays(days, language) {
  if (days === null) return ''
  return language === 'de' ? String(days).replace('.', ',') : String(days)
}

/**
 * A date as people write or copy it: 31.3.2027, 31.03.27, 2027-03-31.
 *
 * @param {string} text
 * @returns {string | null} `2027-03-31`; null if it is none
 */
export function readDate(text) {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  const local = /^(\d{1,2})\s*([./])\s*(\d{1,2})\s*\2\s*(\d{2}|\d{4})$/.exec(text.trim())
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : local
      ? [Number(local[4].length === 2 ? `20${local[4]}` : local[4]), Number(local[3]), Number(local[1])]
      : [0, 0, 0]
  const date = new Date(Date.UTC(year, month - 1, day))
  // 3/4/2027 is April to some and March to others.
  if (local?.[2] === '/' && month <= 12 && day <= 12) return null
  const there = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return there && year >= 2000 && year < 2200 ? date.toISOString().slice(0, 10) : null
}

/**
 * Several pasted lines as titles of steps, without their bullets and numbers.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function titlesIn(text) {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*(?:[-*+•◦▪·–☐☑✓]|\d{1,3}[.)]|[a-z][.)])\s+/, ''))
    .map((line) => line.replace(/\s*\t\s*/g, ' | ').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
}

/**
 * A text cut where it is too long for a title, between words where that goes.
 *
 * @param {string} text
 * @param {number} max
 * @returns {[string, string]} the title and the rest
 */
export function cutTitle(text, max) {
  if (text.length <= max) return [text, '']
  const space = text.lastIndexOf(' ', max)
  let at = space > max / 2 ? space : max
  if (/[\ud800-\udbff]/.test(text[at - 1])) at--
  return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()]
}
