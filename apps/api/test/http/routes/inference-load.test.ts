import { Inference, InferenceLoad, InferenceSeries } from '@podium/contracts'
import { expect, test } from 'vitest'
import { serve } from '../../support/inference/serve-text.ts'
import { vllmWith } from '../../support/inference/vllm-text.ts'
import { watchEngines } from '../../support/inference/watched-engines.ts'
import { testApp } from '../../support/test-app.ts'
import { watchGateway } from '../../support/watched-gateway.ts'

const startsAt = Date.parse('2026-11-20T10:00:00Z')
const model = 'qwen3-32b'
const beside = 5000

/** Twenty minutes of a gateway, and of an engine that serves one of its models and somebody else. */
async function room() {
  const watched = await watchGateway({
    ...{ profile: '1.109', seed: 11, startsAt, historyDays: 0, teams: 12, load: 2 },
  })
  await watched.pollTeams()
  await watched.pollPrices()
  const rows = () => watched.simulator.truth.readable().filter((row) => row.modelGroup === model)
  const sum = (of: (row: ReturnType<typeof rows>[number]) => number) =>
    rows().reduce((total, row) => total + of(row), 0)
  let minutes = 0
  const url = await serve((_, response) => {
    const generationTokens = sum((row) => row.completionTokens) + minutes * beside
    const promptTokens = sum((row) => row.promptTokens)
    response.end(vllmWith({ model, running: 1, waiting: 0, promptTokens, generationTokens }))
  })
  const { state, tickAt } = watchEngines({ INFERENCE_URLS: `one=${url}`, INFERENCE_SECONDS: '60' })
  for (; minutes < 20; minutes += 1) {
    watched.moveTo(startsAt + 5000 + minutes * 60_000)
    await watched.pollActivity()
    await tickAt(watched.now())
  }
  const app = await testApp({ store: watched.store, now: watched.now, inference: state })
  return { ...app, truth: rows(), state }
}

test('shares of teams and what did not come through the gateway are all that the engine made', async () => {
  const { get, truth } = await room()
  const asked = await get(
    '/api/v1/inference/load?from=2026-11-20T10:01:00Z&to=2026-11-20T10:20:00Z',
  )
  const answer = InferenceLoad.parse(await asked.json())
  const [load, ...others] = answer.models
  expect(others).toEqual([])
  expect(load).toMatchObject({ model, engines: ['one'], minutes: 19, ahead_tokens: 0 })
  expect(load?.public_models).toContain(model)
  const shares = (load?.teams ?? []).map(({ share }) => share ?? 0)
  const all = shares.reduce((sum, share) => sum + share, load?.not_via_gateway_share ?? 0)
  expect(all).toBeCloseTo(1, 12)
  const tokens = (load?.teams ?? []).reduce((sum, team) => sum + team.tokens, 0)
  expect(tokens).toBe(load?.gateway_tokens)
  expect(load?.gateway_tokens).toBeGreaterThan(0)
  expect(tokens + (load?.not_via_gateway_tokens ?? 0)).toBe(load?.engine_tokens)
  expect(load?.not_via_gateway_tokens).toBe(19 * beside)
  // The gateway's own sums, less what was there at the first scrape.
  const sent = truth.reduce((sum, row) => sum + row.promptTokens + row.completionTokens, 0)
  expect(sent).toBeGreaterThanOrEqual(load?.gateway_tokens ?? Infinity)
  expect(answer.unlinked.models).toEqual([])
  expect(answer.unlinked.public_models).not.toContain(model)
})

test('the verdict names who makes the load, and files say what the addresses say', async () => {
  const { get } = await room()
  const asked = await get('/api/v1/inference?window=10m')
  const { models } = Inference.parse(await asked.json())
  const makers = models[0]?.verdict.makers
  expect(makers?.teams.length).toBeGreaterThan(0)
  expect(makers?.share).toBeGreaterThan(0)
  const tag = asked.headers.get('etag') ?? ''
  expect((await get('/api/v1/inference?window=10m', { 'if-none-match': tag })).status).toBe(304)
  for (const [path, query] of [
    ['inference', ''],
    ['inference-load', '?range=1h'],
    ['inference-series', '?metric=generation_tokens&range=1h'],
  ] as const) {
    const csv = await (await get(`/api/v1/export/${path}.csv${query}`)).text()
    const json: unknown = await (await get(`/api/v1/export/${path}.json${query}`)).json()
    expect(Array.isArray(json) && json.length, path).toBe(csv.trim().split('\r\n').length - 1)
    expect(csv).toContain(model)
  }
  const series = InferenceSeries.parse(
    await (await get('/api/v1/inference/series?metric=generation_tokens&range=1h')).json(),
  )
  const placed = (series.lines[0]?.values ?? []).filter((value) => value !== null)
  expect(placed.length).toBeGreaterThan(18)
})

test.each([
  ['/api/v1/inference?window=4s', 400],
  ['/api/v1/inference?window=61m', 400],
  ['/api/v1/inference?windows=60s', 400],
  ['/api/v1/inference?engine=nobody', 404],
  ['/api/v1/inference?model=nobody', 404],
  ['/api/v1/gpus?gpu=nobody', 404],
  ['/api/v1/inference/series', 400],
  ['/api/v1/inference/series?metric=running&bucket=10s&range=24h', 400],
  ['/api/v1/inference/series?metric=nothing', 400],
  ['/api/v1/inference/load?model=nobody', 404],
])('%s is refused with %i', async (path, status) => {
  const { get } = await testApp()
  expect((await get(path)).status).toBe(status)
})
