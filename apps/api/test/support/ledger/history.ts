import type { Counters, DaySource } from '@podium/litellm-client'
import fc from 'fast-check'
import { keyNames, modelNames, teamIds, type Noise } from './gateway-world.ts'

/** One thing that happens. */
export type Step =
  | { kind: 'wait'; ms: number }
  | { kind: 'midnight' }
  | { kind: 'traffic'; key: string; model: string | null; counters: Counters; isLate: boolean }
  | { kind: 'lower'; row: number; share: number }
  | { kind: 'moveKey'; key: string; teamId: string | null }
  | { kind: 'rename'; alias: string | null }
  | { kind: 'flip'; source: DaySource }
  | { kind: 'restart' }
  | { kind: 'replay'; which: number }
  /** `paused`: steps that pass between the answer and its booking, as where a collector was stopped. */
  | { kind: 'poll'; tookMs: number; noise: Noise; mostKeys: number; paused: number }

export type History = {
  startAt: number
  pollMs: number
  /** How long after a day's end the gateway still writes it. */
  lateForMs: number
  steps: Step[]
}

// Both ends of summer time in Europe, a leap day, a year's end and a day like any other.
const days = ['2026-03-29', '2026-10-25', '2028-02-29', '2026-12-31', '2026-11-20']
const dayMs = 86_400_000
const minuteMs = 60_000

const counters: fc.Arbitrary<Counters> = fc
  .record({
    prompt: fc.nat(5000),
    completion: fc.nat(3000),
    cached: fc.nat(99),
    created: fc.nat(40),
    failed: fc.boolean(),
    usd: fc.double({ min: 0, max: 2, noNaN: true }),
    savings: fc.double({ min: -0.5, max: 1, noNaN: true }),
    ms: fc.nat(9000),
  })
  .map(({ prompt, completion, cached, created, failed, usd, savings, ms }) => ({
    promptTokens: prompt + cached + created,
    completionTokens: completion,
    cacheReadTokens: cached,
    cacheCreationTokens: created,
    requests: 1,
    successes: failed ? 0 : 1,
    failures: failed ? 1 : 0,
    spendUsd: usd,
    cacheSavingsUsd: savings,
    responseMs: ms,
    timedRequests: failed ? 0 : 1,
  }))

const key = fc.constantFrom(...keyNames)
const traffic = fc.record({
  kind: fc.constant('traffic' as const),
  key,
  model: fc.constantFrom(...modelNames),
  counters,
  isLate: fc.nat(4).map((draw) => draw === 0),
})
const moveKey = fc.record({
  kind: fc.constant('moveKey' as const),
  key,
  teamId: fc.constantFrom(...teamIds),
})
const rename = fc.record({
  kind: fc.constant('rename' as const),
  alias: fc.constantFrom('first name', 'zweiter Name ✨', null),
})
const flip = fc.record({
  kind: fc.constant('flip' as const),
  source: fc.constantFrom<DaySource>('aggregated', 'single-page', 'page-walk'),
})
const restart = fc.constant({ kind: 'restart' as const })
const replay = fc.record({ kind: fc.constant('replay' as const), which: fc.nat(50) })
const wait = (min: number, max: number) =>
  fc.integer({ min, max }).map((ms) => ({ kind: 'wait' as const, ms }))
const poll = (noise: fc.Arbitrary<Noise>, mostKeys: fc.Arbitrary<number>, mostPaused: number) =>
  fc.record({
    kind: fc.constant('poll' as const),
    tookMs: fc.nat(3000),
    noise,
    mostKeys,
    paused: fc.nat(mostPaused),
  })

const noNoise = fc.constant<Noise>('none')
export const allKeys = fc.constant(Infinity)
export const someKeys = fc.constantFrom(Infinity, Infinity, 1, 3)

/** Anything that a gateway, a network and a process do. */
export const wildHistory: fc.Arbitrary<History> = fc.record({
  startAt: fc
    .record({ day: fc.constantFrom(...days), into: fc.nat(dayMs - 1) })
    .map(({ day, into }) => Date.parse(`${day}T00:00:00Z`) + into),
  pollMs: fc.constantFrom(1000, 10_000, 60_000, 300_000),
  lateForMs: fc.constant(dayMs),
  steps: fc.array(
    fc.oneof(
      { weight: 10, arbitrary: traffic },
      { weight: 8, arbitrary: poll(noNoise, someKeys, 3) },
      {
        weight: 2,
        arbitrary: poll(fc.constantFrom('rows lost', 'rows twice', 'models ahead'), someKeys, 0),
      },
      { weight: 6, arbitrary: wait(1000, 40_000) },
      { weight: 2, arbitrary: wait(minuteMs, 40 * minuteMs) },
      { weight: 1, arbitrary: wait(dayMs / 8, 2 * dayMs) },
      { weight: 1, arbitrary: fc.constant({ kind: 'midnight' as const }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('lower' as const),
          row: fc.nat(20),
          share: fc.constantFrom(0, 0.5, 0.9),
        }),
      },
      { weight: 2, arbitrary: moveKey },
      { weight: 1, arbitrary: rename },
      { weight: 1, arbitrary: flip },
      { weight: 1, arbitrary: restart },
      { weight: 2, arbitrary: replay },
    ),
    { minLength: 5, maxLength: 60, size: 'max' },
  ),
})

/** Watched without a gap from before the first request, by a gateway that only counts. */
export const calmHistory = (mostKeys: fc.Arbitrary<number>): fc.Arbitrary<History> =>
  fc.record({
    startAt: fc
      .record({ day: fc.constantFrom(...days), into: fc.nat(20 * minuteMs), isEve: fc.boolean() })
      .map(({ day, into, isEve }) => Date.parse(`${day}T00:00:00Z`) + (isEve ? -into : into)),
    pollMs: fc.constantFrom(1000, 10_000, 30_000),
    lateForMs: fc.constant(13 * minuteMs),
    steps: fc
      .array<Step>(
        fc.oneof(
          { weight: 10, arbitrary: traffic },
          { weight: 6, arbitrary: wait(500, 30_000) },
          { weight: 2, arbitrary: moveKey },
          { weight: 1, arbitrary: rename },
          { weight: 1, arbitrary: flip },
          { weight: 1, arbitrary: restart },
          { weight: 1, arbitrary: replay },
        ),
        { minLength: 5, maxLength: 50, size: 'max' },
      )
      .chain((steps) => withPolls(steps, mostKeys)),
  })

/** A poll at the start and after every wait, so that no interval exceeds a minute. */
function withPolls(steps: readonly Step[], mostKeys: fc.Arbitrary<number>): fc.Arbitrary<Step[]> {
  const waits = steps.filter(({ kind }) => kind === 'wait').length
  const polls = fc.array(poll(noNoise, mostKeys, 0), {
    minLength: waits + 2,
    maxLength: waits + 2,
    size: 'max',
  })
  return polls.map((drawn) => {
    const left = drawn.map((each) => ({ ...each, tookMs: Math.min(each.tookMs, 400) }))
    const next = (): Step[] => left.splice(0, 1)
    const watched = steps.flatMap((step) => (step.kind === 'wait' ? [step, ...next()] : [step]))
    return [...next(), ...watched, { kind: 'wait', ms: 1000 }, ...next()]
  })
}
