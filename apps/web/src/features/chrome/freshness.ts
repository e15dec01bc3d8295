import type { Status } from '@podium/contracts'

export type Freshness = { ageMs: number | null; tone: 'ok' | 'warn' | 'bad' }

/** Amber after three missed polls, red after ten; before the first poll there is nothing to be old. */
export function freshness(status: Status | undefined, now: number): Freshness {
  const last = status?.sources[0]?.lastSuccessAt
  if (status === undefined || last === null || last === undefined)
    return { ageMs: null, tone: 'warn' }
  const ageMs = Math.max(0, now - Date.parse(last))
  const polls = ageMs / (status.pollSeconds * 1000)
  return { ageMs, tone: polls > 10 ? 'bad' : polls > 3 ? 'warn' : 'ok' }
}
