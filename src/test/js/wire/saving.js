// Writes numbers 0, 1, 2 … into Y.Array `log`, one message each, until the server is gone; then says how many it has reported as saved.
// With CHECK=1: says which numbers the server has.
import { client, endAll, fresh, tell, until } from './support.js'

const { ROOM: room, TOKEN: token } = process.env

if (process.env.CHECK === '1') {
  const late = await fresh(room, token)
  tell({ log: late.doc.getArray('log').toJSON() })
  endAll()
} else {
  const writer = client(room, token, { events: true })
  await writer.synced()
  let gone = false
  writer.provider.on('connection-close', () => {
    gone = true
    writer.provider.shouldConnect = false
  })
  const log = writer.doc.getArray('log')
  let written = 0
  let told = false
  while (!gone) {
    for (let i = 0; i < 5; i++) log.push([written++])
    await new Promise(resolve => setTimeout(resolve, 3))
    if (!told && (writer.last('saved')?.updates ?? 0) > 100) {
      told = true
      tell({ going: true })
    }
    // no faster than it is saved, or the backlog would be all that is measured
    await until('saving', () => gone || written - (writer.last('saved')?.updates ?? 0) < 2_000, 30_000)
  }
  const { updates = 0, refused = 0 } = writer.last('saved') ?? {}
  tell({ written, updates, refused })
  endAll()
}
process.exit(0)
