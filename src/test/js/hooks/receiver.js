// A receiver as its README tells one to be: it takes what the library of the standard says is signed by the secret in SECRET. Prints its port,
// and then a line for each request.
import { createServer } from 'node:http'
import { Webhook } from 'standardwebhooks'

const webhook = new Webhook(process.env.SECRET)
const say = (line) => process.stdout.write(JSON.stringify(line) + '\n')

const server = createServer((request, response) => {
  const parts = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts).toString('utf8')
    try {
      const told = webhook.verify(body, request.headers)
      say({ id: request.headers['webhook-id'], type: told.type, body })
      response.writeHead(204).end()
    } catch (problem) {
      say({ refused: String(problem) })
      response.writeHead(400).end()
    }
  })
})
server.listen(0, '127.0.0.1', () => say({ port: server.address().port }))
