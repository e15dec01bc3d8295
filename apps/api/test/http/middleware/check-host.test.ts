import { connect } from 'node:net'
import { once } from 'node:events'
import { Problem } from '@podium/contracts'
import { expect, test } from 'vitest'
import { serveApp } from '../../support/serve-app.ts'
import { testApp } from '../../support/test-app.ts'

const board = '/tokens'

test.each([
  'evil.example.org',
  'localhost.evil.example.org',
  '127.0.0.1.evil.example.org',
  'evil.example.org:4180',
  '10.9.8.7',
  '0.0.0.0',
  'localhost@evil.example.org',
  '127.0.0.999',
  '127.256.0.1',
  'localhost:65536',
  'localhost:99999',
])('rebinding: under the foreign name %j nothing is answered', async (host) => {
  const { ask } = await serveApp({ env: { ALLOW_ANONYMOUS_READ: '1' } })
  for (const path of [board, '/healthz', '/', '/assets/a-1.js']) {
    const { status, headers, text } = await ask(path, { headers: { host } })
    expect(status).toBe(421)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(Problem.parse(JSON.parse(text)).detail).toContain('ALLOWED_HOSTS')
  }
})

test.each([
  'localhost',
  'LOCALHOST:9',
  '127.0.0.1:9',
  '[::1]:9',
  'board.example.org',
  'podium.lan:80',
])('under its own name %s it answers', async (host) => {
  const env = { PUBLIC_URL: 'https://board.example.org', ALLOWED_HOSTS: 'podium.lan' }
  const { ask } = await testApp({ env })
  expect((await ask('/healthz', { headers: { host } })).status).toBe(200)
})

test('a wildcard address answers under the address at which it is reached, and under no name', async () => {
  const { ask } = await serveApp({ env: { HOST: '0.0.0.0', ALLOW_ANONYMOUS_READ: '1' } })
  const of = async (host: string) => (await ask(board, { headers: { host } })).status
  expect(await of('127.0.0.1:4180')).toBe(200)
  expect(await of('192.0.2.7:4180')).toBe(421)
  expect(await of('venue.example.org')).toBe(421)
})

test('every answer carries the standard headers, whatever it is', async () => {
  const { ask } = await serveApp({ env: { VIEWER_TOKEN: 'canary-viewer' } })
  const paths = ['/', '/assets/a-1.js', '/healthz', board, '/nothing.txt', '/api/v1/session']
  for (const path of [...paths, '/api/v1/live', `/${'a'.repeat(9000)}`]) {
    const { headers } = await ask(path)
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      vary: expect.stringContaining('Origin'),
    })
    expect(headers['strict-transport-security']).toBeUndefined()
  }
})

test('https is demanded for a year where the public address is https', async () => {
  const { ask } = await testApp({ env: { PUBLIC_URL: 'https://board.example.org' } })
  const { headers } = await ask('/healthz')
  expect(headers['strict-transport-security']).toBe('max-age=31536000')
})

const original = 'http://anna-leaderboard-frontend.workshop.devboost.com'
const moved = 'https://anna-leaderboard-frontend.workshop.mkhe.de'
const ofPattern = 'https://ben-page.venue.example.org'

test.each([original, moved, ofPattern, 'http://localhost:9000', 'https://more.example.org'])(
  'a page at %s may ask, and is told what went wrong',
  async (origin) => {
    const env = {
      VITE_WORKSHOP_USER: 'anna',
      VITE_LEADERBOARD_FRONTEND_PORT: '9000',
      ALLOWED_ORIGINS: 'https://more.example.org,https://*-page.venue.example.org',
    }
    const { ask } = await testApp({ env })
    for (const path of [board, `${board}?start_date=x`, '/tokens/nothing', '/api/v2']) {
      const headers = { origin, authorization: 'bearer undefined' }
      const answer = await ask(path, { headers })
      expect(answer.headers['access-control-allow-origin']).toBe(origin)
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
      expect(answer.headers.vary).toContain('Origin')
    }
    const preflight = await ask(board, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers['access-control-allow-origin']).toBe(origin)
    expect(preflight.headers['access-control-allow-headers']).toContain('authorization')
  },
)

test.each([
  'https://page.venue.example.org',
  'https://ben-page.venue.example.org.evil.example',
  'https://x.ben-page.venue.example.org',
  'http://ben-page.venue.example.org',
  'https://ben-page_venue.example.org',
])('%s is none of the pages that a pattern lets in', async (origin) => {
  const { ask } = await testApp({
    env: { ALLOWED_ORIGINS: 'https://*-page.venue.example.org' },
  })
  const { headers } = await ask(board, { headers: { origin } })
  expect(headers['access-control-allow-origin']).toBeUndefined()
})

test('a page that a pattern lets in may not write', async () => {
  const { access } = await testApp({
    env: { ALLOWED_ORIGINS: 'https://*-page.venue.example.org,https://more.example.org' },
  })
  expect(access.origins.mayWrite(ofPattern, 'localhost')).toBe(false)
  expect(access.origins.mayWrite('https://more.example.org', 'localhost')).toBe(true)
})

test('a page elsewhere is told nothing, and a cached answer is not taken for its own', async () => {
  const { ask } = await testApp()
  const origin = 'https://evil.example.org'
  for (const method of ['GET', 'GET', 'OPTIONS']) {
    const headers = { origin, 'access-control-request-method': 'GET' }
    const answer = await ask(board, { method, headers })
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    )
    expect(answer.headers.vary).toContain('Origin')
  }
})

test('too much is refused before it is read: body, address, headers', async () => {
  const { ask, address } = await serveApp()
  const post = { method: 'POST', headers: { 'content-type': 'application/json', 'x-podium': '1' } }
  const large = JSON.stringify({ token: 'a'.repeat(64 * 1024) })
  expect((await ask('/api/v1/session', { ...post, body: large })).status).toBe(413)
  expect((await ask('/healthz', { method: 'POST', body: large })).status).toBe(413)
  const chunked = { ...post, headers: { ...post.headers, 'transfer-encoding': 'chunked' } }
  expect((await ask('/api/v1/session', { ...chunked, body: large })).status).toBe(413)
  expect((await ask(`/${'a'.repeat(8192)}`)).status).toBe(414)
  expect((await ask('/healthz', { headers: { 'x-much': 'a'.repeat(17_000) } })).status).toBe(431)
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
})

test.each([
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/../../../package.json',
  '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
  '/assets/..%5c..%5cpackage.json',
  '/assets//etc/passwd.txt',
  '/index.html%00.js',
  '/.git/config.txt',
])('no path leads out of the built page: %s', async (path) => {
  const { ask } = await serveApp()
  const { status, text } = await ask(path)
  expect([200, 400, 404]).toContain(status)
  if (status === 200) expect(text).toBe('<!doctype html>')
  expect(text).not.toMatch(/root:|"name":|\[core\]/)
})

test('an address that is a whole URL is refused', async () => {
  const { address } = await serveApp()
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.end(
    'GET http://evil.example.org/tokens HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  )
  let text = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  await once(socket, 'close')
  expect(text).toMatch(/^HTTP\/1\.1 400 /)
})
