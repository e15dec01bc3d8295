import { expect, test } from 'vitest'
import type { EngineRequest } from '../../src/index.ts'
import { startsAt, watchEngine } from './watch-engine.ts'

function request(atSeconds: number, more: Partial<EngineRequest> = {}): EngineRequest {
  return {
    arrivesMs: startsAt + atSeconds * 1000,
    promptTokens: 900,
    cachedTokens: 0,
    generationTokens: 100,
    fate: 'stop',
    sender: 'direct',
    ...more,
  }
}

/** An engine that gets exactly these. */
function serve(requests: readonly EngineRequest[], size: object = {}) {
  let rest = [...requests]
  const until = (toMs: number) => {
    const due = rest.filter(({ arrivesMs }) => arrivesMs <= toMs)
    rest = rest.filter(({ arrivesMs }) => arrivesMs > toMs)
    return due
  }
  return watchEngine({ traffic: { until }, ...size })
}

test('a request waits for nobody, is computed, and makes its tokens one by one', () => {
  const { engine, tick } = serve([request(1, { cachedTokens: 450 })])
  tick(900)
  expect(engine.truth()).toMatchObject({ moment: { running: 0 }, counted: { promptTokens: 0 } })
  tick(200)
  expect(engine.truth()).toMatchObject({ moment: { running: 1 }, counted: { promptTokens: 900 } })
  tick(900)
  const { generationTokens } = engine.truth().counted
  expect(generationTokens).toBeGreaterThan(40)
  expect(generationTokens).toBeLessThan(60)
  tick(10_000)
  const { moment, counted } = engine.truth()
  expect(moment?.running).toBe(0)
  expect(counted).toMatchObject({ generationTokens: 100, cachedPromptTokens: 450, stopped: 1 })
  expect(counted.latencies.ttft.sum).toBeCloseTo(0.062, 9)
  expect(counted.latencies.itl.sum).toBeCloseTo(99 / 55, 9)
})

test('what does not fit into the batch waits, and its wait is in its first token', () => {
  const { engine, tick } = serve([request(1), request(1), request(1)], { maxRunning: 2 })
  tick(2000)
  expect(engine.truth().moment).toMatchObject({ running: 2, waiting: 1 })
  tick(20_000)
  const { queue, ttft } = engine.truth().counted.latencies
  expect(queue.sum).toBeGreaterThan(1.5)
  expect(ttft.sum).toBeGreaterThan(queue.sum)
})

test('a full cache puts the youngest back, which loses no token', () => {
  const long = { promptTokens: 600, generationTokens: 900 }
  const { engine, tick } = serve([request(1, long), request(1, long)], { kvCapacityTokens: 2000 })
  tick(16_000)
  expect(engine.truth()).toMatchObject({
    moment: { running: 1, waiting: 1 },
    counted: { preemptions: 1 },
  })
  tick(60_000)
  expect(engine.truth()).toMatchObject({
    moment: { running: 0, waiting: 0 },
    counted: { promptTokens: 1200, generationTokens: 1800, stopped: 2 },
  })
})

test.each([
  ['fails', { failed: 1, promptTokens: 900, generationTokens: 0 }],
  ['hangs up', { hungUp: 1, promptTokens: 900, generationTokens: 100, stopped: 0 }],
  ['refused', { refused: 1, promptTokens: 0 }],
  ['rejected', { rejected: 1, promptTokens: 0 }],
] as const)('one that %s is counted as such', (fate, counted) => {
  const { engine, tick } = serve([request(1, { fate })])
  tick(30_000)
  expect(engine.truth().counted).toMatchObject(counted)
})

test('a request that is longer than the context is refused', () => {
  const { engine, tick } = serve([request(1, { promptTokens: 9000 })], { contextTokens: 8192 })
  tick(5000)
  expect(engine.truth().counted.refused).toBe(1)
})

test('nobody’s polling changes what an engine does', () => {
  const often = watchEngine({ seed: 5, kvCapacityTokens: 6000 })
  const once = watchEngine({ seed: 5, kvCapacityTokens: 6000 })
  for (let second = 0; second < 900; second++) {
    often.tick(1000)
    often.engine.truth()
  }
  once.tick(900_000)
  const [a, b] = [often.engine.truth(), once.engine.truth()]
  expect(a.moment).toMatchObject({ running: b.moment?.running, waiting: b.moment?.waiting })
  expect(a.counted.promptTokens).toBe(b.counted.promptTokens)
  expect(a.counted.generationTokens).toBe(b.counted.generationTokens)
  expect(a.counted.preemptions).toBe(b.counted.preemptions)
  expect(a.counted.latencies.itl.counts).toEqual(b.counted.latencies.itl.counts)
  const [powerA, powerB] = [often.hardware.truth()[0], once.hardware.truth()[0]]
  expect(powerA?.energyJoules).toBeCloseTo(powerB?.energyJoules ?? 0, 3)
  expect(powerA?.temperatureCelsius).toBe(powerB?.temperatureCelsius)
})

test('after a restart it counts from 0, and the reader loses only what was made in between', async () => {
  const { engine, scrape, watch, figures, resets } = watchEngine()
  await scrape('/metrics')
  await watch(5)
  const before = engine.truth().counted.promptTokens
  engine.restart(30_000)
  expect(engine.truth().moment).toBeNull()
  expect((await engine.app.request('/metrics')).status).toBe(503)
  await watch(5)
  const { counted } = engine.truth()
  expect(counted.promptTokens).toBeGreaterThan(before)
  expect(figures().promptTokens).toBe(counted.promptTokens)
  expect(resets()).toBe(1)
})

test('with a key it answers nobody without it', async () => {
  const { engine } = watchEngine({ apiKey: 'local' })
  expect((await engine.app.request('/metrics')).status).toBe(401)
  const headers = { authorization: 'Bearer local' }
  expect((await engine.app.request('/metrics', { headers })).status).toBe(200)
})
