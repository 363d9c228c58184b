// A room with a moderator who writes, and what the server makes of it.
import * as Y from 'yjs'
import { base, client, expectCall, join, workshop } from './support.js'

/** A new room with its moderator's client: `{path, id, mona, doc}`. */
export async function room (title) {
  const made = await workshop({ title })
  const mona = await join(made, 'moderator', 'Mona')
  const writer = client(made.id, mona.token, { events: true })
  await writer.synced()
  return { ...made, mona, writer, doc: writer.doc }
}

export const planOf = at => expectCall(200, 'GET', `${at.path}/plan`, at.mona.token)

export async function exported (at, format) {
  const answer = await fetch(`${base}/api/v1${at.path}/export/${format}`, { headers: { Authorization: `Bearer ${at.mona.token}` } })
  return answer.text()
}

/** A step as the page makes it; answers its id. */
export function addStep (at, title) {
  const id = crypto.randomUUID()
  const step = new Y.Map()
  at.doc.transact(() => {
    at.doc.getMap('steps').set(id, step)
    step.set('id', id)
    step.set('rank', 'a0')
    step.set('title', new Y.Text(title))
    step.set('details', new Y.XmlFragment())
    step.set('status', 'proposed')
    step.set('comments', new Y.Array())
  })
  return id
}

/** What a step holds under a key. */
export const field = (at, step, key) => at.doc.getMap('steps').get(step).get(key)
