/**
 * What the server says of a plenary and of the rooms that it is collected from.
 *
 * @typedef {{room: string, roomTitle: string, step: string, title: string, details?: string, result?: string, responsible?: string, decision?: string, at: string}} Origin
 * @typedef {{id: string, title: string, details: string, responsible?: string, origins: Origin[]}} Step
 * @typedef {{poll: string, question: string, method: string, closedAt: string}} Counted
 * @typedef {{room: string, title: string, agreed: number, collected: number, polls: Counted[]}} Session
 * @typedef {{title: string, details: string, result?: string, responsible?: string}} Words
 * @typedef {{step: string, title: string, room: string, roomTitle: string, source: string, since: string}} Gone
 * @typedef {Gone & {before: Words, now: Words}} Changed
 * @typedef {{plenary: string, sessions: Session[], steps: Step[], changed: Changed[], gone: Gone[], unread: string[]}} Plenary
 * @typedef {{likeness: number, steps: Step[]}} Group
 *
 * @typedef {object} Means what a part of the page does things with
 * @property {(path: string, body: object) => Promise<any>} post at the event's address
 * @property {(act: () => Promise<unknown>) => Promise<boolean>} attempt
 * @property {(words: string) => void} tell
 * @property {(plenary: Plenary) => void} show what the server has just said
 */
export {}
