import { Session } from '@podium/contracts'
import { expect, onTestFinished, test, vi } from 'vitest'
import { serveApp } from '../../support/serve-app.ts'

const viewer = 'canary-viewer'
const admin = 'canary-admin-token'
const tokens = { VIEWER_TOKEN: viewer, ADMIN_TOKEN: admin }
const path = '/api/v1/session'
const json = { 'content-type': 'application/json', 'x-podium': '1' }

async function venue(env: Record<string, string> = tokens) {
  const clock = { now: Date.parse('2026-11-21T12:00:00Z') }
  const served = await serveApp({ env, now: () => clock.now })
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    served.ask(path, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const enter = async (body: unknown, headers = {}) => {
    const [cookie = ''] = (await post(body, headers)).headers['set-cookie'] ?? []
    return { cookie: cookie.split(';')[0] ?? '' }
  }
  return { ...served, clock, post, enter }
}

test('a token becomes a cookie that a stream of events can carry', async () => {
  const { ask, post, address } = await venue()
  const opened = await post({ token: viewer })
  expect(Session.parse(JSON.parse(opened.text))).toEqual({
    role: 'viewer',
    via: 'session',
    ways: ['token'],
  })
  const [line = ''] = opened.headers['set-cookie'] ?? []
  expect(line).toMatch(
    /^podium=viewer\.\d+\.[\w-]{22}\.[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  expect(opened.text + line).not.toContain(viewer)
  const cookie = line.split(';')[0] ?? ''
  expect((await ask('/tokens', { headers: { cookie: `a=b; ${cookie}` } })).status).toBe(200)
  const stop = new AbortController()
  const stream = await fetch(`${address}/api/v1/live`, { headers: { cookie }, signal: stop.signal })
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  stop.abort()
})

test('on https the cookie is bound to its host', async () => {
  const env = { ...tokens, PUBLIC_URL: 'https://board.example.org' }
  const { ask, post } = await venue(env)
  const host = { host: 'board.example.org' }
  const [line = ''] = (await post({ token: admin }, host)).headers['set-cookie'] ?? []
  expect(line).toMatch(/^__Host-podium=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  const cookie = line.split(';')[0] ?? ''
  expect((await ask('/tokens', { headers: { ...host, cookie } })).status).toBe(200)
  const planted = cookie.replace('__Host-', '')
  expect((await ask('/tokens', { headers: { ...host, cookie: planted } })).status).toBe(401)
})

test('a session ends after twelve hours, when it is ended, and when the tokens change', async () => {
  const { ask, enter, clock } = await venue()
  const early = await enter({ token: viewer })
  const late = await enter({ token: viewer })
  const ended = await ask(path, {
    method: 'DELETE',
    headers: { ...early, ...json, origin: 'http://x' },
  })
  expect(ended.status).toBe(403)
  const own = { host: '127.0.0.1:4180', origin: 'http://127.0.0.1:4180' }
  const gone = await ask(path, { method: 'DELETE', headers: { ...early, ...json, ...own } })
  expect(gone.status).toBe(204)
  expect(gone.headers['set-cookie']?.[0]).toContain('Max-Age=0')
  expect((await ask('/tokens', { headers: early })).status).toBe(401)
  expect((await ask('/tokens', { headers: late })).status).toBe(200)

  const same = await venue()
  expect((await same.ask('/tokens', { headers: late })).status).toBe(200)
  const changed = await venue({ ...tokens, VIEWER_TOKEN: 'canary-another' })
  expect((await changed.ask('/tokens', { headers: late })).status).toBe(401)

  clock.now += 12 * 3_600_000
  expect((await ask('/tokens', { headers: late })).status).toBe(401)
})

test.each(['runs out', 'is ended'])('a stream ends when the session %s', async (how) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { ask, enter, clock, address } = await venue()
  const headers = await enter({ token: viewer })
  const stream = await fetch(`${address}/api/v1/live`, { headers })
  const told = stream.text()
  vi.advanceTimersByTime(15_000)
  if (how === 'runs out') clock.now += 12 * 3_600_000
  const own = { host: '127.0.0.1:4180', origin: 'http://127.0.0.1:4180' }
  if (how === 'is ended')
    await ask(path, { method: 'DELETE', headers: { ...headers, ...json, ...own } })
  vi.advanceTimersByTime(15_000)
  expect(await told).toMatch(/^id: .+\nevent: hello\n[^]*: still here\n\nretry: [^]*event: bye\n/)
  expect((await ask('/api/v1/live', { headers })).status).toBe(401)
})

test('no part of a session can be rewritten', async () => {
  const { ask, enter } = await venue()
  const { cookie } = await enter({ token: viewer })
  const [name, value = ''] = cookie.split('=')
  const [role, endsAt, id, mark] = value.split('.')
  for (const forged of [
    `admin.${endsAt}.${id}.${mark}`,
    `${role}.${Number(endsAt) + 1}.${id}.${mark}`,
    `${role}.${endsAt}.${'A'.repeat(22)}.${mark}`,
    `${role}.${endsAt}.${id}.${'A'.repeat(43)}`,
    `${role}.${endsAt}.${id}.`,
    `${role}.${endsAt}.${id}`,
    'null',
  ])
    expect((await ask('/tokens', { headers: { cookie: `${name}=${forged}` } })).status).toBe(401)
})

test('the printed code opens the administration once', async () => {
  const { ask, post, enter, access } = await venue({})
  const code = access.code?.code ?? ''
  expect(code).toMatch(/^[\w-]{22}$/)
  expect((await post({ code: `${code.slice(0, -1)}!` })).status).toBe(401)
  const before = Session.parse(JSON.parse((await ask(path)).text))
  expect(before).toEqual({ role: 'viewer', via: 'open', ways: ['code'] })
  const headers = await enter({ code })
  const inside = Session.parse(JSON.parse((await ask(path, { headers })).text))
  expect(inside).toEqual({ role: 'admin', via: 'session', ways: [] })
  expect((await post({ code })).status).toBe(401)
})

test('with a token to administer there is no code', async () => {
  expect((await venue()).access.code).toBeNull()
})

test.each([
  ['{"token":', 400],
  ['[]', 400],
  ['{}', 400],
  ['{"token":7}', 400],
  ['{"token":"canary-viewer","role":"admin"}', 400],
  ['{"__proto__":{"token":"canary-viewer"}}', 400],
  ['{"token":"canary-nothing"}', 401],
])('%s opens nothing: %i', async (body, status) => {
  const answer = await (await venue()).post(body)
  expect(answer.status).toBe(status)
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.text).not.toContain('canary')
})

test('a change must come from a page of this server, deliberately, and as JSON', async () => {
  const { ask, enter } = await venue()
  const session = await enter({ token: admin })
  const own = { host: 'localhost:4180', origin: 'http://localhost:4180' }
  const token = JSON.stringify({ token: viewer })
  const post = async (headers: Record<string, string>) =>
    (await ask(path, { method: 'POST', headers, body: token })).status
  expect(await post({ ...session, ...json, ...own })).toBe(200)
  expect(await post({ ...session, ...json })).toBe(403)
  expect(await post({ ...session, ...json, ...own, origin: 'https://evil.example.org' })).toBe(403)
  expect(await post({ ...session, ...json, ...own, origin: 'null' })).toBe(403)
  expect(await post({ ...json, origin: 'https://evil.example.org' })).toBe(403)
  expect(await post({ ...session, ...own, 'content-type': 'application/json' })).toBe(403)
  expect(await post({ ...session, ...own, 'x-podium': '1', 'content-type': 'text/plain' })).toBe(
    415,
  )
  const bearer = { authorization: `Bearer ${admin}`, 'content-type': 'application/json' }
  expect(await post(bearer)).toBe(200)
})

test.each(['', '[1]', 'null', '{', '"token"'])(
  'a body that is no object is refused in a sentence: %j',
  async (body) => {
    const { post } = await venue()
    const { status, text } = await post(body)
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({
      parameter: 'body',
      detail: 'The body must be a JSON object.',
    })
  },
)

test('names and secrets that the browser sends along need the same', async () => {
  const { ask } = await venue({ BASIC_USERS: 'anna:canary-secret' })
  const authorization = `Basic ${Buffer.from('anna:canary-secret').toString('base64')}`
  const end = async (headers: Record<string, string>) =>
    (await ask(path, { method: 'DELETE', headers: { authorization, ...headers } })).status
  expect(await end(json)).toBe(403)
  expect(await end({ ...json, origin: 'https://evil.example.org' })).toBe(403)
  expect(await end({ ...json, host: 'localhost', origin: 'http://localhost' })).toBe(204)
})
