import { LiteLLMError, type LiteLLMErrorKind } from '@podium/litellm-client'
import { hourMs, minuteMs } from '../domain/utc-day.ts'

/** What a gateway that is well says of a day that is too much for it, or that it kept wrongly. */
const ofOneDay = new Set<LiteLLMErrorKind>([
  ...(['upstream', 'timeout', 'rejected', 'schema', 'too_large'] as const),
  ...(['truncated', 'corrupt', 'unstable_paging'] as const),
])

const firstPauseMs = minuteMs / 2

/** Days before today that the gateway does not tell while it tells today: each is asked for again, at least hourly. */
export function createUntoldDays(now: () => number) {
  const days = new Map<string, { failures: number; askedAt: number }>()
  return {
    /** How often it was asked for in vain; `null` is an error that is not about the day. */
    failed: (day: string, error: unknown): number | null => {
      if (!(error instanceof LiteLLMError) || !ofOneDay.has(error.kind)) return null
      const failures = (days.get(day)?.failures ?? 0) + 1
      days.set(day, { failures, askedAt: now() })
      return failures
    },
    told: (day: string): void => {
      days.delete(day)
    },
    isPutOff: (day: string): boolean => {
      const failed = days.get(day)
      if (failed === undefined) return false
      const { failures, askedAt } = failed
      const pauseMs = Math.min(hourMs, firstPauseMs * 4 ** (failures - 1))
      // A moment in the future is from before the clock was set back.
      return askedAt <= now() && now() < askedAt + pauseMs
    },
    count: () => days.size,
  }
}
