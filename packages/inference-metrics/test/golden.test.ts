import { describe, expect, test } from 'vitest'
import {
  isStale,
  latencyOf,
  spanOf,
  sumOf,
  type CounterName,
  type Increase,
  type LatencyName,
  type ModelSample,
} from '../src/index.ts'
import { readMoments, readScrapes, replay } from './support/golden.ts'

const { samples, state } = replay()
const moments = readMoments()
const intervalMs = 2000
const spans = { '1m': 60, '5m': 300 } as const

/** What Prometheus' range holds: closed at both ends, and not moved to the nearest scrape. */
function inRange(at: number, seconds: number): ModelSample[] {
  return samples.filter((sample) => sample.at >= (at - seconds) * 1000 && sample.at <= at * 1000)
}

/** The one number that Prometheus answered; `null` for no series and for no observation. */
function answerOf(moment: (typeof moments)[number], query: string): number | null {
  const value = moment.answers[query]?.[0]?.value
  return value === undefined || value === 'NaN' ? null : Number(value)
}

const cases = moments.flatMap((moment) =>
  (['1m', '5m'] as const).map((span) => ({
    moment,
    span,
    seconds: spans[span],
    inside: inRange(moment.at, spans[span]),
  })),
)

type Read = (increase: Increase) => number | null | undefined

/**
 * Whether Prometheus ends its extrapolation early: it does not go back beyond the moment at which a counter would have been
 * 0. Over a reset it looks at the first value only.
 */
function beginsNearZero(inside: readonly ModelSample[], read: Read): boolean {
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined || last === undefined) return true
  const before = samples.slice(0, samples.indexOf(first) + 1)
  const lastReset = Math.max(
    0,
    before.findLastIndex(({ hasReset }) => hasReset),
  )
  const value = read(sumOf(before.slice(lastReset))) ?? 0
  const gained = read(sumOf(inside.slice(1))) ?? 0
  return value * (last.at - first.at) < gained * intervalMs * 1.1
}

const latencies: LatencyName[] = ['ttft', 'itl', 'tpot', 'e2e', 'queue']

test('every quantile is Prometheus’ quantile', () => {
  let compared = 0
  for (const { moment, span, inside } of cases) {
    const { latencies: known } = sumOf(inside.slice(1))
    for (const name of latencies)
      for (const q of ['p50', 'p95', 'p99'] as const) {
        const expected = answerOf(moment, `${name}_${q}_${span}`)
        const distribution = known[name]
        const value = distribution === null ? null : (latencyOf(distribution)[q]?.value ?? null)
        if (expected === null) expect(value, `${name} ${q} at ${moment.what}`).toBeNull()
        else {
          expect(Math.abs((value ?? NaN) / expected - 1)).toBeLessThan(1e-9)
          compared += 1
        }
      }
  }
  expect(compared).toBe(405)
})

test('every mean and ratio is Prometheus’, but where a counter begins at 0 in the window', () => {
  let equal = 0
  let near = 0
  for (const { moment, span, inside } of cases) {
    const increase = sumOf(inside.slice(1))
    for (const name of latencies) {
      const distribution = increase.latencies[name]
      const mean = distribution === null ? null : latencyOf(distribution).mean
      const parts: Read[] = [(of) => of.latencies[name]?.sum, (of) => of.latencies[name]?.count]
      compare(`${name}_mean_${span}`, mean, parts)
    }
    const { cachedPromptTokens, promptTokens } = increase.counters
    const ratio =
      !promptTokens || cachedPromptTokens === null ? null : cachedPromptTokens / promptTokens
    const parts: Read[] = [(of) => of.counters.cachedPromptTokens, (of) => of.counters.promptTokens]
    compare(`cached_ratio_${span}`, ratio, parts)

    function compare(query: string, value: number | null, parts: Read[]): void {
      const expected = answerOf(moment, query)
      const what = `${query} at ${moment.what}`
      if (expected === null) expect(value, what).toBeNull()
      if (expected === null || expected === 0) return
      const difference = Math.abs((value ?? NaN) / expected - 1)
      if (difference < 1e-9) equal += 1
      else {
        near += 1
        expect(difference, what).toBeLessThan(0.033)
        expect(
          parts.some((read) => beginsNearZero(inside, read)),
          what,
        ).toBe(true)
      }
    }
  }
  expect({ equal, near }).toEqual({ equal: 150, near: 9 })
})

