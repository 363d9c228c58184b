// What a browser believes that comes back from a provider: only the end of what it has begun itself.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { load } from './pages.js'

const stored = new Map()
globalThis.sessionStorage = {
  getItem: (key) => stored.get(key) ?? null,
  setItem: (key, value) => stored.set(key, value),
  removeItem: (key) => stored.delete(key)
}
globalThis.location = { search: '?lang=de', assign: (to) => (globalThis.gone = to) }
globalThis.document = { documentElement: {} }

const { account, left, organiser, refusal, signOff, underway } = await load('signon/way.js', 'api.js')
const begun = { state: 'mine', nonce: 'n', verifier: 'v', issuer: 'https://sso.example', issRequired: true, url: '', back: '/' }
const back = (fields) => refusal(begun, new URLSearchParams({ code: 'c', state: 'mine', iss: 'https://sso.example', ...fields }))

beforeEach(() => stored.clear())

test('the answer to what was begun in this tab is taken, once', () => {
  assert.equal(back({}), null)
  stored.set('werkraum.signon', JSON.stringify(begun))
  assert.deepEqual(underway(), begun)
  assert.equal(underway(), null)
})

test('another state, another issuer, none where one must come, and no code are not ours', () => {
  assert.equal(back({ state: 'geraten' }), 'notBegun')
  assert.equal(back({ iss: 'https://other.example' }), 'notBegun')
  assert.equal(refusal(begun, new URLSearchParams({ code: 'c', state: 'mine' })), 'notBegun')
  assert.equal(refusal({ ...begun, issRequired: false }, new URLSearchParams({ code: 'c', state: 'mine' })), null)
  assert.equal(refusal(null, new URLSearchParams({ code: 'c', state: 'mine' })), 'notBegun')
  assert.equal(back({ code: '' }), 'notBegun')
})

test('a refusal of the provider is told, if it answers what was begun', () => {
  assert.equal(back({ error: 'access_denied' }), 'denied')
  assert.equal(back({ error: 'server_error' }), 'refused')
  assert.equal(back({ error: 'access_denied', state: 'geraten' }), 'notBegun')
})

test('only an organiser gets what opens every room, and signing off takes all of it', () => {
  account.save({ token: 'o', role: 'organiser', name: 'Anna', logout: 'https://sso.example/logout' })
  assert.equal(organiser.token(), 'o')
  account.save({ token: 'p', role: 'participant', name: 'Otto', logout: 'https://sso.example/logout' })
  assert.equal(organiser.token(), null)
  assert.equal(signOff(), true)
  assert.equal(globalThis.gone, 'https://sso.example/logout')
  assert.equal(account.now(), null)
  assert.equal(left(), true)
  assert.equal(left(), false)
  assert.equal(signOff(), false)
})
