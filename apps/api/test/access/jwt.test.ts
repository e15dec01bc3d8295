import { createServer } from 'node:http'
import { once } from 'node:events'
import type { webcrypto } from 'node:crypto'
import { Session } from '@podium/contracts'
import { Jwt } from 'hono/utils/jwt'
import { expect, onTestFinished, test, vi } from 'vitest'
import { serveApp } from '../support/serve-app.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }

async function keyPair(kid: string) {
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const exported = async (key: webcrypto.CryptoKey) => ({
    ...(await crypto.subtle.exportKey('jwk', key)),
    kid,
    alg: 'ES256',
  })
  return { secret: await exported(pair.privateKey), open: await exported(pair.publicKey) }
}

/** A sign-in service that counts how often it is asked for its keys. */
async function signInService() {
  const pair = await keyPair('k1')
  const service = { asked: 0, status: 200, keys: [pair.open], ...pair }
  const server = createServer((_, response) => {
    service.asked += 1
    response.writeHead(service.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ keys: service.keys }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const at = server.address()
  const port = typeof at === 'object' && at !== null ? at.port : 0
  return { service, server, url: `http://127.0.0.1:${port}/jwks` }
}

const seconds = () => Math.floor(Date.now() / 1000)

/** jose has a clock of its own, so the system's is moved. */
function moveClock() {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const startedAt = Date.now()
  return { skipTo: (ms: number) => vi.setSystemTime(startedAt + ms) }
}

async function venue(env: Record<string, string> = {}) {
  const clock = moveClock()
  const { service, server, url } = await signInService()
  const warnings: string[] = []
  const { ask, address } = await serveApp({
    env: {
      JWT_JWKS_URL: url,
      JWT_ISSUER: 'https://id.example.org',
      JWT_AUDIENCE: 'podium',
      JWT_ROLE_CLAIM: 'realm.roles',
      VIEWER_GROUPS: 'guests',
      ADMIN_GROUPS: 'crew',
      ...env,
    },
    now: () => Date.now(),
    warn: (_, line) => warnings.push(line),
  })
  const claims = (more: object = {}) => ({
    iss: 'https://id.example.org',
    aud: 'podium',
    exp: seconds() + 3600,
    realm: { roles: ['guests'] },
    ...more,
  })
  const sign = (more: object = {}, key = service.secret) => Jwt.sign(claims(more), key, 'ES256')
  const show = (token: string, from = '127.0.0.1') =>
    ask('/tokens', { headers: { authorization: `Bearer ${token}` }, from })
  const who = async (token: string) => {
    const headers = { authorization: `Bearer ${token}` }
    return Session.parse(JSON.parse((await ask('/api/v1/session', { headers })).text)).role
  }
  return { ask, address, service, server, url, clock, claims, sign, show, who, warnings }
}

test('a token of the sign-in service opens what its groups may do', async () => {
  const { sign, who, service } = await venue()
  expect(await who(await sign())).toBe('viewer')
  expect(await who(await sign({ realm: { roles: ['x', 'crew'] } }))).toBe('admin')
  expect(await who(await sign({ realm: { roles: 'guests crew' } }))).toBe('admin')
  expect(await who(await sign({ realm: { roles: ['strangers'] } }))).toBeNull()
  expect(await who(await sign({ realm: {} }))).toBeNull()
  expect(service.asked).toBe(1)
})

test('a stream ends with the token that opened it', async () => {
  const { sign, address, clock } = await venue()
  const headers = { authorization: `Bearer ${await sign()}` }
  const told = (await fetch(`${address}/api/v1/live`, { headers })).text()
  clock.skipTo(3_570_000)
  vi.advanceTimersByTime(15_000)
  clock.skipTo(3_600_001)
  vi.advanceTimersByTime(15_000)
  expect(await told).toMatch(/event: hello\n[^]*: still here\n\nretry: [^]*event: bye\n/)
})

test('a token that is old, of somebody else, for somebody else, or endless opens nothing', async () => {
  const { sign, who } = await venue()
  const stranger = await keyPair('k1')
  expect(await who(await sign({ exp: seconds() - 1 }))).toBeNull()
  expect(await who(await sign({ nbf: seconds() + 60 }))).toBeNull()
  expect(await who(await sign({ iss: 'https://evil.example.org' }))).toBeNull()
  expect(await who(await sign({ aud: 'another' }))).toBeNull()
  expect(await who(await sign({ exp: undefined }))).toBeNull()
  expect(await who(await sign({}, stranger.secret))).toBeNull()
})

test('no token chooses how it is checked', async () => {
  const { claims, who, service } = await venue()
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const body = encode(claims())
  expect(await who(`${encode({ alg: 'none', kid: 'k1', typ: 'JWT' })}.${body}.AAAA`)).toBeNull()
  const shared = await Jwt.sign(claims(), JSON.stringify(service.open), 'HS256')
  const [, payload, mark] = shared.split('.')
  const confused = encode({ alg: 'HS256', kid: 'k1', typ: 'JWT' })
  expect(await who(`${confused}.${payload}.${mark}`)).toBeNull()
})

test('keys are asked for once, not once per request, and never because of an invented key', async () => {
  const { sign, show, service, clock } = await venue()
  const tokens = await Promise.all(Array.from({ length: 10 }, () => sign()))
  await Promise.all(tokens.map((token) => show(token)))
  expect(service.asked).toBe(1)
  const foreign = await keyPair('k2')
  for (let time = 0; time < 5; time++) await show(await sign({}, foreign.secret))
  expect(service.asked).toBe(1)
  clock.skipTo(9 * 60_000)
  await show(await sign())
  expect(service.asked).toBe(1)
  clock.skipTo(11 * 60_000)
  await show(await sign())
  expect(service.asked).toBe(2)
})

test('a new key is found, and a service that is away keeps nobody out', async () => {
  const { sign, show, service, clock } = await venue()
  await show(await sign())
  const next = await keyPair('k2')
  service.keys.push(next.open)
  clock.skipTo(60_000)
  expect((await show(await sign({}, next.secret))).status).toBe(200)
  service.status = 503
  clock.skipTo(30 * 60_000)
  expect((await show(await sign())).status).toBe(200)
  expect(service.asked).toBe(3)
})

test('whoever runs it reads why nobody can sign in: host and cause, and nothing of a token', async () => {
  const { sign, who, service, url, clock, warnings } = await venue()
  const { host } = new URL(url)
  service.status = 503
  expect(await who(await sign())).toBeNull()
  expect(warnings.splice(0)).toEqual([
    `The keys of the sign-in service at ${host} cannot be read (ERR_JOSE_GENERIC): is JWT_JWKS_URL right?`,
  ])
  service.status = 200
  clock.skipTo(31_000)
  expect(await who(await sign())).toBe('viewer')
  expect(await who(await sign({ aud: 'canary' }))).toBeNull()
  expect(await who(await sign({ iss: 'https://canary.example.org' }))).toBeNull()
  expect(await who(await sign({ exp: seconds() - 1 }))).toBeNull()
  const stranger = await keyPair('k1')
  expect(await who(await sign({ aud: 'canary' }, stranger.secret))).toBeNull()
  expect(warnings).toEqual([
    `A token that ${host} signed was refused: it does not carry our JWT_AUDIENCE.`,
    `A token that ${host} signed was refused: it does not carry our JWT_ISSUER.`,
  ])
})

test('where the sign-in service cannot be reached, the warning has the code of the system', async () => {
  const { sign, who, server, url, warnings } = await venue()
  server.close()
  await once(server, 'close')
  expect(await who(await sign())).toBeNull()
  expect(warnings).toEqual([
    `The keys of the sign-in service at ${new URL(url).host} cannot be read (ECONNREFUSED): is JWT_JWKS_URL right?`,
  ])
})

test('a session ends when the token does that opened it', async () => {
  const { ask, sign, clock } = await venue()
  const opened = await ask('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-podium': '1' },
    body: JSON.stringify({ token: await sign({ exp: seconds() + 60 }) }),
  })
  const [cookie = ''] = opened.headers['set-cookie'] ?? []
  const headers = { cookie: cookie.split(';')[0] ?? '' }
  expect((await ask('/tokens', { headers })).status).toBe(200)
  clock.skipTo(61_000)
  expect((await ask('/tokens', { headers })).status).toBe(401)
})

