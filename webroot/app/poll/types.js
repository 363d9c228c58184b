/**
 * The shapes of polls, as the server sends them (contract, section 6). Exact values are strings: `"3"`, `"7/2"`.
 *
 * @typedef {'consent' | 'dots' | 'approval' | 'ranking' | 'score' | 'resistance' | 'matrix' | 'fist' | 'single'} Method
 * @typedef {{de: string, en: string}} Sentence
 * @typedef {{id: string, label: string, step?: string, passive?: boolean}} Option
 *
 * @typedef {object} Settings
 * @property {boolean} [secret]
 * @property {'live' | 'own' | 'closed' | 'moderator'} [reveal]
 * @property {number} [minBallots]
 * @property {boolean} [receipts]
 * @property {boolean} [moderatorsVote]
 * @property {boolean} [presentOnly] only who is there on opening may vote
 * @property {{of: 'present' | 'cast', share?: string, count?: number} | null} [quorum]
 * @property {number | null} [top]
 * @property {boolean} [byAuthority]
 * @property {number} [grace]
 * @property {string} [majority]
 * @property {string} [base]
 * @property {number} [budget]
 * @property {number} [maxPerOption]
 * @property {number | null} [max]
 * @property {string | null} [threshold]
 * @property {'1-5' | 'SMLXL' | 'days'} [scale]
 * @property {boolean} [allowGaps]
 *
 * @typedef {Record<string, any> & {selected?: 'yes' | 'no' | 'tie' | 'none', sentence?: Sentence, rank?: number | null, tie?: boolean}} OptionTally
 *
 * @typedef {object} Tally
 * @property {boolean} valid
 * @property {'quorum' | 'noBallots'} [reason]
 * @property {number} cast
 * @property {number} eligible
 * @property {number} present
 * @property {Record<string, OptionTally>} options
 * @property {Sentence} [sentence]
 * @property {string | null} [condorcet]
 * @property {any} [pairwise]
 * @property {{authorities: any, options: Record<string, OptionTally>} | null} [byAuthority]
 * @property {{options: string[], places: number}} [runoff] what a tie leaves open
 *
 * @typedef {object} Poll
 * @property {string} id
 * @property {string} [room]
 * @property {string} question
 * @property {Method} method
 * @property {Option[]} options
 * @property {Settings} settings
 * @property {'draft' | 'open' | 'closed' | 'cancelled'} state
 * @property {string} [openedAt]
 * @property {string | null} [closesAt]
 * @property {string} [closedAt]
 * @property {number} eligible
 * @property {number} cast
 * @property {Tally | null} [tally]
 * @property {{choices: any, receipt?: string} | null} [mine]
 * @property {any} [origin]
 * @property {string} [reason] why it was cancelled
 * @property {{receipt: string, choices: any}[]} [receipts]
 * @property {{member: string, name: string, choices: any}[]} [ballots]
 * @property {'receipts' | 'ballots'} [omitted] the list of that name is too long for events
 * @property {string | null} [withheld]
 * @property {boolean} [revealed]
 * @property {boolean} [mayVote] whether the reader is in the electorate of an open poll
 *
 * What a method brings to its ballot form.
 * @typedef {object} Fields
 * @property {HTMLElement} element
 * @property {() => any} read the choices as they stand
 * @property {() => string | null} [problem] a sentence that says why the ballot can't be cast yet, and what to do
 * @property {(poll: Poll) => void} [update] takes over what may change while open: a raised budget
 *
 * @typedef {{columns: string[], rows: (string | number)[][]}} Table the first column names the row
 *
 * @typedef {object} MethodView
 * @property {(poll: Poll) => string} rule how to fill in the ballot, in a sentence or two
 * @property {(poll: Poll, choices: any) => Fields} fields
 * @property {() => Chart} chart
 * @property {(poll: Poll, options: Record<string, OptionTally>) => Table} table
 * @property {(poll: Poll, choices: any) => string} spoken a ballot in words, for receipts and open polls
 *
 * @typedef {{element: HTMLElement, update(poll: Poll, screen?: boolean): void}} Chart
 */
export {}
