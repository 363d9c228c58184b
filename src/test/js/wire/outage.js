// Writes numbers 0, 1, 2 … into Y.Array `log` before, during and after an outage of the database; says when each part is reached.
// Ends when the server has reported everything as saved after it had told that it can't save.
import { client, endAll, tell, until } from './support.js'

const { ROOM: room, TOKEN: token } = process.env
const writer = client(room, token, { events: true })
await writer.synced()
const log = writer.doc.getArray('log')
let written = 0
const write = () => log.push([written++])
const saved = () => (writer.last('saved')?.updates ?? 0) === written

write()
await until('the first is saved', saved)
tell({ saved: written })
const stores = () => writer.last('storage')?.ok
await until('an outage', () => {
  write()
  return stores() === false
}, 60_000)
const meanwhile = 5
for (let i = 0; i < meanwhile; i++) write()
const before = writer.last('saved').updates
tell({ unsaved: written - before })
await until('its end', () => stores() === true && saved(), 90_000)
tell({ written, closes: writer.closes.length, refused: writer.last('saved').refused })
endAll()
process.exit(0)
