import type { Status } from '@podium/contracts'
import { activitySource } from './activity-source.ts'

export type Tone = 'ok' | 'warn' | 'bad'
export type Freshness = {
  /** When the gateway was last read; `null` is never. */
  readAt: number | null
  ageMs: number
  tone: Tone
}

/** Amber after three missed polls, red after ten; before the first poll there is nothing to be old. */
export function freshness(status: Status | undefined, now: number): Freshness {
  const last = activitySource(status)?.last_success_at
  if (status === undefined || last === null || last === undefined)
    return { readAt: null, ageMs: 0, tone: 'warn' }
  const readAt = Date.parse(last)
  const ageMs = Math.max(0, now - readAt)
  const polls = ageMs / (status.poll_seconds * 1000)
  return { readAt, ageMs, tone: polls > 10 ? 'bad' : polls > 3 ? 'warn' : 'ok' }
}
