/** One room as a screen hears it: its state by its events, its plan by the document. */
import { Y } from '/vendor/yjs.js'
import { Connection } from '../connection/connection.js'
import { probeRoom } from '../connection/probe.js'
import { readPlan } from '../plan/read.js'
import { clock } from '../timer.js'
import { after, untold } from '../told.js'

/** @import {State} from './state.js' */

/**
 * @param {{room: string, token: () => string, contributed: typeof import('./cards-view.js')}} where
 * @param {{changed: () => void, online: (online: boolean) => void, trouble: (found: import('../connection/trouble.js').Trouble | null) => void, ended: (code: number) => void}} listener
 * @returns {{state: () => State, stop: () => void}}
 */
export function watchRoom({ room, token, contributed }, listener) {
  /** @type {State} */
  let state = { ...untold, plan: null, online: false, cards: contributed.none }
  /** @type {Y.Doc | null} the document, if it changed since it was last read */
  let edited = null
  const doc = new Y.Doc()
  const take = () => {
    edited = doc
    listener.changed()
  }
  const connection = new Connection(
    { room, member: null, token, doc, probe: () => probeRoom(room, token()) },
    {
      event(event) {
        if (event.type === 'room') clock.sync(event.now)
        state = { ...after(state, event), cards: contributed.after(state.cards, event) }
        listener.changed()
      },
      saving(saving) {
        const online = saving.state !== 'offline'
        const before = state.online
        state = { ...state, online }
        if (before !== online) listener.online(online)
      },
      trouble: listener.trouble,
      ended: listener.ended
    }
  )
  void connection.ready.then(() => {
    take()
    doc.on('update', take)
  })
  return {
    state() {
      if (edited) state = { ...state, plan: readPlan(edited) }
      edited = null
      return state
    },
    stop() {
      void connection.leave()
      doc.destroy()
    }
  }
}
