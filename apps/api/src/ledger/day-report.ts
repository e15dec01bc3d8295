import type { Counters } from '@podium/litellm-client'
import type { DataNote } from './data-note.ts'
import type { DayBalance } from './reconcile-day.ts'

/** What the gateway's last answer about a day said, and what it left open. */
export type DayReport = {
  day: string
  /** The gateway's own total; null where it has no rows for the day. */
  gateway: Counters | null
  balance: DayBalance | null
  notes: DataNote[]
}
