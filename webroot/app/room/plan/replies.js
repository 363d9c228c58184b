// Comments in the order people read them: each reply below what it answers.

/** @typedef {import('../../plan/read.js').Comment} Comment */

/**
 * A reply to a reply stands below the first one's. What answers nothing that came before it stands by itself.
 *
 * @param {Comment[]} comments in the order they came
 * @returns {{comment: Comment, reply: boolean}[]}
 */
export function threaded(comments) {
  /** What began the talk that a comment belongs to. @type {Map<string, string>} */
  const beginning = new Map()
  /** @type {Map<string, {comment: Comment, reply: boolean}[]>} */
  const talks = new Map()
  for (const comment of comments) {
    const first = beginning.get(comment.replyTo ?? '')
    beginning.set(comment.id, first ?? comment.id)
    const talk = talks.get(first ?? comment.id) ?? []
    talk.push({ comment, reply: first !== undefined })
    talks.set(first ?? comment.id, talk)
  }
  return [...talks.values()].flat()
}
