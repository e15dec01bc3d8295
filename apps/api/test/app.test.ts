import { Problem, Status, Tokens } from '@podium/contracts'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { createAnswers } from '../src/http/answers/create-answers.ts'
import { createDoor } from '../src/http/door.ts'
import { createFront } from '../src/http/front.ts'
import { listen } from '../src/http/listen.ts'
import { createHub } from '../src/live/hub.ts'
import type { Store } from '../src/store/open-store.ts'
import { openTestStore } from './support/open-test-store.ts'
import { testAccess } from './support/test-access.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const page = (text: string, type: string) => ({
  body: new TextEncoder().encode(text),
  type,
  etag: `"${text.length}"`,
})

async function serveApp(overrides: Partial<Store> = {}) {
  const faults: unknown[] = []
  const hub = createHub({
    epoch: 'e',
    hello: () => ({ version: '1', dataVersion: 0 }),
    random: () => 0,
  })
  hub.close()
  const { access } = testAccess()
  const store = { ...(await openTestStore()), ...overrides }
  const desk = createFront({ version: () => 0, now: () => now })
  const app = createApp({
    access,
    requestsPerSecond: 0,
    livePerAddress: 1,
    random: () => 0,
    store,
    answers: createAnswers({ all: () => 0, ofDays: store.rangeVersion }),
    remember: desk.remember,
    hub,
    now: () => now,
    publicIds: { team: (id) => `t_${id}`, key: (hash) => `k_${hash}` },
    spa: new Map([
      ['/index.html', page('<!doctype html>', 'text/html; charset=utf-8')],
      ['/assets/a-1.js', page('1', 'text/javascript; charset=utf-8')],
    ]),
    watcher: { sources: () => [], heard: () => [], priced: () => [], unreadDays: () => null },
    about: { demo: true, version: '1.2.3', pollSeconds: 10, historyDays: 3 },
    isDraining: () => false,
    onFault: (fault) => faults.push(fault),
  })
  const door = createDoor({ access, publicUrl: null, demo: true })
  const server = await listen({ door, front: desk.front, app }, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.close())
  const get = (path: string, headers = {}) => fetch(server.address + path, { headers })
  return { get, faults }
}

test('days that have not been read are named, not counted as empty', async () => {
  const { get } = await serveApp()
  const answer = Tokens.parse(await (await get('/tokens')).json())
  expect(answer).toEqual({
    teams: [],
    coverage: {
      start_date: '2026-11-20',
      end_date: '2026-11-21',
      missing: ['2026-11-20', '2026-11-21'],
    },
  })
})

test('the status names the version and whether this is a demo', async () => {
  const { get } = await serveApp()
  const status = Status.parse(await (await get('/api/v1/status')).json())
  expect(status).toMatchObject({ demo: true, version: '1.2.3', dataVersion: 0 })
})

test.each([
  ['/tokens?start_date=2026-02-30', 400, 'start_date'],
  ['/tokens?end_date=later', 400, 'end_date'],
  ['/tokens/nothing', 404, undefined],
  ['/api', 404, undefined],
  ['/api/v2/board', 404, undefined],
  ['/assets/b-2.js', 404, undefined],
  ['/../etc/passwd.txt', 404, undefined],
])('%s is a problem document with %i', async (path, status, parameter) => {
  const response = await (await serveApp()).get(path)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(Problem.parse(await response.json())).toMatchObject({
    status,
    ...(parameter && { parameter }),
  })
})

test('a page address is the page, revalidated; an asset is for ever', async () => {
  const { get } = await serveApp()
  const page = await get('/t/latent-lions')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('cache-control')).toBe('no-cache')
  const again = await get('/', { 'if-none-match': page.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  const asset = await get('/assets/a-1.js')
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('a fault of ours is told to us, and only its fact to the caller', async () => {
  const teams = () => Promise.reject(new Error('sk-canary in here'))
  const { get, faults } = await serveApp({ teams })
  const response = await get('/tokens')
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('canary')
  expect(faults).toHaveLength(1)
})
