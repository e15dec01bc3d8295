import type { SourceStatus } from '@podium/contracts'
import type { Source } from './source-state.ts'

export function describeSource(name: string, source: Source): SourceStatus {
  return {
    name,
    state: source.state,
    reason: source.reason,
    lastSuccessAt: instant(source.lastSuccessAt),
    nextAttemptAt: instant(source.nextAttemptAt),
    consecutiveFailures: source.consecutiveFailures,
  }
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