test('a token that nobody signed is no guess, and a signed one is always checked', async () => {
  const { sign, show } = await venue({ VIEWER_TOKEN: 'canary-viewer' })
  const stranger = await keyPair('k1')
  const wrong = await sign({}, stranger.secret)
  for (let time = 0; time < 60; time += 1) expect((await show(wrong)).status).toBe(401)
  expect((await show('canary-viewer', '127.0.0.2')).status).toBe(200)
  for (let time = 0; time < 20; time += 1) await show(`wrong-${time}`)
  expect((await show('wrong')).status).toBe(429)
  expect((await show(await sign())).status).toBe(200)
})

test('where a configured token looks like a signed one, such words are guesses, too', async () => {
  const { sign, show } = await venue({ VIEWER_TOKEN: 'canary.canary.canary' })
  expect((await show('canary.canary.canary', '127.0.0.2')).status).toBe(200)
  for (let time = 0; time < 20; time += 1) await show(`canary.canary.${time}`)
  expect((await show('canary.canary.canary')).status).toBe(429)
  expect((await show(await sign())).status).toBe(200)
})

test('a token that ends within a second opens a session, too', async () => {
  const { ask, sign } = await venue()
  const opened = await ask('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-podium': '1' },
    body: JSON.stringify({ token: await sign({ exp: seconds() + 60.123_456_7 }) }),
  })
  const [cookie = ''] = opened.headers['set-cookie'] ?? []
  const headers = { cookie: cookie.split(';')[0] ?? '' }
  expect((await ask('/tokens', { headers })).status).toBe(200)
})
