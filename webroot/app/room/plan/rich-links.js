// An address that somebody types becomes a link, once it is over: at a space, at the end of the line.
import { inputrules } from '/vendor/editor.js'
import { isSafe } from './safe-link.js'

/** @typedef {import('/vendor/editor.js').model.MarkType} MarkType */
/** @typedef {import('/vendor/editor.js').state.Transaction} Transaction */
/** @typedef {import('/vendor/editor.js').state.EditorState} EditorState */

/** An address at the end of a text: with a scheme, or as people say it. Full stops and brackets after it are the sentence's. */
const ADDRESS = /(?:^|[\s(„"])((?:https?:\/\/|www\.)[^\s<>"“”„]*[^\s<>"“”„.,;:!?)\]'’])[.,;:!?)\]'’“”"]*$/i

/** @param {string} text @returns {{from: number, to: number, href: string} | null} */
export function addressAtEnd(text) {
  const found = ADDRESS.exec(text)
  if (!found) return null
  const [all, typed] = found
  const from = found.index + all.indexOf(typed)
  const href = /^www\./i.test(typed) ? `https://${typed}` : typed
  return isSafe(href) ? { from, to: from + typed.length, href } : null
}

/** Links what ends before the caret, unless it is a link already. @param {EditorState} now @param {MarkType} link @returns {Transaction | null} */
function linked(now, link) {
  const { $from, empty } = now.selection
  if (!empty || !$from.parent.isTextblock || !$from.parent.type.allowsMarkType(link)) return null
  const address = addressAtEnd($from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc'))
  if (!address) return null
  const [from, to] = [$from.start() + address.from, $from.start() + address.to]
  if (now.doc.rangeHasMark(from, to, link)) return null
  return now.tr.addMark(from, to, link.create({ href: address.href })).removeStoredMark(link)
}

/** At a space. @param {MarkType} link */
export function linkRule(link) {
  return new inputrules.InputRule(/\S\s$/, (now, match) => linked(now, link)?.insertText(match[0].slice(-1)) ?? null)
}

/** At Enter: what the key does otherwise comes after. @param {MarkType} link @returns {import('/vendor/editor.js').state.Command} */
export function linkBefore(link) {
  return (now, dispatch) => {
    const tr = linked(now, link)
    if (tr) dispatch?.(tr)
    return false
  }
}
