import { Inference } from '@podium/contracts'
import {
  createEngineSimulator,
  findRefusingUrl,
  type EngineFaultName,
  type SimulatedKindName,
} from '@podium/gateway-simulator'
import { expect, onTestFinished, test } from 'vitest'
import { createEngineTarget } from '../../../src/collect/inference/engine-target.ts'
import { watchEngines } from '../../support/inference/watched-engines.ts'
import { testApp } from '../../support/test-app.ts'

const startsAt = Date.parse('2026-11-21T10:00:00Z')

/** An engine that was well until a fault is injected. */
async function watchOne(kind: SimulatedKindName, hint = `${kind}+`) {
  let at = startsAt
  const now = () => at
  const engine = createEngineSimulator({ kind, seed: 5, startsAt, now, model: 'm' })
  const server = await engine.listen()
  onTestFinished(() => server.close())
  const { state, tickAt } = watchEngines({ INFERENCE_URLS: `one=${hint}${server.url}` })
  const { get } = await testApp({ inference: state, now })
  return {
    engine,
    tick: async (ms = 5000) => {
      at += ms
      await tickAt(at)
    },
    read: async () => {
      const { engines } = Inference.parse(await (await get('/api/v1/inference')).json())
      const [one] = engines
      if (one === undefined) throw new Error('There is no engine')
      return one
    },
    status: () => state.sources()[0],
  }
}

test.each([
  ['unauthorized', 'auth_error', 'auth'],
  ['forbidden', 'auth_error', 'forbidden'],
  ['not-found', 'misconfigured', 'not_found'],
  ['redirect-elsewhere', 'misconfigured', 'redirect_refused'],
  ['login-page', 'misconfigured', 'not_metrics'],
  ['empty-body', 'misconfigured', 'not_metrics'],
  ['loading', 'down', 'upstream'],
  ['connection-reset', 'down', 'network'],
  ['truncated-body', 'down', 'truncated'],
  ['hang', 'down', 'timeout'],
  ['drip', 'down', 'timeout'],
  ['huge-body', 'down', 'too_large'],
  ['million-samples', 'down', 'too_large'],
] as const)('an engine with %s is %s because of %s', async (fault, state, reason) => {
  const { engine, tick, read, status } = await watchOne('vllm')
  await tick()
  expect(await read()).toMatchObject({ state: 'ok', reason: null, model: 'm' })
  const injected = engine.faults.inject(fault, { route: '/metrics' })
  await tick()
  expect(await read()).toMatchObject({ state, reason, option: null, model: 'm' })
  expect(status()).toMatchObject({ name: 'engine:one', state, reason })
  injected.clear()
  await tick(65_000)
  expect(await read()).toMatchObject({ state: 'ok', reason: null, stale: false })
})

test.each([
  ['llamacpp', '', '--metrics'],
  ['llamacpp', 'llamacpp+', '--metrics'],
  ['sglang', 'sglang+', '--enable-metrics'],
] as const)(
  'a %s whose metrics are off names the flag, asked as "%s"',
  async (kind, hint, option) => {
    const { engine, tick, read } = await watchOne(kind, hint)
    engine.faults.inject('metrics-off', { route: '/metrics' })
    await tick()
    expect(await read()).toMatchObject({ state: 'misconfigured', reason: 'metrics_off', option })
  },
)

test('nobody at an address, and an address that nobody may ask, are told apart', async () => {
  const reasonOf = async (url: string) => {
    const target = { id: 'one', kind: null, url }
    const { poll } = createEngineTarget({ target, apiKey: null, intervalMs: 5000 })
    return poll(startsAt, new AbortController().signal).catch((error: unknown) => error)
  }
  const refusing = await findRefusingUrl()
  expect(await reasonOf(`${refusing}/metrics`)).toMatchObject({ reason: 'conn_refused' })
  expect(await reasonOf('http://169.254.169.254/metrics')).toMatchObject({
    reason: 'address_refused',
  })
})

test.each([
  ['duplicate-series', { running: expect.any(Number) }],
  ['crlf-lines', { running: expect.any(Number) }],
  ['long-label', { running: expect.any(Number) }],
  ['half-a-line', { running: expect.any(Number) }],
  ['openmetrics-without-end', { running: expect.any(Number) }],
  ['gauge-nan', { running: null, waiting: null, kv_cache_ratio: null }],
  ['gauge-infinite', { running: null, waiting: null, kv_cache_ratio: null }],
  ['vanished-histograms', { running: expect.any(Number), ttft_seconds: null, e2e_seconds: null }],
] satisfies readonly (readonly [EngineFaultName, object])[])(
  'an engine with %s is read as far as it can be',
  async (fault, figures) => {
    const { engine, tick, read } = await watchOne('vllm')
    await tick()
    engine.faults.inject(fault, { route: '/metrics' })
    await tick()
    await tick()
    expect(await read()).toMatchObject({ state: 'ok', figures })
  },
)

test('a restart is a reset and a gap, and no token of the new process is lost', async () => {
  const { engine, tick, read } = await watchOne('vllm')
  for (let count = 0; count < 24; count++) await tick()
  const before = engine.truth().counted
  engine.restart(12_000)
  await tick()
  expect(await read()).toMatchObject({ state: 'down', reason: 'upstream' })
  for (let count = 0; count < 12; count++) await tick()
  const after = engine.truth().counted
  const { figures, window, restarted_at } = await read()
  expect(window).toMatchObject({ resets: 1, gaps: [{ to: restarted_at }] })
  // What the first process made between its last scrape and its end is nobody's; here the two are one instant.
  expect(figures.prompt_tokens).toBeLessThanOrEqual(after.promptTokens)
  expect(figures.prompt_tokens).toBeGreaterThanOrEqual(after.promptTokens - before.promptTokens)
})
