/**
 * @typedef {{moderator: string, participant: string, viewer: string}} Codes
 * @typedef {{id?: string | null, key?: string | null, title: string, place?: string | null, start?: string | null, end?: string | null,
 *     moderators: string[], seats?: number | null, template?: string | null, preset?: string | null, room?: string | null, codes?: Codes}} Session
 * @typedef {{id: string, title: string, date?: string | null, venue?: string | null, plenary?: string | null}} Event
 * @typedef {{event: Event, version: number, sessions: Session[], plenaryCodes?: Codes, joinUrl?: string | null}} Programme
 * @typedef {Session & {change: 'new' | 'updated' | 'same', changed: string[], kept: string[]}} Brought
 * @typedef {{format: string, sessions: Brought[], missing: Session[],
 *     warnings: {row: number, session: string, text: string, sentence: {de: string, en: string}}[]}} Import
 * @typedef {{organiser: string, participant: string, viewer: string}} EventCodes
 * @typedef {{id: string, title: {de: string, en: string}}} Offer
 *
 * @typedef {object} Means
 * @property {string} path of the event
 * @property {string} token
 * @property {(words: string) => void} tell
 * @property {(act: () => Promise<unknown>) => Promise<boolean>} attempt does it and says what went wrong; whether it went well
 * @property {() => Promise<void>} load
 * @property {() => Programme} latest the programme as it was loaded last
 */
export {}
