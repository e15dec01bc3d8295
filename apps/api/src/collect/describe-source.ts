import type { SourceStatus } from '@podium/contracts'
import type { Source } from './source-state.ts'

export function describeSource(name: string, source: Source): SourceStatus {
  return {
    name,
    state: source.state,
    reason: source.reason,
    last_success_at: instant(source.lastSuccessAt),
    next_attempt_at: instant(source.nextAttemptAt),
    consecutive_failures: source.consecutiveFailures,
  }
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
