import { connect } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { serveApp, type AskedFrom } from '../support/serve-app.ts'

const viewer = 'canary-viewer'
const admin = 'canary-admin-token'
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const basic = (pair: string) => ({
  authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
})

/** What the session route says of who asks. */
async function visitors(env: Record<string, string>, now?: () => number) {
  const { ask, address } = await serveApp({ env, ...(now && { now }) })
  const who = async (headers: Record<string, string> = {}, more: AskedFrom = {}) => {
    const { text } = await ask('/api/v1/session', { headers, ...more })
    const { role, via } = JSON.parse(text)
    return { role, via }
  }
  return { ask, who, address }
}

const nobody = { role: null, via: null }
const open = { role: 'viewer', via: 'open' }

test('on this machine, with nothing set, reading is open', async () => {
  const { who } = await visitors({})
  expect(await who()).toEqual(open)
  expect(await who({ host: 'localhost:5173' })).toEqual(open)
})

test.each([
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'forwarded',
  'via',
  'x-real-ip',
  'cf-connecting-ip',
  'cf-ray',
  'true-client-ip',
  'x-original-forwarded-for',
  'tailscale-user-login',
  'cdn-loop',
])('a proxy on this machine opens nothing: %s', async (header) => {
  const { who } = await visitors({})
  expect(await who({ [header]: '127.0.0.1' })).toEqual(nobody)
})

test('a name of the venue opens nothing, although the proxy that knows it is here', async () => {
  const { who } = await visitors({ PUBLIC_URL: 'https://board.example.org' })
  expect(await who({ host: 'board.example.org' })).toEqual(nobody)
})

test('a proxy that has been told nothing speaks HTTP/1.0, and opens nothing', async () => {
  const { address } = await visitors({})
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.write('GET /tokens HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n')
  let text = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  await once(socket, 'close')
  expect(text).toMatch(/^HTTP\/1\.1 401 /)
})

test.each([
  { VIEWER_TOKEN: viewer },
  { ADMIN_TOKEN: admin },
  { SERVER_BASIC_AUTH_TOKEN: viewer },
  { BASIC_USERS: 'anna:canary-secret' },
  { PROXY_SIGN_IN: '1', TRUSTED_PROXIES: '10.0.0.0/8' },
])('with %o set, nothing is open, not even here', async (env) => {
  const { who } = await visitors(env)
  expect(await who()).toEqual(nobody)
})

test('an open reading is open behind a proxy, too, and opens no more than reading', async () => {
  const { who } = await visitors({ ALLOW_ANONYMOUS_READ: '1', ADMIN_TOKEN: admin })
  expect(await who({ 'x-forwarded-for': '203.0.113.9' })).toEqual(open)
})

test.each(['bearer undefined', 'Bearer null', 'Bearer', 'Basic dXNlcjpwdw==', 'Digest x', ''])(
  'where reading is open, %j is no reason to refuse it',
  async (authorization) => {
    const { who } = await visitors({})
    expect(await who({ authorization })).toEqual(open)
  },
)

test('the original’s page without a token guesses nothing, however often it asks', async () => {
  const { ask } = await visitors({ VIEWER_TOKEN: viewer })
  for (let times = 0; times < 70; times++) {
    const headers = { authorization: 'bearer undefined' }
    expect((await ask('/tokens', { headers })).status).toBe(401)
  }
})

test('tokens and names open what they are for', async () => {
  const { who } = await visitors({
    VIEWER_TOKEN: viewer,
    SERVER_BASIC_AUTH_TOKEN: 'canary-@-original!',
    ADMIN_TOKEN: admin,
    BASIC_USERS: 'anna:canary-secret',
    BASIC_ADMINS: 'ben:canary-secret:long',
  })
  expect(await who(bearer(viewer))).toEqual({ role: 'viewer', via: 'token' })
  expect(await who(bearer('canary-@-original!'))).toEqual({ role: 'viewer', via: 'token' })
  expect(await who({ authorization: `bearer ${admin}` })).toEqual({ role: 'admin', via: 'token' })
  expect(await who(basic('anna:canary-secret'))).toEqual({ role: 'viewer', via: 'basic' })
  expect(await who(basic('ben:canary-secret:long'))).toEqual({ role: 'admin', via: 'basic' })
  expect(await who(basic('ben:canary-secret'))).toEqual(nobody)
  expect(await who(basic(`:${viewer}`))).toEqual(nobody)
  expect(await who(bearer(`${viewer}x`))).toEqual(nobody)
  expect(await who(bearer('anna:canary-secret'))).toEqual(nobody)
})

test('a trusted proxy says who somebody is; anybody else says nothing', async () => {
  const { who } = await visitors({
    TRUSTED_PROXIES: '127.0.0.2, ::ffff:127.0.0.4/128',
    PROXY_SIGN_IN: '1',
    ADMIN_GROUPS: 'crew',
    VIEWER_GROUPS: 'guests',
  })
  const named = (groups: string) => ({ 'x-forwarded-user': 'anna', 'x-forwarded-groups': groups })
  const proxy = { from: '127.0.0.2' }
  expect(await who({ ...named('guests') }, { from: '127.0.0.3' })).toEqual(nobody)
  expect(await who({}, { headers: named('x,guests'), ...proxy })).toEqual({
    role: 'viewer',
    via: 'proxy',
  })
  expect(await who({}, { headers: named('guests, crew'), ...proxy })).toEqual({
    role: 'admin',
    via: 'proxy',
  })
  expect(await who({}, { headers: named('guests'), from: '127.0.0.4' })).toMatchObject({
    via: 'proxy',
  })
  expect(await who({}, { headers: named('crewmates'), ...proxy })).toEqual(nobody)
  expect(await who({}, { headers: { 'x-forwarded-groups': 'crew' }, ...proxy })).toEqual(nobody)
})

test('a proxy that is trusted with addresses only names nobody', async () => {
  const { who } = await visitors({ TRUSTED_PROXIES: '127.0.0.2', VIEWER_TOKEN: viewer })
  const headers = { 'x-forwarded-user': 'anna', 'x-forwarded-groups': 'podium-admin' }
  expect(await who({}, { headers, from: '127.0.0.2' })).toEqual(nobody)
})
