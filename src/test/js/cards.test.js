import assert from 'node:assert/strict'
import test from 'node:test'
import { after, heaps, isOn, none, questions } from '../../../webroot/app/cards/told.js'

const card = (id, more = {}) => ({ id, kind: 'idea', text: id, state: 'open', votes: 0, ...more })

test('who heard every event knows what one who has just come is told', () => {
  const late = [
    { type: 'cards', ideas: 'shown', names: false, questions: true, moderated: true, anonymity: 'choice', silent: 0, writers: 0, piles: [], cards: [card('a', { votes: 2 })] },
    { type: 'cardsOwn', own: [card('a', { seen: true })], votes: ['a'] }
  ].reduce(after, none)
  const early = [
    { ...late, type: 'cards', cards: undefined, ideas: 'silent', silent: 1 },
    { type: 'cardOwn', card: card('a', { seen: false }) },
    { type: 'cards', ideas: 'shown', names: false, questions: true, moderated: true, anonymity: 'choice', silent: 0, writers: 0, piles: [], cards: [card('a'), card('b')] },
    { type: 'cardsOwn', own: [card('a', { seen: true })], votes: [] },
    { type: 'card', gone: 'b' },
    { type: 'cardVote', card: 'a', given: true },
    { type: 'cardVote', card: 'c', given: true },
    { type: 'cardVote', card: 'c', given: false },
    { type: 'cardCounts', silent: 0, writers: 0, votes: [{ id: 'a', votes: 2 }, { id: 'gone', votes: 7 }] }
  ].reduce(after, { ...none })
  const plain = ({ cards, own, votes, ...rest }) => ({ ...rest, votes: [...votes], own: [...own.values()], cards: [...cards.values()].map(({ supporters, ...one }) => one) })
  assert.deepEqual(plain(early), plain(late))
  const answered = after(none, { type: 'voted', card: 'a', given: true, votes: 4 })
  assert.ok(answered.votes.has('a') && answered.cards.size === 0, 'an answer about a card that was taken away meanwhile')
  assert.equal(after(late, { type: 'voted', card: 'a', given: false, votes: 1 }).cards.get('a')?.votes, 1)
  assert.ok(isOn(early))
  assert.ok(!isOn(none))
})

test('piles and single ideas stand by their votes, questions by how far they are', () => {
  const known = after(none, {
    type: 'cards',
    piles: [{ id: 'p', title: 'Zeiten' }],
    cards: [card('a', { votes: 2 }), card('b', { pile: 'p', votes: 1 }), card('c', { pile: 'p', votes: 3 }), card('d', { state: 'hidden', votes: 9 }),
      card('q', { kind: 'question', votes: 1 }), card('r', { kind: 'question', votes: 5 }), card('s', { kind: 'question', state: 'answering' }),
      card('t', { kind: 'question', state: 'waiting' }), card('u', { kind: 'question', state: 'answered', votes: 9 })]
  })
  assert.deepEqual(heaps(known).map(({ id, title, votes, pile, cards }) => [id, title, votes, pile, cards.map((one) => one.id)]), [['p', 'Zeiten', 4, true, ['c', 'b']], ['a', '', 2, false, ['a']]])
  assert.deepEqual(questions(known).map(({ id }) => id), ['s', 'r', 'q', 'u'])
})
