import { describe, expect, test } from 'vitest'
import {
  goalsOf,
  judge,
  makersOf,
  modelTick,
  unknownIncrease,
  type Distribution,
  type Increase,
  type LatencyName,
  type ModelSample,
  type ModelTick,
} from '../../src/index.ts'

const goals = goalsOf(2, 0.05)

/** Latencies that nothing was observed of. */
const none: Distribution = { bounds: [], counts: [], sum: 0, count: 0 }
const latencies = { ttft: none, itl: none, tpot: none, e2e: none, queue: none }

const idleCounters = {
  ...unknownIncrease.counters,
  promptTokens: 0,
  cachedPromptTokens: 0,
  generationTokens: 0,
  preemptions: 0,
}
const busyCounters = { ...idleCounters, promptTokens: 100, generationTokens: 100 }

const quiet: Partial<ModelTick> = {
  running: 0,
  waiting: 0,
  increase: { counters: idleCounters, latencies },
}
const busy: Partial<ModelTick> = { running: 4, waiting: 0 }
const queue = (waiting: number, more: Partial<ModelTick> = {}): Partial<ModelTick> => ({
  running: 8,
  waiting,
  ...more,
})
const gone: Partial<ModelTick> = {
  down: { reason: 'timeout' },
  isGood: false,
  running: null,
  waiting: null,
  kvCacheRatio: null,
  increase: null,
}

/** A tick every 5 s. */
function ticks(...all: readonly Partial<ModelTick>[]): ModelTick[] {
  return all.map((more, index) => ({
    at: index * 5000,
    isGood: true,
    isAfterGap: false,
    hasReset: false,
    down: null,
    running: 0,
    waiting: 0,
    kvCacheRatio: 0.5,
    increase: { counters: busyCounters, latencies },
    ...more,
  }))
}

const times = (count: number, tick: Partial<ModelTick>) => Array.from({ length: count }, () => tick)

const after = (...all: readonly Partial<ModelTick>[]) => judge(ticks(...all), goals)?.verdict

/** `n` observations of one latency, all of them in one bucket that ends at `seconds`. */
function late(name: LatencyName, n: number, seconds: number): Partial<ModelTick> {
  const distribution: Distribution = {
    bounds: [0.01, seconds, Infinity],
    counts: [0, n, n],
    sum: n * seconds,
    count: n,
  }
  const increase: Increase = {
    counters: busyCounters,
    latencies: { ...latencies, [name]: distribution },
  }
  return { ...busy, increase }
}

test('without a tick there is no verdict; the first one counts at once', () => {
  expect(judge([], goals)).toBeNull()
  expect(after(busy)).toMatchObject({ state: 'fine', since: 0 })
})

describe('the first state that holds', () => {
  test.each<[string, string | null, Partial<ModelTick>[]]>([
    ['fine', null, [busy]],
    ['fine', null, times(20, late('ttft', 1, 3))],
    ['idle', null, times(13, quiet)],
    ['slow', 'ttft', [busy, late('ttft', 20, 3), busy, busy]],
    ['slow', 'itl', [busy, late('itl', 20, 0.2), busy, busy]],
    ['fine', null, [busy, late('itl', 19, 0.2), busy, busy]],
    ['fine', null, [queue(1), queue(1), busy, queue(1), queue(1)]],
    ['queueing', 'slots_full', times(6, queue(3))],
    ['saturated', 'slots_full', [...times(3, queue(3)), ...times(3, queue(4))]],
    [
      'saturated',
      'slots_full',
      [queue(3), { ...late('queue', 5, 9), ...queue(3) }, ...times(3, queue(3))],
    ],
    [
      'queueing',
      'slots_full',
      [queue(3), { ...late('queue', 4, 9), ...queue(3) }, ...times(3, queue(3))],
    ],
    ['down', 'timeout', [busy, gone]],
  ])('%s, %s', (state, reason, all) => expect(after(...all)).toMatchObject({ state, reason }))
})

describe('why requests wait', () => {
  const reason = (more: Partial<ModelTick>, before: Partial<ModelTick> = {}) =>
    after({ ...busy, ...before }, ...times(6, queue(3, more)))?.reason
  const counted = (more: Partial<Increase['counters']>) => ({
    increase: { counters: { ...busyCounters, ...more }, latencies },
  })

  test('the cache is full, or requests are preempted', () => {
    expect(reason({ kvCacheRatio: 0.95 })).toBe('kv_full')
    expect(reason(counted({ preemptions: 1 }))).toBe('kv_full')
  })
  test('all slots are taken, and the cache has room', () => {
    expect(reason({ kvCacheRatio: 0.94 })).toBe('slots_full')
    expect(reason({ kvCacheRatio: null })).toBe('slots_full')
  })
  test('prompts are computed more than answers are made', () => {
    const more = { running: 12 }
    // 300 of 400 prompt tokens are computed, beside 100 generated ones.
    expect(reason(counted({ promptTokens: 400, cachedPromptTokens: 100 }), more)).toBe(
      'prefill_bound',
    )
    expect(reason(counted({ promptTokens: 400, cachedPromptTokens: 200 }), more)).toBeNull()
  })
  test('a full cache without a queue is no state', () =>
    expect(after(...times(10, { ...busy, kvCacheRatio: 1 }))?.state).toBe('fine'))
})

