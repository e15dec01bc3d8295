import { Problem, Status, CompatLeaderboard } from '@podium/contracts'
import { expect, test } from 'vitest'
import { serveApp } from '../support/serve-app.ts'
import { testApp } from '../support/test-app.ts'

test('days that have not been read are named, not counted as empty', async () => {
  const { get } = await testApp()
  const answer = CompatLeaderboard.parse(await (await get('/tokens')).json())
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
  const { get } = await testApp()
  const status = Status.parse(await (await get('/api/v1/status')).json())
  expect(status).toMatchObject({ demo: true, version: '1.2.3', data_version: 0 })
})

test.each([
  ['/tokens?start_date=2026-02-30', 400, 'start_date'],
  ['/tokens?end_date=later', 400, 'end_date'],
  ['/tokens/nothing', 404, undefined],
  ['/api', 404, undefined],
  ['/api/v2/board', 404, undefined],
  ['/api%2fx', 404, undefined],
  ['//api/x', 404, undefined],
  ['/API/x', 404, undefined],
  ['/%61pi', 404, undefined],
  ['/tokens%2fx', 404, undefined],
  ['/./Tokens//x', 404, undefined],
  ['/assets/c-3.js', 404, undefined],
  ['/../etc/passwd.txt', 404, undefined],
])('%s is a problem document with %i', async (path, status, parameter) => {
  const response = await (await testApp()).get(path)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(Problem.parse(await response.json())).toMatchObject({
    status,
    ...(parameter && { parameter }),
  })
})

test('a page address is the page, revalidated; an asset is for ever', async () => {
  const { get } = await testApp()
  const page = await get('/t/latent-lions')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('cache-control')).toBe('no-cache')
  const again = await get('/', { 'if-none-match': page.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  const asset = await get('/assets/a-1.js')
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('what the page loads is packed for whoever takes it so', async () => {
  const { get } = await serveApp()
  const ask = (coding: string) => get('/assets/b-2.js', { 'accept-encoding': coding })
  const [plain, br, gzip] = [await ask('identity'), await ask('br'), await ask('gzip')]
  expect(br.headers.get('content-encoding')).toBe('br')
  expect(gzip.headers.get('content-encoding')).toBe('gzip')
  expect(br.headers.get('vary')).toContain('Accept-Encoding')
  expect(br.headers.get('etag')).not.toBe(plain.headers.get('etag'))
  const text = await plain.text()
  expect([await br.text(), await gzip.text()]).toEqual([text, text])
  expect(Number(br.headers.get('content-length'))).toBeLessThan(text.length / 10)
})

test('a fault of ours is told to us, and only its fact to the caller', async () => {
  const teams = () => Promise.reject(new Error('sk-canary in here'))
  const { get, faults } = await testApp({ store: { teams } })
  const response = await get('/tokens')
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('canary')
  expect(faults).toHaveLength(1)
})
