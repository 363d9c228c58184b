// The people of a chaos run: editors and voters in one process, told by the test over HTTP on loopback what to do.
//   BASE, ROOM     the server (through a proxy) and the room
//   TOKENS         JSON: {editors: [token…], voters: [{member, token}…]}
//   SEED           of the edits and choices
import { createServer } from 'node:http'
import { chance, tell } from '../wire/support.js'
import { Editor } from './editors.js'
import { HttpVoter, SocketVoter } from './voters.js'

const { BASE: base, ROOM: room, TOKENS, SEED } = process.env
const people = JSON.parse(TOKENS)
const seed = Number(SEED)

const editors = people.editors.map((token, i) => new Editor(i, { base, room, token, chance: chance(seed + i) }))
const voters = people.voters.map(({ member, token }, i) => {
  const Kind = i % 2 === 0 ? HttpVoter : SocketVoter
  return new Kind({ base, room, member, token, chance: chance(seed + 1_000 + i) })
})

let writing = true
for (const editor of editors) {
  const pace = chance(seed + 100 + editor.number)
  const write = () => {
    if (writing) editor.write()
    setTimeout(write, 80 + pace.below(240))
  }
  write()
}

let voting = false
let records = Promise.resolve([])

const sum = value => editors.reduce((total, editor) => total + value(editor), 0)
const calls = {
  '/state': () => ({
    written: sum(editor => editor.written),
    unsaved: sum(editor => editor.unsaved),
    refused: sum(editor => editor.refused),
    denied: sum(editor => editor.denied),
    connected: editors.filter(editor => editor.connected).length,
    connections: sum(editor => editor.connections),
    outages: sum(editor => editor.outages),
    ballots: voters.reduce((total, voter) => total + voter.answered, 0)
  }),
  '/saved': () => editors.flatMap(editor => editor.savedTokens()),
  '/written': () => editors.flatMap(editor => Array.from({ length: editor.written }, (_, i) => `${editor.number}-${i}`)),
  '/replicas': () => editors.map(editor => editor.fingerprint()),
  '/write': () => { writing = true; return {} },
  '/forget': () => { editors[0].forget(); return {} },
  '/pause': () => { writing = false; return {} },
  '/vote': poll => {
    voting = true
    records = Promise.all(voters.map(voter => voter.vote(poll, () => voting)))
    return {}
  },
  '/count': () => { voting = false; return records }
}

const server = createServer(async (request, response) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString()
  const answer = await calls[request.url](body ? JSON.parse(body) : undefined)
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(answer))
})
// a connection that the test has not used for some seconds is not closed just as it is used again
server.keepAliveTimeout = 0
server.listen(0, '127.0.0.1', () => tell({ port: server.address().port }))
