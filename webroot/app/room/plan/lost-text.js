// Letters written here in a paragraph or item that somebody else took out at the same time. Yjs takes them out with it, and bringing the paragraph
// back makes a copy that never held them: only this page still knows them, for the length of one event.
import { Y } from '/vendor/yjs.js'

/**
 * The text of what others have just taken out with letters of this visit in it.
 *
 * @param {Y.YEvent<any>[]} events
 * @param {Y.Transaction} transaction
 * @returns {string} '' if there is none; a line for each paragraph
 */
export function lostText(events, transaction) {
  if (transaction.local) return ''
  const own = transaction.doc.clientID
  const lost = events
    .flatMap(({ changes }) => [...changes.deleted])
    .filter(({ content }) => content instanceof Y.ContentType && holds(content.type, own))
  return lost.map((item) => textOf(/** @type {Y.ContentType} */ (item.content).type).trim()).join('\n')
}

/** @param {Y.AbstractType<any>} type @param {number} client @returns {boolean} whether it holds letters of a client */
function holds(type, client) {
  for (let item = type._start; item; item = item.right) {
    if (item.content instanceof Y.ContentType ? holds(item.content.type, client) : isText(item) && item.id.client === client) return true
  }
  return false
}

/** @param {Y.AbstractType<any>} type @returns {string} with what has just been deleted */
function textOf(type) {
  let text = type instanceof Y.XmlElement ? '\n' : ''
  for (let item = type._start; item; item = item.right) {
    if (item.content instanceof Y.ContentType) text += textOf(item.content.type)
    else if (isText(item)) text += /** @type {Y.ContentString} */ (item.content).str
  }
  return text
}

/** @param {Y.Item} item */
const isText = (item) => item.content instanceof Y.ContentString
