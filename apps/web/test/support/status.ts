import type { Status } from '@podium/contracts'

/** All is well, except for what is said otherwise. */
export function statusWith(other: Partial<Status>): Status {
  return {
    demo: false,
    version: '1',
    now: '2026-11-21T12:00:00Z',
    dataVersion: 1,
    pollSeconds: 10,
    sources: [
      {
        name: 'gateway',
        state: 'ok',
        reason: null,
        lastSuccessAt: '2026-11-21T11:59:56Z',
        nextAttemptAt: null,
        consecutiveFailures: 0,
      },
    ],
    history: { days: 0, unread: 0 },
    days: [],
    reconciliation: { days: [], drift: null, worst: [] },
    corrections: [],
    notes: [],
    ...other,
  }
}
