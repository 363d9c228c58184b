/** The join page: a code, a name, and one is in the room. The code comes by hand or in the address's fragment, from a QR code. */
import { ACCOUNT, api, Problem, profile, session } from '../api.js'
import { fill, h, icon } from '../dom.js'
import { loadTexts, t } from '../i18n.js'
import { topbar } from '../topbar.js'
import { applyTheme } from '../theme.js'
import { eventAddress, plain, roomAddress, spaced, whole } from '../codes.js'
import { passes } from '../event/passes.js'
import { isAnswer } from '../once.js'
import { joining } from './joining.js'
import { signInAddress } from '../organise/wanted.js'
import { recall } from '../recall.js'
import { rule } from './rule.js'
import { loadAhead } from '../room/ahead.js'

/** @import {Session} from '../api.js' */

/** As long as the server allows. */
const NAME = 80
const CODE = 10
/** Refusals that this page explains in its own words. */
const OWN_WORDS = new Set(['closed', 'removed'])

applyTheme()
await loadTexts('common', 'join')
document.title = `${t('join.title')} – ${t('app.name')}`

const codeField = textField('code', t('join.code'), {
  class: 'code-input',
  required: true,
  autocomplete: 'off',
  autocapitalize: 'characters',
  spellcheck: 'false',
  maxlength: CODE + 3,
  placeholder: 'XXXXX XXXXX'
})
const nameField = textField('name', t('join.name'), { required: true, autocomplete: 'name', maxlength: NAME }, t('join.nameHint'))
const organisationField = textField(
  'organisation',
  [t('join.organisation'), ' ', h('span', { class: 'opt' }, t('join.optional'))],
  { autocomplete: 'organization', maxlength: NAME }
)
const refused = h('div', { role: 'alert' })
const signOn = h('div', { class: 'stack' })
const send = h('button', { class: 'primary wide' }, t('join.send'))

/**
 * A field with its label, a hint, and room for what is wrong with it.
 *
 * @param {string} id
 * @param {import('../dom.js').Child | import('../dom.js').Child[]} label
 * @param {import('../dom.js').Props} props
 * @param {string} [hint]
 */
function textField(id, label, props, hint) {
  const input = h('input', { id, 'aria-invalid': 'false', 'aria-describedby': `${id}-hint ${id}-error`, ...props })
  const error = h('p', { class: 'error', id: `${id}-error`, hidden: true })
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    input,
    hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : null,
    error
  )
  return {
    element,
    input,
    /** @param {string | null} sentence */
    complain(sentence) {
      fill(error, sentence ? [icon('warn'), sentence] : [])
      error.hidden = !sentence
      if (sentence) input.setAttribute('aria-invalid', 'true')
      // Said outright: an empty required field counts as wrong before anything is typed.
      else input.setAttribute('aria-invalid', 'false')
    }
  }
}

/**
 * What is wrong, before anything is sent; each at its field, the first one focused.
 *
 * @returns {boolean} whether all is well
 */
function check() {
  fill(refused)
  const typed = plain(codeField.input.value)
  codeField.complain(whole(typed) ? null : t(typed === '' ? 'join.codeMissing' : 'join.codeLength'))
  nameField.complain(nameField.input.value.trim() === '' ? t('join.nameMissing') : null)
  const wrong = [codeField, nameField].find(({ input }) => input.getAttribute('aria-invalid') === 'true')
  wrong?.input.focus()
  return !wrong
}

async function join() {
  if (send.ariaBusy === 'true' || !check()) return
  const typed = plain(codeField.input.value)
  const name = nameField.input.value.trim()
  const organisation = organisationField.input.value.trim()
  const account = recall(sessionStorage, ACCOUNT)?.token
  const request = { code: typed, name, ...(organisation ? { organisation } : {}), ...(account ? { account } : {}) }
  send.ariaBusy = 'true'
  try {
    const joined = await asSomebody(request)
    profile.save({ name, organisation })
    joining.forget(typed)
    location.assign(kept(joined, typed))
  } catch (reason) {
    show(reason)
  } finally {
    send.ariaBusy = null
  }
}

/**
 * What came of it stays with this browser: a room, or a pass for an event.
 *
 * @param {Session & {event?: any}} joined
 * @param {string} code
 * @returns {string} where it leads
 */
function kept(joined, code) {
  if (joined.event) {
    passes.save(/** @type {any} */ (joined))
    return eventAddress(joined.event.id)
  }
  session.save({ ...joined, code })
  return roomAddress(joined)
}

/**
 * Joins; with the id of the first try, so that whose answer got lost does not become a second member.
 *
 * @param {{code: string, name: string, organisation?: string, account?: string}} request
 * @returns {Promise<Session>}
 */
async function asSomebody(request) {
  const token = session.formerToken(request.code)
  const key = joining.keyOf(request.code)
  try {
    return await api.post('/join', request, { token, key })
  } catch (reason) {
    if (!(reason instanceof Problem)) throw reason
    // A token that has expired meanwhile must not keep anyone out: join as someone new.
    if (token && reason.status === 401 && reason.code !== 'signOnOver') return api.post('/join', request, { key })
    if (isAnswer(reason)) joining.forget(request.code)
    throw reason
  }
}

