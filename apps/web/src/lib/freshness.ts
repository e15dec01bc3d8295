import type { Status } from '@podium/contracts'
import { activitySource } from './activity-source.ts'

export type Tone = 'ok' | 'warn' | 'bad'
export type Freshness = {
  /** When the gateway was last read; `null` is never. */
  readAt: number | null
  ageMs: number
  tone: Tone
}

/** Amber after three missed polls or while a read fails, red after ten; before the first one there is nothing to be old. */
export function freshness(status: Status | undefined, now: number): Freshness {
  const readAt = lastReadAt(status)
  if (status === undefined || readAt === null) return { readAt: null, ageMs: 0, tone: 'warn' }
  const ageMs = Math.max(0, now - readAt)
  const polls = ageMs / (status.poll_seconds * 1000)
  const state = activitySource(status)?.state ?? 'pending'
  const isFailing = state !== 'ok' && state !== 'pending'
  return { readAt, ageMs, tone: polls > 10 ? 'bad' : polls > 3 || isFailing ? 'warn' : 'ok' }
}

/** By the server since its start, else by one before it; the demo begins with a past that it reads as if it were then. */
function lastReadAt(status: Status | undefined): number | null {
  const last = activitySource(status)?.last_success_at ?? null
  if (last !== null) return Date.parse(last)
  if (status === undefined || status.demo || status.days.length === 0) return null
  return Math.max(...status.days.map(({ read_at }) => Date.parse(read_at)))
}
