// The room page: who am I, connect, and put the parts together.
import { Y } from '/vendor/yjs.js'
import { organiser, session } from '../api.js'
import { loadTexts, t } from '../i18n.js'
import { keepPages } from '../kept.js'
import { applyTheme } from '../theme.js'
import { Connection } from '../connection/connection.js'
import { probeRoom } from '../connection/probe.js'
import { goodbye, isRefusal } from './goodbye.js'
import { layOut } from './page.js'
import { State } from './state.js'
import { unsavedText } from './take-away.js'

/** The close code of a room that was deleted: nobody joins that again. */
const GONE = 4404
/** This person is in another session of the event now, and may come back. */
const MOVED = 4410

applyTheme()
await loadTexts('common', 'room')

const room = new URLSearchParams(location.search).get('room') ?? ''
const joined = session.of(room)
const token = joined?.token ?? organiser.token() ?? (room ? await signedInElsewhere() : null)
const own = organiser.token()
if (own) void otherTabs().then(({ shareSignIn }) => shareSignIn({ over: () => token === own && location.reload() }), () => null)

// The join page says what is missing.
if (!room || !token) location.replace(room ? `/?room=${room}` : '/')
else enter(token)

/** For organisers only: nobody else's page loads it. */
function otherTabs() {
  return import('./other-tabs.js')
}

/** Whoever has no place here may have signed in as organiser in another tab. @returns {Promise<string | null>} */
function signedInElsewhere() {
  return otherTabs().then(({ signedInSomewhere }) => signedInSomewhere()).catch(() => null)
}

/** @param {string} token */
function enter(token) {
  const me = joined?.member ?? { id: null, name: t('room.organiser'), role: 'organiser' }
  const state = new State(room, me)
  if (joined) state.title = joined.room.title
  const doc = new Y.Doc()
  const loading = document.querySelector('.loading')
  const connection = new Connection(
    { room, member: me.id ?? 'organiser', token: () => token, doc, probe: () => probeRoom(room, token) },
    {
      event: (event) => state.heard(event),
      saving(saving) {
        if (saving.state !== 'offline') state.everConnected = true
        state.saving = saving
        state.changed('saving')
      },
      trouble(trouble) {
        state.trouble = trouble
        state.changed('saving')
        if (loading) loading.textContent = [t('room.loading'), trouble && t(`room.trouble.${trouble}`)].filter(Boolean).join(' ')
      },
      ended(code) {
        const forget = async () => {
          await connection.leave()
          if (isRefusal(code) || code === MOVED) return
          if (code === GONE) session.forget(room)
          else session.end(room)
        }
        const text = connection.holdsUnsaved ? unsavedText(doc, connection.baseline.places()) : ''
        if (text || isRefusal(code)) return goodbye(code, { text, forget })
        if (code !== MOVED) void forget()
        goodbye(code, null, joined?.event)
      }
    }
  )
  addEventListener('beforeunload', (event) => {
    if (connection.saving.unsaved > 0) event.preventDefault()
  })
  const page = layOut({ state, connection, room, token: () => token })
  // An empty plan would be taken for the plan: until something is known, the page says that nothing is.
  void connection.ready.then(() => {
    if (connection.over) return
    document.body.append(...page)
    keepPages()
    loading?.remove()
    // The section in the address was not there yet when the page was opened: the address is followed once more.
    if (location.hash) location.replace(location.hash)
  })
}
