// A stock client in a room some of whose stored plan is damaged: what it hears, and that it can write.
import { client, endAll, tell, until } from './support.js'

const { ROOM: room, TOKEN: token } = process.env
const it = client(room, token, { events: true })
await it.synced()
await it.hears('room')
it.doc.getText('goal').insert(0, 'Neu: ')
await until('saved', () => it.last('saved')?.updates === 1 && it.last('saved').refused === 0)
tell({ damaged: it.last('room').damaged === true, missing: it.last('room').missing, closes: it.closes.length })
endAll()
process.exit(0)
