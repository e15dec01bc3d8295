import { z } from 'zod'
import { implausible, readAmount } from '../schema/fields.ts'
import { JsonObject } from '../schema/map-of.ts'

type Unit = 'count' | 'usd' | 'signed usd' | 'ms'

/** What the gateway counts: our name, the gateway's field, the unit. */
const counterList = [
  // Contains both kinds of cache tokens.
  { name: 'promptTokens', field: 'prompt_tokens', unit: 'count' },
  { name: 'completionTokens', field: 'completion_tokens', unit: 'count' },
  { name: 'cacheReadTokens', field: 'cache_read_input_tokens', unit: 'count' },
  { name: 'cacheCreationTokens', field: 'cache_creation_input_tokens', unit: 'count' },
  { name: 'requests', field: 'api_requests', unit: 'count' },
  { name: 'successes', field: 'successful_requests', unit: 'count' },
  { name: 'failures', field: 'failed_requests', unit: 'count' },
  { name: 'spendUsd', field: 'spend', unit: 'usd' },
  // The gateway's own estimate of what prompt caching saved.
  { name: 'cacheSavingsUsd', field: 'prompt_caching_savings_spend', unit: 'signed usd' },
  { name: 'responseMs', field: 'total_response_time_ms', unit: 'ms' },
  // Requests whose time is in `responseMs`.
  { name: 'timedRequests', field: 'timed_requests', unit: 'count' },
] as const satisfies readonly { name: string; field: string; unit: Unit }[]

export type CounterName = (typeof counterList)[number]['name']

export type Counters = Record<CounterName, number>

export const counterNames: readonly CounterName[] = counterList.map(({ name }) => name)

const allZero: Counters = z.record(z.enum(counterNames), z.number().default(0)).parse({})

export function noCounters(): Counters {
  return { ...allZero }
}

type MetricsObject = z.infer<typeof JsonObject>

/** A `metrics` object as our counters; one that is missing or null is 0. */
export const Metrics = JsonObject.transform(readCounters)

/** The same, with the names of the counters that are missing or null. */
export const DayMetrics = JsonObject.transform((metrics, context) => ({
  counters: readCounters(metrics, context),
  absent: counterList
    .filter(({ field }) => (metrics[field] ?? null) === null)
    .map(({ name }): CounterName => name),
}))

function readCounters(metrics: MetricsObject, context: z.RefinementCtx): Counters {
  const counters = noCounters()
  for (const { name, field, unit } of counterList) {
    const value = metrics[field]
    if (value === undefined || value === null || value === 0) continue
    const amount = readAmount(value)
    if (amount === null || !isPlausible(amount, unit)) {
      context.addIssue({ code: 'custom', message: 'no usable number', path: [field] })
      return z.NEVER
    }
    counters[name] = unit === 'ms' ? Math.round(amount) : amount
  }
  return counters
}

function isPlausible(amount: number, unit: Unit): boolean {
  if (Math.abs(amount) >= implausible) return false
  if (unit === 'signed usd') return true
  return amount >= 0 && (unit !== 'count' || Number.isSafeInteger(amount))
}

export function addCounters(sum: Counters, part: Counters): void {
  for (const name of counterNames) sum[name] += part[name]
}

/** What a whole has beyond a sum. Sums of floats differ by their order; within a billionth is nothing. */
export function beyond(whole: number, sum: number): number {
  const difference = whole - sum
  if (Number.isSafeInteger(whole) && Number.isSafeInteger(sum)) return difference
  return Math.abs(difference) <= 1e-9 * Math.max(Math.abs(whole), Math.abs(sum)) ? 0 : difference
}