const counters = {
  prompt_tokens: 'promptTokens',
  generation_tokens: 'generationTokens',
  cached_tokens: 'cachedPromptTokens',
  preemptions: 'preemptions',
} as const satisfies Record<string, CounterName>

describe('what Prometheus extrapolates', () => {
  const compare = (query: string, name: CounterName, isRate: boolean) =>
    cases.flatMap(({ moment, span, seconds, inside }) => {
      const [first, last] = [inside[0], inside.at(-1)]
      const expected = answerOf(moment, `${query}_${span}`)
      if (first === undefined || last === undefined || first === last || !expected) return []
      const covered = (last.at - first.at) / 1000
      const increase = sumOf(inside.slice(1))
      const isWhole =
        covered > seconds - 2.2 * 2 && !beginsNearZero(inside, (of) => of.counters[name])
      const value = (increase.counters[name] ?? NaN) / (isRate ? covered : 1)
      return [{ isWhole, ratio: value / expected, what: `${query} ${span} ${moment.what}` }]
    })

  test.each(Object.entries(counters))('%s: a rate is the same inside a series', (query, name) => {
    const all = compare(`${query}_rate`, name, true)
    expect(all.length).toBeGreaterThan(0)
    for (const { isWhole, ratio, what } of all)
      if (isWhole) expect(Math.abs(ratio - 1), what).toBeLessThan(1e-9)
      else {
        expect(ratio, what).toBeGreaterThan(0.999)
        expect(ratio, what).toBeLessThan(4.6)
      }
  })

  test.each(Object.entries(counters))(
    '%s: an increase is a whole number, a little less',
    (query, name) => {
      const all = compare(`${query}_increase`, name, false)
      expect(all.length).toBeGreaterThan(0)
      for (const { ratio, what } of all) {
        expect(ratio, what).toBeGreaterThan(1 - 0.09)
        expect(ratio, what).toBeLessThan(1.001)
      }
    },
  )
})

test('gauges are those of the newest good scrape, and stale while the engine is down', () => {
  for (const moment of moments) {
    const newest = samples.findLast(({ at }) => at <= moment.at * 1000)
    const expected = {
      running: answerOf(moment, 'running'),
      waiting: answerOf(moment, 'waiting'),
      kvCacheRatio: answerOf(moment, 'kv_usage'),
    }
    const own = newest !== undefined && !isStale(newest.at, moment.at * 1000, 2000) ? newest : null
    expect(
      {
        running: own?.running ?? null,
        waiting: own?.waiting ?? null,
        kvCacheRatio: own?.kvCacheRatio ?? null,
      },
      moment.what,
    ).toEqual(expected)
  }
})

describe('the restart', () => {
  const failed = readScrapes().filter(({ up }) => up === 0)
  const index = samples.findIndex(({ hasReset }) => hasReset)

  test('is one reset and one gap, and the counters go on from 0', () => {
    expect(samples.filter(({ hasReset }) => hasReset)).toHaveLength(1)
    expect(samples.filter(({ isAfterGap }) => isAfterGap)).toHaveLength(1)
    const [before, after] = [samples[index - 1], samples[index]]
    expect(after?.isAfterGap).toBe(true)
    const down = failed.filter(({ at }) => at > (before?.at ?? 0) && at < (after?.at ?? 0))
    expect(down.length).toBeGreaterThan(40)
    expect(state?.restartedAt).toBe(after?.at)
    expect(after?.increase?.counters.promptTokens).toBe(0)
  })

  test('is told by the window that has it', () => {
    const span = spanOf(samples.slice(0, index + 5), 300_000)
    const [from, to] = [samples[index - 1]?.at, samples[index]?.at]
    expect(span?.window).toMatchObject({ resets: 1, gaps: [{ from, to }] })
    // Prometheus sees the same one.
    const moment = moments.find(({ what }) => what.includes('the reset is inside'))
    expect(moment?.answers['prompt_tokens_resets_5m']?.[0]?.value).toBe('1')
  })
})
