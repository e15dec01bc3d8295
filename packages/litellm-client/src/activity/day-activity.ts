import type { CounterName, Counters } from './counters.ts'
import type { ActivityNote } from './notes.ts'

export interface KeyActivity {
  /** The gateway's hash of the key, or one of its special names; opaque. */
  key: string
  alias: string | null
  counters: Counters
}

export interface TeamActivity {
  /** Null is the gateway's `Unassigned`: traffic without a team. */
  teamId: string | null
  alias: string | null
  counters: Counters
  keys: KeyActivity[]
}

export interface ModelActivity {
  /** The public name that clients ask for (`model_group`). */
  model: string
  counters: Counters
  keys: KeyActivity[]
}

export interface ProviderActivity {
  provider: string
  counters: Counters
  keys: KeyActivity[]
}

/** How a day was read: in one SQL pass, in one page of rows, or page by page, twice with the same sums. */
export type DaySource = 'aggregated' | 'single-page' | 'page-walk'

/** What the gateway has counted for one UTC day so far. */
export interface DayActivity {
  /** `YYYY-MM-DD`, UTC. */
  date: string
  source: DaySource
  counters: Counters
  teams: TeamActivity[]
  models: ModelActivity[]
  providers: ProviderActivity[]
  keys: KeyActivity[]
}

export interface DailyActivity {
  /** Oldest first; days without rows are left out. */
  days: DayActivity[]
  /** Counters this gateway does not know: their 0 means unknown. */
  absent: CounterName[]
  /** What is missing or doubtful in these days. */
  notes: ActivityNote[]
}
