import { LiteLLMError } from '../errors/litellm-error.ts'
import { absurd, readAmount } from '../exchange/tolerant.ts'

/** What the gateway counts, in our words. Prompt tokens already contain both kinds of cache tokens. */
export interface Counters {
  promptTokens: number
  completionTokens: number
  cacheReadTokens: number
  cacheCreationTokens: number
  requests: number
  successes: number
  failures: number
  spendUsd: number
  /** The gateway's own estimate of what prompt caching saved. */
  cacheSavingsUsd: number
  responseMs: number
  /** Requests whose time is in `responseMs`. */
  timedRequests: number
}

export type CounterName = keyof Counters

type Unit = 'count' | 'usd' | 'signed usd' | 'ms'

const fields: readonly (readonly [CounterName, string, Unit])[] = [
  ['promptTokens', 'prompt_tokens', 'count'],
  ['completionTokens', 'completion_tokens', 'count'],
  ['cacheReadTokens', 'cache_read_input_tokens', 'count'],
  ['cacheCreationTokens', 'cache_creation_input_tokens', 'count'],
  ['requests', 'api_requests', 'count'],
  ['successes', 'successful_requests', 'count'],
  ['failures', 'failed_requests', 'count'],
  ['spendUsd', 'spend', 'usd'],
  ['cacheSavingsUsd', 'prompt_caching_savings_spend', 'signed usd'],
  ['responseMs', 'total_response_time_ms', 'ms'],
  ['timedRequests', 'timed_requests', 'count'],
]

export const counterNames: readonly CounterName[] = fields.map(([name]) => name)

export function noCounters(): Counters {
  return {
    promptTokens: 0,
    completionTokens: 0,
    cacheReadTokens: 0,
    cacheCreationTokens: 0,
    requests: 0,
    successes: 0,
    failures: 0,
    spendUsd: 0,
    cacheSavingsUsd: 0,
    responseMs: 0,
    timedRequests: 0,
  }
}

/** Adds one `metrics` object; a counter that is missing or null adds nothing. */
export function addMetrics(sum: Counters, metrics: Readonly<Record<string, unknown>>): void {
  for (const [name, field, unit] of fields) {
    const value = metrics[field]
    if (value === undefined || value === null || value === 0) continue
    sum[name] += readCounter(value, field, unit)
  }
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

/** Counters that this answer does not tell: missing, or null. */
export function absentCounters(metrics: Readonly<Record<string, unknown>>): CounterName[] {
  return fields.filter(([, field]) => (metrics[field] ?? null) === null).map(([name]) => name)
}

function readCounter(value: unknown, field: string, unit: Unit): number {
  const amount = readAmount(value)
  if (amount === null || !isPlausible(amount, unit)) {
    throw new LiteLLMError('schema', { detail: `${field} is no usable number` })
  }
  return unit === 'ms' ? Math.round(amount) : amount
}

function isPlausible(amount: number, unit: Unit): boolean {
  if (Math.abs(amount) >= absurd) return false
  if (unit === 'signed usd') return true
  return amount >= 0 && (unit !== 'count' || Number.isSafeInteger(amount))
}
