// What a browser believes that comes back from a provider: only the end of what it has begun itself.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { load } from './pages.js'

const storage = (/** @type {Map<string, string>} */ kept) => ({
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => kept.set(key, value),
  removeItem: (key) => kept.delete(key)
})
const stored = new Map()
const everywhere = new Map()
globalThis.sessionStorage = storage(stored)
globalThis.localStorage = storage(everywhere)
globalThis.location = { search: '?lang=de', assign: (to) => (globalThis.gone = to) }
globalThis.document = { documentElement: {} }

const { account, left, organiser, refusal, signOff, underway } = await load('signon/way.js', 'api.js')
const begun = { state: 'mine', nonce: 'n', verifier: 'v', issuer: 'https://sso.example', issRequired: true, url: '', back: '/' }
const back = (fields) => refusal(begun, new URLSearchParams({ code: 'c', state: 'mine', iss: 'https://sso.example', ...fields }))

beforeEach(() => {
  stored.clear()
  everywhere.clear()
})

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

test('a sign-out ends what a sleeping tab has, stores no token, and lets somebody sign in again', () => {
  account.save({ token: 'o', role: 'organiser', name: 'Anna', logout: null })
  const asleep = new Map(stored)
  signOff()
  assert.deepEqual([...everywhere.keys()], ['werkraum.out'])
  assert.ok(!JSON.stringify([...everywhere]).includes('"o"'))
  for (const [key, value] of asleep) stored.set(key, value)
  assert.equal(organiser.token(), null)
  assert.equal(account.now(), null)
  organiser.save('p')
  assert.equal(organiser.token(), 'p')
})

test('an answer from before a sign-out signs nobody in, and one without an account leaves none of before', async () => {
  const { signedInSomewhere } = await load('signon/other-tabs.js')
  const channel = new BroadcastChannel('werkraum.organiser')
  const answers = (/** @type {object} */ answer) => (channel.onmessage = ({ data }) => data.asks && channel.postMessage({ to: data.asks, token: 't', ...answer }))
  answers({ since: null })
  everywhere.set('werkraum.out', '5')
  assert.equal(await signedInSomewhere(), null)
  stored.set('werkraum.account', JSON.stringify({ token: 'x', role: 'organiser', name: 'Früher' }))
  answers({ since: 5 })
  assert.equal(await signedInSomewhere(), 't')
  assert.equal(stored.get('werkraum.account'), undefined)
  stored.set('werkraum.account', JSON.stringify({ token: 'y', role: 'participant', name: 'Otto' }))
  organiser.forget()
  assert.equal(await signedInSomewhere(), null)
  channel.close()
})
