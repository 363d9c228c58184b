// A provider whose ID tokens are wrong in one way each: the code that is exchanged says in which. Our own guard must refuse all but "honest".
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'

const { privateKey, publicKey } = await generateKeyPair('RS256')
const stranger = await generateKeyPair('RS256')
const jwk = { ...(await exportJWK(publicKey)), kid: 'known', use: 'sig', alg: 'RS256' }
const server = createServer(async (request, response) => {
  const body = await text(request)
  const path = new URL(request.url, issuer()).pathname
  const answer = path.endsWith('/openid-configuration') ? metadata() : path === '/keys' ? keys() : await tokens(new URLSearchParams(body).get('code'))
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
})
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ issuer: issuer() })))

const issuer = () => `http://127.0.0.1:${server.address().port}`
const keys = () => ({ keys: [jwk, { kty: 'oct', kid: 'shared', alg: 'HS256', k: 'c2hhcmVkLXdpdGgtZXZlcnlib2R5LXdoby1yZWFkcy1pdA' }] })
const metadata = () => ({
  issuer: issuer(),
  authorization_endpoint: `${issuer()}/auth`,
  token_endpoint: `${issuer()}/token`,
  jwks_uri: `${issuer()}/keys`
})

/** @param {AsyncIterable<Buffer>} stream */
async function text(stream) {
  const parts = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString()
}

/** @param {string} lie */
async function tokens(lie) {
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: issuer(), aud: 'werkraum', sub: 'anna', nonce: 'the-nonce', groups: ['orga'], name: 'Anna', iat: now, exp: now + 300 }
  const signed = (/** @type {object} */ changes, head = {}, key = privateKey) =>
    new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'RS256', kid: 'known', ...head }).sign(key)
  const lies = {
    honest: () => signed({}),
    'clock behind': () => signed({ iat: now + 30, nbf: now + 30 }),
    'clock ahead': () => signed({ exp: now - 30 }),
    'two audiences': () => signed({ aud: ['werkraum', 'account'], azp: 'werkraum' }),
    nonce: () => signed({ nonce: 'another' }),
    'no nonce': () => signed({ nonce: undefined }),
    issuer: () => signed({ iss: 'http://127.0.0.1:1' }),
    audience: () => signed({ aud: 'another' }),
    'two audiences without a party': () => signed({ aud: ['werkraum', 'another'] }),
    'another party': () => signed({ azp: 'another' }),
    expired: () => signed({ iat: now - 900, exp: now - 600 }),
    'no end': () => signed({ exp: undefined }),
    'of the future': () => signed({ iat: now + 600, nbf: now + 600, exp: now + 900 }),
    'no subject': () => signed({ sub: undefined }),
    'blank subject': () => signed({ sub: ' ' }),
    "stranger's key": () => signed({}, {}, stranger.privateKey),
    'unknown key': () => signed({}, { kid: 'unknown' }, stranger.privateKey),
    'alg none': () => new UnsecuredJWT(claims).encode(),
    'shared secret': () => shared(claims),
    'no token': () => undefined,
    'half a token': async () => (await signed({})).split('.').slice(0, 2).join('.'),
    'no jwt': () => 'abc'
  }
  return { access_token: 'x', token_type: 'Bearer', id_token: await lies[/** @type {keyof typeof lies} */ (lie)]?.() }
}

/** By the secret that lies among the keys for everybody to read. @param {object} claims */
function shared(claims) {
  const part = (/** @type {object} */ json) => Buffer.from(JSON.stringify(json)).toString('base64url')
  const input = `${part({ alg: 'HS256', kid: 'shared' })}.${part(claims)}`
  const secret = Buffer.from('c2hhcmVkLXdpdGgtZXZlcnlib2R5LXdoby1yZWFkcy1pdA', 'base64url')
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
}
