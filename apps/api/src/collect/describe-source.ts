import type { SourceStatus } from '@podium/contracts'
import type { SourceHealth } from './source-health.ts'

export function describeSource(name: string, health: SourceHealth): SourceStatus {
  return {
    name,
    state: health.state,
    reason: health.reason,
    last_success_at: instant(health.lastSuccessAt),
    next_attempt_at: instant(health.nextAttemptAt),
    consecutive_failures: health.consecutiveFailures,
  }
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
