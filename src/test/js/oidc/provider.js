// A real OpenID provider for tests: whoever names an account of OIDC_ACCOUNTS is let in. Prints {"issuer": …} once it listens.
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'

const accounts = JSON.parse(process.env.OIDC_ACCOUNTS ?? '{}')
const server = createServer()
server.listen(Number(process.env.OIDC_PORT ?? 0), '127.0.0.1', async () => {
  const issuer = `http://127.0.0.1:${server.address().port}`
  // Keys of this start alone: one that is started again has changed them.
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const provider = new Provider(issuer, {
    clients: [client('werkraum', process.env.OIDC_SECRET)],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only-for-tests'] },
    claims: { openid: ['sub'], profile: ['name', 'groups', 'realm_access'] },
    conformIdTokenClaims: process.env.OIDC_USERINFO === 'true',
    pkce: { required: () => true },
    findAccount: (_, id) => (accounts[id] ? { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) } : undefined)
  })
  // Which port the server under test gets is known only later.
  const back = (/** @type {string} */ uri) => /^http:\/\/127\.0\.0\.1:\d+\/login\.html$/.test(uri)
  provider.Client.prototype.redirectUriAllowed = back
  provider.Client.prototype.postLogoutRedirectUriAllowed = back
  server.on('request', provider.callback())
  console.log(JSON.stringify({ issuer }))
})

/** @param {string} id @param {string | undefined} secret without one the client is public */
function client(id, secret) {
  return {
    client_id: id,
    client_secret: secret,
    token_endpoint_auth_method: secret ? 'client_secret_basic' : 'none',
    redirect_uris: ['http://127.0.0.1/login.html'],
    post_logout_redirect_uris: ['http://127.0.0.1/login.html']
  }
}
