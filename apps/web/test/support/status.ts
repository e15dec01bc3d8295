import type { Status } from '@podium/contracts'

/** All is well, except for what is said otherwise. */
export function statusWith(other: Partial<Status>): Status {
  return {
    demo: false,
    version: '1',
    now: '2026-11-21T12:00:00Z',
    data_version: 1,
    poll_seconds: 10,
    sources: [
      {
        name: 'activity',
        state: 'ok',
        reason: null,
        last_success_at: '2026-11-21T11:59:56Z',
        next_attempt_at: null,
        consecutive_failures: 0,
      },
    ],
    store: { state: 'ok', since: null },
    history: { days: 0, unread: 0 },
    days: [],
    reconciliation: { reconciled: false, days: [], drift: null, waiting: 0, worst: [] },
    corrections: [],
    notes: [],
    ...other,
  }
}
