import type { DaySource } from '@podium/litellm-client'
import type { Generated } from 'kysely'
import type { SliceWidth } from '../domain/inference/slice.ts'
import type { Width } from '../domain/placement.ts'
import type { CounterColumns } from './counter-columns.ts'

/** A team's id here is ours; 0 is traffic without a team. */
type Team = {
  id: number
  team_id: string | null
  alias: string | null
  organization_id: string | null
  max_budget: number | null
  budget_duration: string | null
  budget_reset_at: string | null
  blocked: Generated<number>
  /** A JSON list of names. */
  models: Generated<string>
  created_at: string | null
  /** Seconds; null is a team that no list has named yet. */
  listed_at: number | null
  /** Complete lists in a row without it. */
  missing: Generated<number>
  /** Colour and shape; null is traffic of no team. */
  mark: Generated<number | null>
}

type Model = {
  id: number
  name: string
  /** `mixed` where several serve it. */
  provider: string | null
  mode: string | null
  /** A JSON list of names. */
  underlying: Generated<string>
}

type Price = {
  model: number
  since: number
  input: number | null
  output: number | null
  cache_read: number | null
  cache_creation: number | null
}

type TeamMeter = { team: number; minute: number; spend: number | null; max_budget: number | null }
type Key = { id: number; key: string; alias: string | null }
type Cell = { id: number; team: number; model: number; key: number }
type DayRead = {
  day: number
  started_ms: number
  finished_ms: number
  source: DaySource
  /** Of the data, when what is booked for the day last changed. */
  version: number
  /** When the first accepted read began, before which everything is its baseline. */
  first_ms: number | null
  /** Seconds: `day_cell` counts what begins before, and `delta` alone what begins from there on. */
  summed_to: number
}
/** Milliseconds: what came between two reads of the day has no minute. */
type DayGap = { day: number; from_ms: number; to_ms: number }
type DayCell = CounterColumns & { team: number; day: number; cell: number }
type Fall = CounterColumns & {
  team: number
  day: number
  cell: number
  reads: number
  first_ms: number
}
type Delta = CounterColumns & {
  team: number
  day: number
  start: number
  cell: number
  width: Width
  reason: number
}
type Correction = CounterColumns & { team: number; day: number; cell: number; at_ms: number }
type TeamHour = CounterColumns & { team: number; start: number; reason: number }
type TeamDay = CounterColumns & { team: number; day: number; reason: number }
type TeamModelHour = CounterColumns & { team: number; start: number; model: number }
type ModelHour = CounterColumns & { start: number; model: number }
type ModelDay = CounterColumns & { day: number; reason: number; model: number }
type TeamModelDay = CounterColumns & { team: number; day: number; model: number }
type TeamModelWeek = CounterColumns & { team: number; week: number; model: number }
type ModelBucket = CounterColumns & {
  start: number
  width: Width
  reason: number
  model: number
}
type Poll = {
  source: string
  started_ms: number
  took_ms: number
  outcome: string
  changed: number
}
/** `marks` are a `SpendComparison` as JSON; days before the first are not in it. */
type SpendComparison = { team: number; first_day: number; marks: string }
/** The last of each of the collector's events, as JSON, for processes that do not collect. */
type KeptEvent = { name: string; body: string }
type BucketEnds = { id: number; ends: string }
/** `body` is an `EngineSlice` as JSON. */
type EngineMinute = {
  width: SliceWidth
  start: number
  engine: string
  model: string
  body: string
}
type GpuMinute = { width: SliceWidth; start: number; gpu: string; body: string }
type Lease = { id: number; epoch: number; holder: string; until_ms: number }
type Secret = { name: string; value: string }
type State = {
  id: number
  data_version: number
  /** Of the data, when names, labels or prices last changed. */
  names_version: number
  /** Days before it hold no minutes any more. */
  folded_before: number
  /** Days before it were deleted, and are not read again. */
  purged_before: number
  /** Weeks before it are summed in `team_model_week`; of later ones there is nothing. */
  weeks_before: Generated<number>
}

/** The tables, as migrations leave them. */
export type Schema = {
  team: Team
  team_meter: TeamMeter
  model: Model
  price: Price
  key: Key
  cell: Cell
  day_read: DayRead
  day_gap: DayGap
  day_cell: DayCell
  fall: Fall
  delta: Delta
  correction: Correction
  team_hour: TeamHour
  team_day: TeamDay
  team_model_hour: TeamModelHour
  model_hour: ModelHour
  model_day: ModelDay
  team_model_day: TeamModelDay
  team_model_week: TeamModelWeek
  model_bucket: ModelBucket
  poll: Poll
  spend_watch: SpendComparison
  told: KeptEvent
  bucket_ends: BucketEnds
  engine_minute: EngineMinute
  gpu_minute: GpuMinute
  lease: Lease
  secret: Secret
  state: State
  migration: { number: number; name: string; applied_ms: number }
}
