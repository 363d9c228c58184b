/**
 * What `POST …/import` answers; the server's SPEC, section I.
 *
 * @typedef {{de: string, en: string}} Both
 * @typedef {{column: string, heading: string, field: string, samples: string[]}} Column
 * @typedef {{sheet: number, header: number, height: number, columns: Column[]}} Part
 * @typedef {{sheet: number, name: string, kind: string, hidden: boolean, rows: number}} Sheet
 * @typedef {{field: string, plan: string, file: string}} Kept
 * @typedef {{sheet: number, row: number, key: string, title: string, status: string, responsible?: string, due?: string, change: string,
 *     changed: string[], kept: Kept[]}} Step
 * @typedef {{sheet: number, row: number, text: string, why: Both, byHand: boolean, titled: boolean}} Skipped
 * @typedef {{sheet: string, row: number, cell?: string, text: string, kind: string, sentence: Both}} Note
 * @typedef {{import: string, format: string, sheets: Sheet[], parts: Part[], steps: Step[], skipped: Skipped[], warnings: Note[], new: number,
 *     updated: number, same: number}} Proposal
 * @typedef {{sheet: number, row: number}} Place
 * @typedef {{parts?: {sheet: number, header?: number, height?: number, fields?: string[]}[], leftOut: Place[], taken: Place[], dates?: string,
 *     update: boolean, overwrite: boolean}} Choice
 */
export {}