/** @param {unknown} reason */
function show(reason) {
  if (!(reason instanceof Problem)) throw reason
  if (reason.code.startsWith('signOn')) return askToSignOn(reason)
  if (reason.status === 404) {
    codeField.complain(t('join.codeUnknown'))
    codeField.input.focus()
    return
  }
  const fields = /** @type {const} */ ([
    ['/code', codeField, 'join.codeUnknown'],
    ['/name', nameField, 'join.nameWrong'],
    ['/organisation', organisationField, 'join.organisationWrong']
  ])
  const wrong = fields.filter(([pointer]) => reason.errors.some((error) => error.pointer === pointer))
  for (const [, field, key] of wrong) field.complain(t(key))
  if (wrong[0]) wrong[0][1].input.focus()
  else fill(refused, h('p', { class: 'error' }, icon('warn'), OWN_WORDS.has(reason.code) ? t(`join.${reason.code}`) : reason.sentence))
}

/** The account's time is over, or the event wants one: said where it can be mended. @param {Problem} reason */
async function askToSignOn(reason) {
  if (reason.code === 'signOnOver') sessionStorage.removeItem(ACCOUNT)
  await offerSignOn()
  fill(refused, h('p', { class: 'error' }, icon('warn'), reason.sentence))
  signOn.querySelector('button')?.focus()
}

/** Later than the page, which does without it; nothing of it is loaded where nobody signs on. */
async function offerSignOn() {
  try {
    const { oidc } = await api.get('/login')
    if (!oidc) return
    const { offerSignOn } = await import('./sign-on.js')
    await offerSignOn({ provider: oidc.name, box: signOn, name: nameField.input, code: () => plain(codeField.input.value) })
  } catch (reason) {
    // Without the network the page has more to say than this; what is no network's fault is a bug.
    if (!(reason instanceof Problem || reason instanceof TypeError)) throw reason
  }
}

/** The rooms this browser is already in: back with one tap. */
function known() {
  const events = passes.all().slice(0, 3)
  const rooms = session.all().filter(({ event }) => !event).slice(0, 3)
  if (rooms.length + events.length === 0) return null
  return h(
    'nav',
    { class: 'card stack again', 'aria-labelledby': 'again' },
    h('h2', { id: 'again', class: 'label' }, t('join.again')),
    h(
      'ul',
      { class: 'stack', role: 'list' },
      events.map(({ event, member }) =>
        h(
          'li',
          null,
          h('a', { href: eventAddress(event.id) }, event.title),
          h('p', { class: 'hint' }, t('join.asGuest', { name: member.name }))
        )
      ),
      rooms.map((one) =>
        h(
          'li',
          null,
          h('a', { href: roomAddress(one) }, one.room.title),
          h('p', { class: 'hint' }, t('join.as', { name: one.member.name, role: t(`role.${one.member.role}`) })),
          h('button', { type: 'button', class: 'quiet', onclick: () => somebodyElse(one) }, t('join.else', { name: one.member.name }))
        )
      )
    )
  )
}

/**
 * A shared device: the one before is not taken for the next. Their membership stays, their way back is their code.
 *
 * @param {Session} before
 */
function somebodyElse(before) {
  session.forget(before.room.id)
  profile.save({ name: '', organisation: '' })
  if (before.code && !codeField.input.value) codeField.input.value = spaced(before.code)
  nameField.input.value = organisationField.input.value = ''
  document.querySelector('.again')?.replaceWith(known() ?? '')
  nameField.input.focus()
}

/** The room that somebody wanted to enter who is nobody in it. */
const unknownRoom = new URLSearchParams(location.search).get('room')

const form = h(
  'form',
  {
    class: 'card stack',
    novalidate: true,
    onsubmit: (/** @type {SubmitEvent} */ event) => {
      event.preventDefault()
      void join()
    }
  },
  unknownRoom !== null && h('p', { class: 'notice' }, h('span', null, t('join.needsCode'))),
  codeField.element,
  nameField.element,
  organisationField.element,
  refused,
  send,
  signOn,
  h('details', { class: 'hint' }, h('summary', null, t('join.privacy')), h('p', null, t('join.privacyText')))
)

function takeCode() {
  const given = plain(decodeURIComponent(location.hash.slice(1)))
  if (!whole(given)) return
  codeField.input.value = spaced(given)
  nameField.input.focus()
}

const before = profile.load()
nameField.input.value = before.name
organisationField.input.value = before.organisation
document.body.append(
  topbar({ links: [{ href: unknownRoom ? signInAddress(`/room.html?room=${unknownRoom}`) : '/organise.html', text: t('join.organise') }], home: false }),
  h(
    'main',
    { class: 'wrap join' },
    h('div', { class: 'stack' }, h('h1', null, t('join.claim')), h('p', { class: 'lead' }, t('join.lead')), rule()),
    h('div', { class: 'stack' }, form, known())
  ),
  h(
    'footer',
    { class: 'wrap foot' },
    h('a', { href: '/privacy.html' }, t('app.privacy')),
    h('a', { href: '/accessibility.html' }, t('app.accessibility')),
    h('a', { href: '/licences.html' }, t('app.licences'))
  )
)
takeCode()
addEventListener('hashchange', takeCode)
document.documentElement.dataset['ready'] = '1'
// Not before the page itself is there; Safari has no idle callbacks.
setTimeout(() => void loadAhead(), 1000)
void offerSignOn()