describe('another state is taken', () => {
  test('when it is worse and has held three times, since the first of them', () => {
    const slow = late('ttft', 20, 3)
    expect(after(busy, slow, slow)?.state).toBe('fine')
    expect(after(busy, slow, slow, slow)).toMatchObject({ state: 'slow', since: 5000 })
  })

  test('when it is better and has held six times', () => {
    const waited = times(6, queue(3))
    expect(after(...waited, ...times(5, busy))?.state).toBe('queueing')
    expect(after(...waited, ...times(6, busy))).toMatchObject({ state: 'fine', since: 30_000 })
  })

  test('at once when it is down, and when it comes back', () => {
    expect(after(...times(6, queue(3)), gone)).toMatchObject({ state: 'down', since: 30_000 })
    expect(after(busy, gone, busy)).toMatchObject({ state: 'fine', since: 10_000 })
  })

  test('at once when it is saturated, since the first of its three scrapes', () => {
    const rising = [busy, busy, busy, queue(1), queue(2), queue(3)]
    expect(after(...rising)).toMatchObject({ state: 'saturated', since: 15_000 })
    expect(after(...rising, queue(3), queue(3), queue(3), queue(3))?.since).toBe(15_000)
  })
})

test('what decided stands beside it, with how many samples over how long', () => {
  expect(after(...times(6, queue(3, { kvCacheRatio: 0.96 })))?.evidence).toEqual([
    { kind: 'waiting', value: 3, limit: 0, samples: 6, seconds: 25 },
    { kind: 'kv_cache_ratio', value: 0.96, limit: 0.95, samples: 3, seconds: 10 },
  ])
  expect(after(...times(13, late('ttft', 2, 1)))?.evidence).toMatchObject([
    { kind: 'waiting', value: 0 },
    { kind: 'ttft_p95_seconds', limit: 2, samples: 13, seconds: 60 },
    { kind: 'kv_cache_ratio', value: 0.5 },
  ])
})

test('ticks that were judged before are not judged again', () => {
  const history = ticks(...times(6, queue(3)), ...times(6, busy))
  const half = judge(history.slice(0, 8), goals)
  expect(judge(history, goals, half)).toEqual(judge(history, goals))
  // The hour's ring may have lost the begin: since is remembered.
  expect(judge(history.slice(8), goals, half)?.verdict.since).toBe(30_000)
})

test('of replicas waiting and running are summed, and the fullest cache counts', () => {
  const sample = (more: Partial<ModelSample>): ModelSample => ({
    at: 0,
    isAfterGap: false,
    hasReset: false,
    running: 1,
    waiting: 2,
    kvCacheRatio: 0.2,
    kvCacheBasis: 'used',
    increase: { counters: busyCounters, latencies },
    estimatesAborted: false,
    ...more,
  })
  const one = { sample: sample({}), isNew: true, reason: null }
  const two = { sample: sample({ kvCacheRatio: 0.9 }), isNew: true, reason: null }
  const stale = { sample: null, isNew: false, reason: 'timeout' }
  expect(modelTick(7, [one, two, stale])).toMatchObject({
    at: 7,
    down: null,
    isGood: true,
    running: 2,
    waiting: 4,
    kvCacheRatio: 0.9,
    increase: { counters: { promptTokens: 200 } },
  })
  expect(modelTick(7, [stale])).toMatchObject({
    down: { reason: 'timeout' },
    isGood: false,
    waiting: null,
    increase: null,
  })
  expect(modelTick(7, [{ ...one, isNew: false }])).toMatchObject({
    down: null,
    isGood: false,
    increase: null,
  })
})

test('who makes the load: the largest, until they make half of it', () => {
  const team = (name: string, share: number) => ({ id: name, name, share })
  const of = (...shares: number[]) =>
    makersOf(shares.map((share, index) => team(String(index), share)))
  expect(of(0.1, 0.382, 0.326).teams.map(({ name }) => name)).toEqual(['1', '2'])
  expect(of(0.326, 0.382).share).toBeCloseTo(0.708, 12)
  expect(of(0.6, 0.4).teams).toHaveLength(1)
  expect(of(0.2, 0.2, 0.2, 0.2, 0.2).teams).toHaveLength(3)
  expect(of(0, 0).teams).toEqual([])
})
