import { Problem } from '@podium/contracts'
import { expect, test } from 'vitest'
import { serveApp } from '../../support/serve-app.ts'
import { testApp } from '../../support/test-app.ts'

const viewer = 'canary-viewer'
const admin = 'canary-admin-token'
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const tokens = { VIEWER_TOKEN: viewer, ADMIN_TOKEN: admin }

test('every route says who may ask', async () => {
  const { routes } = await testApp()
  expect(routes.length).toBeGreaterThan(9)
  for (const { access, path } of routes)
    expect(['anyone', 'viewer', 'admin'], path).toContain(access)
})

test('what anyone may ask is what is needed before there is a way in', async () => {
  const { routes } = await testApp()
  const allowed = /^\/(?:healthz|readyz|openapi\.json|docs(?:\/.+)?|api\/v1\/session)$/
  for (const { access, path } of routes) if (access === 'anyone') expect(path).toMatch(allowed)
})

test('with a token set, every other route of the table refuses who shows none', async () => {
  const { ask, routes } = await testApp({ env: tokens })
  for (const { method, path, access } of routes) {
    if (access === 'anyone') continue
    const { status, headers, text } = await ask(path.replaceAll(/:\w+/g, 'x'), { method })
    expect(status, `${method} ${path}`).toBe(401)
    expect(headers['www-authenticate']).toBe('Bearer realm="Podium"')
    expect(Problem.parse(JSON.parse(text)).status).toBe(401)
  }
})

test('who may read may not administer', async () => {
  const { ask, routes } = await testApp({ env: tokens })
  for (const { method, path, access } of routes) {
    if (access !== 'admin') continue
    const asked = { method, headers: bearer(viewer) }
    expect((await ask(path.replaceAll(/:\w+/g, 'x'), asked)).status, path).toBe(403)
  }
})

test('a cached answer is only for who may see it', async () => {
  const { ask } = await testApp({ env: tokens })
  for (let round = 0; round < 3; round++) {
    expect((await ask('/tokens', { headers: bearer(viewer) })).status).toBe(200)
    expect((await ask('/tokens', { headers: bearer(admin) })).status).toBe(200)
    expect((await ask('/tokens')).status).toBe(401)
    expect((await ask('/tokens', { method: 'HEAD' })).status).toBe(401)
    expect((await ask('/tokens', { headers: { 'if-none-match': '*' } })).status).toBe(401)
  }
})

test('the page is there for everybody: it asks for the token', async () => {
  const { ask } = await testApp({ env: tokens })
  expect((await ask('/')).status).toBe(200)
  expect((await ask('/assets/a-1.js')).status).toBe(200)
})

test('a browser is asked for a name where there are names', async () => {
  const { ask } = await testApp({ env: { BASIC_USERS: 'anna:canary-secret' } })
  expect((await ask('/tokens')).headers['www-authenticate']).toMatch(/^Basic realm="Podium"/)
})

test('too many questions at once are sent away for a moment, cached answers and the page are not', async () => {
  const { ask } = await testApp({ env: { REQUESTS_PER_SECOND: '1' } })
  expect((await ask('/tokens')).status).toBe(200)
  expect((await ask('/api/v1/status')).status).toBe(200)
  const refused = await ask('/api/v1/status')
  expect(refused.status).toBe(503)
  expect(refused.headers['retry-after']).toBe('1')
  for (const path of ['/tokens', '/', '/healthz']) expect((await ask(path)).status).toBe(200)
})

test('one address holds so many streams, and a stream that ends makes room', async () => {
  const { address } = await serveApp({ env: { LIVE_PER_ADDRESS: '1' } })
  const first = new AbortController()
  const open = (signal?: AbortSignal) =>
    fetch(`${address}/api/v1/live`, { ...(signal && { signal }) })
  expect((await open(first.signal)).status).toBe(200)
  const refused = await open()
  expect(refused.status).toBe(503)
  expect(refused.headers.get('x-content-type-options')).toBe('nosniff')
  expect(refused.headers.get('vary')).toContain('Origin')
  first.abort()
  const last = new AbortController()
  await expect.poll(async () => (await open(last.signal)).status).toBe(200)
  last.abort()
})
