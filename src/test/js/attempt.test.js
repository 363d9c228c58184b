// Where it is said what went wrong: where it was asked for, as long as that is there; what nobody asked for disturbs nobody.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { beforeEach, test } from 'node:test'

const { JSDOM } = createRequire(import.meta.url)('jsdom')
const { window } = new JSDOM('<!doctype html><p class="error"></p>', { url: 'https://werkraum.example/?lang=de' })
for (const name of ['window', 'document', 'location', 'Node', 'HTMLElement', 'localStorage', 'sessionStorage']) {
  Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true, writable: true })
}
let scrolled = 0
window.Element.prototype.scrollIntoView = () => scrolled++
const { Problem } = await import('../../../webroot/app/api.js')
const { attempts } = await import('../../../webroot/app/organise/attempt.js')

const error = document.querySelector('.error')
const fails = async () => {
  throw new Problem(409, 'x', '', 'Geht nicht.', [], { sentence: { de: 'Geht nicht.', en: 'No.' } })
}
/** @returns {{dialog: HTMLDialogElement, said: HTMLElement}} */
function dialogBox() {
  const dialog = document.createElement('dialog')
  dialog.open = true
  dialog.innerHTML = '<form><footer><p class="error">von vorhin</p></footer></form>'
  document.body.append(dialog)
  return { dialog, said: dialog.querySelector('.error') }
}

beforeEach(() => {
  scrolled = 0
  error.replaceChildren()
  for (const dialog of document.querySelectorAll('dialog')) dialog.remove()
})

test('what nobody asked for leaves a dialog and the place on the page alone', async () => {
  const attempt = attempts(error, () => {})
  const { said } = dialogBox()
  assert.equal(await attempt(fails, { background: true }), false)
  assert.equal(said.textContent, 'von vorhin')
  assert.equal(error.textContent, 'Geht nicht.')
  assert.equal(scrolled, 0)
  await attempt(async () => {}, { background: true })
  assert.equal(error.textContent, '', 'what was said of it goes when it works again')
})

test('what somebody was told stays when the page asks by itself', async () => {
  const attempt = attempts(error, () => {})
  await attempt(fails)
  assert.equal(scrolled, 1)
  await attempt(async () => {}, { background: true })
  assert.equal(error.textContent, 'Geht nicht.')
})

test('a dialog is told while it is open, and the page when it was left meanwhile', async () => {
  const attempt = attempts(error, () => {})
  const { dialog, said } = dialogBox()
  await attempt(fails)
  assert.equal(said.textContent, 'Geht nicht.')
  await attempt(() => {
    dialog.open = false
    return fails()
  })
  assert.equal(said.textContent, '')
  assert.equal(error.textContent, 'Geht nicht.')
})
