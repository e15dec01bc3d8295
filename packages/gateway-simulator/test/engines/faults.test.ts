import { expect, onTestFinished, test } from 'vitest'
import type { EngineFaultName } from '../../src/index.ts'
import { watchEngine } from './watch-engine.ts'

async function answer(fault?: EngineFaultName): Promise<Response> {
  const { engine, tick } = watchEngine()
  tick(600_000)
  if (fault !== undefined) engine.faults.inject(fault)
  return engine.app.request('/metrics')
}

async function scrape(fault?: EngineFaultName): Promise<string> {
  return (await answer(fault)).text()
}

test.each([
  ['gauge-nan', /num_requests_running\{[^}]*\} NaN$/m],
  ['gauge-infinite', /num_requests_running\{[^}]*\} \+Inf$/m],
  ['gauge-minus-infinite', /num_requests_running\{[^}]*\} -Inf$/m],
  ['long-label', /x{65536}/],
  ['crlf-lines', /\d\r\n/],
  ['counters-restart', /generation_tokens_total\{[^}]*\} 3$/m],
] as const)('%s can be seen in the text', async (fault, sight) => {
  expect(await scrape()).not.toMatch(sight)
  expect(await scrape(fault)).toMatch(sight)
})

test('the other faults of a text take away or repeat what belongs there once', async () => {
  const count = (text: string, sight: RegExp) => text.match(sight)?.length ?? 0
  expect(count(await scrape('duplicate-series'), /^vllm:num_requests_running\{/gm)).toBe(2)
  expect(count(await scrape('no-infinite-bucket'), /\+Inf/g)).toBe(0)
  expect(count(await scrape('vanished-histograms'), /_bucket|_sum\{| histogram$/gm)).toBe(0)
  expect(await scrape('half-a-line')).not.toMatch(/\n$/)
})

test('an OpenMetrics answer breaks off before its end', async () => {
  const response = await answer('openmetrics-without-end')
  expect(response.headers.get('content-type')).toMatch(/^application\/openmetrics-text/)
  const text = await response.text()
  expect(text).toContain('# TYPE vllm:generation_tokens counter')
  expect(text).not.toContain('# EOF')
})

test('a million samples are made while they are read', async () => {
  expect((await scrape('million-samples')).split('\n')).toHaveLength(1_000_001)
})

test.each([
  ['unauthorized', 401],
  ['forbidden', 403],
  ['not-found', 404],
  ['loading', 503],
  ['redirect-elsewhere', 302],
  ['login-page', 200],
  ['empty-body', 200],
] as const)('%s answers %i', async (fault, status) => {
  expect((await answer(fault)).status).toBe(status)
})

test.each([
  ['llamacpp', 501],
  ['sglang', 404],
] as const)(
  '%s whose metrics nobody switched on answers %i and the rest as ever',
  async (kind, status) => {
    const { engine } = watchEngine({ kind })
    engine.faults.inject('metrics-off', { route: '/metrics' })
    expect((await engine.app.request('/metrics')).status).toBe(status)
    expect((await engine.app.request('/v1/models')).status).toBe(200)
  },
)

test('a fault of the connection is one of the connection', async () => {
  const { engine } = watchEngine()
  const server = await engine.listen()
  onTestFinished(() => server.close())
  const { url } = server
  engine.faults.inject('connection-reset', { times: 1 })
  await expect(fetch(`${url}/metrics`)).rejects.toThrow('fetch failed')
  expect((await fetch(`${url}/metrics`)).status).toBe(200)
})
