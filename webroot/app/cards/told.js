/**
 * What the server tells of a room's ideas and questions: one reducer for the room's page and the screen.
 *
 * @typedef {object} Card
 * @property {string} id
 * @property {'idea' | 'question'} kind
 * @property {string} text
 * @property {'waiting' | 'open' | 'answering' | 'answered' | 'hidden'} state
 * @property {number} votes
 * @property {string} [pile] of ideas that say the same
 * @property {string} [step] what it has become
 * @property {string} [by] who wrote it, where names are shown
 * @property {string[]} [supporters]
 * @property {boolean} [seen] of an own one: whether others see it
 *
 * @typedef {object} Cards
 * @property {'off' | 'silent' | 'shown'} ideas
 * @property {boolean} names
 * @property {boolean} questions
 * @property {boolean} moderated
 * @property {'choice' | 'always' | 'never'} anonymity
 * @property {number} silent ideas that nobody sees yet
 * @property {number} writers how many people wrote these
 * @property {{id: string, title: string}[]} piles those with a title
 * @property {Map<string, Card>} cards what is seen, in the server's order
 * @property {Map<string, Card>} own
 * @property {Set<string>} votes cards that one is for
 */

/** @type {Cards} */
export const none = {
  ideas: 'off',
  names: false,
  questions: false,
  moderated: true,
  anonymity: 'choice',
  silent: 0,
  writers: 0,
  piles: [],
  cards: new Map(),
  own: new Map(),
  votes: new Set()
}

/** @param {Card[]} list @returns {Map<string, Card>} */
const byId = (list) => new Map(list.map((card) => [card.id, card]))

/** @param {Map<string, Card>} cards @param {Card} card */
const put = (cards, card) => new Map(cards).set(card.id, card)

/** @param {Map<string, Card>} cards @param {string} id */
function without(cards, id) {
  const rest = new Map(cards)
  rest.delete(id)
  return rest
}

/**
 * What is known after an event.
 *
 * @param {Cards} known
 * @param {any} event
 * @returns {Cards}
 */
export function after(known, event) {
  switch (event.type) {
    case 'cards': {
      const { type, cards, ...how } = event
      return { ...known, ...how, ...(cards && { cards: byId(cards) }) }
    }
    case 'cardsOwn':
      return { ...known, own: byId(event.own), votes: new Set(event.votes) }
    case 'card':
      if (event.card) return { ...known, cards: put(known.cards, event.card) }
      return { ...known, cards: without(known.cards, event.gone), own: without(known.own, event.gone) }
    case 'cardOwn':
      return { ...known, own: put(known.own, event.card) }
    case 'cardVote': {
      const votes = new Set(known.votes)
      if (event.given) votes.add(event.card)
      else votes.delete(event.card)
      return { ...known, votes }
    }
    case 'voted': {
      // An answer: what the server knows of the own vote before it is told to all.
      const { card: id, given, votes } = event
      return { ...after(known, { type: 'cardVote', card: id, given }), cards: counted(known.cards, [{ id, votes }]) }
    }
    case 'cardCounts':
      return { ...known, silent: event.silent, writers: event.writers, cards: counted(known.cards, event.votes.map(anew)) }
    default:
      return known
  }
}

/** Whoever gave a name may have gone with it. @param {{id: string, votes: number, supporters?: string[]}} count */
const anew = (count) => ({ supporters: [], ...count })

/** @param {Map<string, Card>} cards @param {{id: string, votes: number, supporters?: string[]}[]} counts */
function counted(cards, counts) {
  const now = new Map(cards)
  for (const { id, ...count } of counts) {
    const card = now.get(id)
    if (card) now.set(id, { ...card, ...count })
  }
  return now
}

/** Whether there is anything to show. @param {Cards} cards */
export function isOn({ ideas, questions, cards, own }) {
  return ideas !== 'off' || questions || cards.size > 0 || own.size > 0
}

/**
 * Ideas as they lie: piles and single ones, those that most are for first.
 *
 * @param {Cards} known
 * @returns {{id: string, title: string, cards: Card[], votes: number, pile: boolean}[]}
 */
export function heaps(known) {
  /** @type {Map<string, Card[]>} */
  const lie = new Map()
  for (const card of known.cards.values()) {
    if (card.kind !== 'idea' || card.state === 'hidden') continue
    const id = card.pile ?? card.id
    lie.set(id, [...(lie.get(id) ?? []), card])
  }
  return [...lie]
    .map(([id, cards]) => ({
      id,
      title: known.piles.find((pile) => pile.id === id)?.title ?? '',
      cards: cards.sort((a, b) => b.votes - a.votes),
      votes: cards.reduce((sum, card) => sum + card.votes, 0),
      pile: cards.length > 1
    }))
    .sort((a, b) => b.votes - a.votes)
}

/**
 * Questions that everybody sees: what is being answered, then by votes, then what is answered.
 *
 * @param {Cards} known
 * @returns {Card[]}
 */
export function questions({ cards }) {
  const order = { answering: 0, open: 1, answered: 2, waiting: 3, hidden: 3 }
  return [...cards.values()]
    .filter(({ kind, state }) => kind === 'question' && order[state] < 3)
    .sort((a, b) => order[a.state] - order[b.state] || b.votes - a.votes)
}
