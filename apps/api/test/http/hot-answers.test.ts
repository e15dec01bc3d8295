import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { DayRange } from '../../src/domain/span.ts'
import { openTestStore } from '../support/open-test-store.ts'
import { testApp } from '../support/test-app.ts'

const br = { 'accept-encoding': 'gzip, br' }
const path = '/tokens?start_date=2025-11-01&end_date=2026-11-01'

/** The app over a store that counts how often it is asked for teams. */
async function watched(env: Record<string, string> = {}) {
  const world = { reads: 0, version: 1, now: Date.parse('2026-11-21T12:00:00Z') }
  const store = await openTestStore()
  const teams = () => {
    world.reads += 1
    return store.teams()
  }
  const made = await testApp({
    env,
    store: { ...store, teams },
    now: () => world.now,
    dataVersion: () => world.version,
  })
  return { ...made, world }
}

test('the second answer is the first one, byte for byte, and nothing is read for it', async () => {
  const { get, world } = await watched()
  const [first, second] = [await get(path, br), await get(path, br)]
  const bytes = Buffer.from(await first.arrayBuffer())
  expect(Buffer.from(await second.arrayBuffer())).toEqual(bytes)
  expect(world.reads).toBe(1)
  for (const answer of [first, second]) {
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      vary: 'Accept-Encoding, Origin',
      'cache-control': 'private, no-cache',
      'content-type': 'application/json; charset=utf-8',
      'content-encoding': 'br',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
    })
  }
  expect(JSON.parse(brotliDecompressSync(bytes).toString())).toMatchObject({ teams: [] })
})

test('each coding has its tag, and what is short goes as it is', async () => {
  const { get } = await watched()
  const tags = new Set<unknown>()
  for (const coding of ['br', 'gzip', 'identity'])
    for (let times = 0; times < 2; times += 1) {
      const { headers } = await get(path, { 'accept-encoding': coding })
      expect(headers.get('content-encoding') ?? 'identity').toBe(coding)
      tags.add(headers.get('etag'))
    }
  expect(tags.size).toBe(3)
  const { headers } = await get('/tokens', br)
  expect(headers.get('content-encoding')).toBeNull()
})

test('who has it is told that nothing changed', async () => {
  const { get, world } = await watched()
  const etag = (await get(path, br)).headers.get('etag') ?? ''
  world.version = 2
  for (const known of [etag, `"other", W/${etag}`, '*']) {
    const again = await get(path, { ...br, 'if-none-match': known })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('etag')).toBe(etag)
    expect(again.headers.get('vary')).toBe('Accept-Encoding, Origin')
    expect(again.headers.get('content-length')).toBeNull()
  }
  expect((await get(path, { 'if-none-match': etag })).status).toBe(200)
})

test('HEAD says what GET says, without the body', async () => {
  const { ask } = await watched()
  const withoutId = (headers: object) => ({ ...headers, 'x-request-id': '' })
  const head = await ask(path, { method: 'HEAD', headers: br })
  const full = await ask(path, { headers: br })
  expect(withoutId(head.headers)).toEqual(withoutId(full.headers))
  expect([head.status, head.text]).toEqual([200, ''])
})

test('new data, or a day that began, is asked for again', async () => {
  const { get, world } = await watched()
  await get('/tokens')
  await get('/tokens')
  expect(world.reads).toBe(1)
  world.now += 24 * 3_600_000
  await get('/tokens')
  expect(world.reads).toBe(2)
})

test('a form that nobody can read is refused', async () => {
  const { get } = await watched()
  const none = { 'accept-encoding': 'identity;q=0, br;q=0, gzip;q=0' }
  for (let times = 0; times < 2; times += 1) expect((await get(path, none)).status).toBe(406)
})

test('which days are looked at is told where they have to be read, and only by who may look', async () => {
  const asked: DayRange[] = []
  const { ask } = await testApp({
    env: { VIEWER_TOKEN: 'canary-viewer' },
    onAsked: (days) => asked.push(days),
  })
  const path = '/api/v1/board?from=2026-03-01&to=2026-03-02&tz=UTC'
  const headers = { authorization: 'Bearer canary-viewer' }
  expect((await ask(path)).status).toBe(401)
  expect(asked).toEqual([])
  for (let time = 0; time < 3; time += 1) expect((await ask(path, { headers })).status).toBe(200)
  expect(asked).toEqual([{ from: '2026-03-01', to: '2026-03-02' }])
})
