// A stock client in a room whose stored plan is damaged: what it hears, reads, and is told when it writes.
import { client, endAll, tell, until } from './support.js'

const { ROOM: room, TOKEN: token } = process.env
const denied = []
const it = client(room, token, { events: true })
const report = it.provider.messageHandlers[2]
it.provider.messageHandlers[2] = (...all) => {
  denied.push(true)
  report(...all)
}
await it.synced()
await it.hears('room')
const title = it.doc.getText('title').toString()
it.doc.getText('title').insert(0, 'Neu: ')
await until('a refusal', () => (it.last('saved')?.refused ?? 0) === 1 && denied.length > 0)
tell({ damaged: it.last('room').damaged === true, title, closes: it.closes.length })
endAll()
process.exit(0)
