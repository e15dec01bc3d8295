import { z } from 'zod'

const counterNames = [
  'spend',
  'promptTokens',
  'completionTokens',
  'cacheReadTokens',
  'cacheCreationTokens',
  'successes',
  'failures',
  'responseMs',
  // Requests whose time is in `responseMs`.
  'timedRequests',
  'cachingSavings',
] as const

/** What every row and every sum counts. Requests are successes and failures together. */
export type Counters = Record<(typeof counterNames)[number], number>

const allZero: Counters = z.record(z.enum(counterNames), z.number().default(0)).parse({})

export function noCounters(): Counters {
  return { ...allZero }
}

export function addCounters(sum: Counters, more: Readonly<Counters>): void {
  for (const name of counterNames) sum[name] += more[name]
}
