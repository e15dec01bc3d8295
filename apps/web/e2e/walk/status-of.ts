import { leftOut } from './board-of.ts'
import type { DayStatus, Status } from '@podium/contracts'

const day = 86_400_000

/** All is well, except for what is said otherwise. */
export function statusOf(now: number, other: Partial<Status> = {}): Status {
  return {
    demo: false,
    version: '1.4.0',
    now: new Date(now).toISOString(),
    data_version: 1,
    poll_seconds: 10,
    sources: [sourceOf(now, {})],
    store: { state: 'ok', since: null },
    history: { days: 30, unread: 0 },
    days: daysOf(now),
    reconciliation: {
      reconciled: true,
      days: [
        {
          day: dayAt(now),
          balanced: true,
          cells_beyond_teams: nothing,
          teams_beyond_day: nothing,
          held_cells: 0,
        },
      ],
      drift: {
        since: new Date(now - day).toISOString(),
        until: new Date(now).toISOString(),
        meter_usd: 812.4,
        booked_usd: 812.4,
        drift_usd: 0,
        teams: 3,
        drifting: 0,
      },
      waiting: 0,
      worst: [],
    },
    corrections: [],
    notes: [],
    ...other,
  }
}

type Source = Status['sources'][number] & { ageMs: number }

export function sourceOf(now: number, { ageMs = 4000, ...other }: Partial<Source>) {
  return {
    name: 'activity',
    state: 'ok' as const,
    reason: null,
    last_success_at: new Date(now - ageMs).toISOString(),
    next_attempt_at: new Date(now + 6000).toISOString(),
    consecutive_failures: 0,
    ...other,
  }
}

const nothing = { tokens: 0, requests: 0, spend_usd: 0 }
const dayAt = (now: number, back = 0) => new Date(now - back * day).toISOString().slice(0, 10)

function daysOf(now: number): DayStatus[] {
  return [0, 1, 2, 3, 4, 5, 6].map((back) => {
    const tokens = Math.round(998_132_004 / (back + 1))
    const total = { tokens, requests: Math.round(tokens / 2900), spend_usd: tokens / 1e6 }
    return {
      day: dayAt(now, back),
      read_at: new Date(now - back * day).toISOString(),
      source: 'gateway',
      gateway: back === 6 ? null : total,
      total,
      left_out: leftOut,
      placed: { ...total, tokens: Math.round(tokens * 0.986) },
      not_placed: { baseline: { ...total, tokens: tokens - Math.round(tokens * 0.986) } },
    }
  })
}
