import type { SourceReason, SourceState } from '@podium/contracts'
import { minuteMs } from '../domain/utc-day.ts'

/** How a source answered last. A failure keeps the last good data; only their age grows. */
export type SourceHealth = {
  state: SourceState
  reason: SourceReason | null
  lastSuccessAt: number | null
  nextAttemptAt: number | null
  consecutiveFailures: number
}

export const unknownHealth: SourceHealth = {
  state: 'pending',
  reason: null,
  lastSuccessAt: null,
  nextAttemptAt: null,
  consecutiveFailures: 0,
}

/** Every attempt has another moment; this is about what somebody has to know at once. */
export function isSameState(before: SourceHealth, after: SourceHealth): boolean {
  return before.state === after.state && before.reason === after.reason
}

const states = new Map<SourceReason, SourceState>([
  ['auth', 'auth_error'],
  ['expired_key', 'auth_error'],
  ['forbidden', 'auth_error'],
  ['partial_view', 'auth_error'],
  ['viewer_refused', 'auth_error'],
  ['not_found', 'misconfigured'],
  ['not_json', 'misconfigured'],
  ['schema', 'misconfigured'],
  ['redirect_refused', 'misconfigured'],
  ['address_refused', 'misconfigured'],
  ['not_metrics', 'misconfigured'],
  ['metrics_off', 'misconfigured'],
])

export function succeeded(at: number, nextAttemptAt: number): SourceHealth {
  return { state: 'ok', reason: null, lastSuccessAt: at, nextAttemptAt, consecutiveFailures: 0 }
}

export function failed(
  before: SourceHealth,
  reason: SourceReason,
  nextAttemptAt: number,
): SourceHealth {
  const state = states.get(reason) ?? 'down'
  return {
    ...before,
    state,
    reason,
    nextAttemptAt,
    consecutiveFailures: before.consecutiveFailures + 1,
  }
}

/** Our own database is asked anew sooner: what the gateway says meanwhile has no minute. */
const longestForStoreMs = 8000

/**
 * Full jitter, doubling from 2 s to the usual interval, so that a gateway that is back is found as soon as a new number
 * would be; to a minute where it asks for a pause. A refused key is tried once more after the usual interval, because one
 * refusal is often a hiccup, then waits a minute at least: newer gateways book every refused read as a failed request
 * of their own.
 */
export function backoffMs(
  { state, reason, consecutiveFailures }: SourceHealth,
  { intervalMs, random }: { intervalMs: number; random: number },
): number {
  if (state === 'auth_error') {
    const slowMs = minuteMs + random * minuteMs
    return consecutiveFailures === 1 ? Math.min(intervalMs, slowMs) : slowMs
  }
  const longestMs = reason === 'store' ? longestForStoreMs : minuteMs
  const mostMs =
    reason === 'rate_limited' ? minuteMs : Math.min(longestMs, Math.max(2000, intervalMs))
  const ceiling = Math.min(mostMs, 1000 * 2 ** Math.min(consecutiveFailures, 6))
  return 500 + random * ceiling
}
