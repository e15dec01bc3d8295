import { z } from 'zod'

export const SourceState = z.enum(['pending', 'ok', 'down', 'auth_error', 'misconfigured'])
export type SourceState = z.infer<typeof SourceState>

/** Why a source could not be read, or its answer not be kept. */
export const SourceReason = z.enum([
  'aborted',
  'auth',
  'budget',
  'config',
  'conflict',
  'conn_refused',
  'corrupt',
  'dns',
  'forbidden',
  'input',
  'network',
  'not_found',
  'not_json',
  'partial_view',
  'protocol',
  'proxy',
  'rate_limited',
  'redirect_refused',
  'rejected',
  'schema',
  'store',
  'timeout',
  'tls',
  'too_large',
  'truncated',
  'unstable_paging',
  'upstream',
])
export type SourceReason = z.infer<typeof SourceReason>

export const SourceStatus = z.object({
  name: z.string(),
  state: SourceState,
  /** Why the last attempt failed, as a code; never a text from the gateway. */
  reason: SourceReason.nullable(),
  last_success_at: z.iso.datetime().nullable(),
  next_attempt_at: z.iso.datetime().nullable(),
  consecutive_failures: z.int().min(0),
})
export type SourceStatus = z.infer<typeof SourceStatus>

/** A part of a day, small enough to compare by eye. */
export const Amount = z.object({ tokens: z.int(), requests: z.int(), spend_usd: z.number() })
export type Amount = z.infer<typeof Amount>

/** Placed and not placed are the gateway's day. */
export const DayStatus = z.object({
  day: z.iso.date(),
  read_at: z.iso.datetime(),
  source: z.string(),
  /** What the gateway itself said last; `null` until it has been asked since the start. */
  gateway: Amount.nullable(),
  /** What is booked. */
  total: Amount,
  placed: Amount,
  /** By reason: `baseline`, `gap`, `late`, `correction`. */
  not_placed: z.record(z.string(), Amount),
})
export type DayStatus = z.infer<typeof DayStatus>

export const CorrectionStatus = z.object({
  day: z.iso.date(),
  at: z.iso.datetime(),
  /** Public id; `null` is traffic without a team. */
  team: z.string().nullable(),
  model: z.string(),
  /** What the gateway took back: nothing in it is positive. */
  amount: Amount,
})
export type CorrectionStatus = z.infer<typeof CorrectionStatus>

export const NoteStatus = z.object({
  kind: z.string(),
  /** `null` is not about one day. */
  day: z.iso.date().nullable(),
  count: z.number(),
  models: z.array(z.string()),
})
export type NoteStatus = z.infer<typeof NoteStatus>

/** Σ cells = Σ teams = the day, as of the day's last answer. Both differences are nothing where it balances. */
export const DayReconciliation = z.object({
  day: z.iso.date(),
  balanced: z.boolean(),
  /** What is booked beyond the gateway's teams: not nothing while a fall is held. */
  cells_beyond_teams: Amount,
  /** The gateway's teams beyond its own total of the day: not nothing where the gateway contradicts itself. */
  teams_beyond_day: Amount,
  /** Cells that read lower than booked, and keep what they have until that is believed. */
  held_cells: z.int().min(0),
})
export type DayReconciliation = z.infer<typeof DayReconciliation>

/** What a team's own spend counter at the gateway has gained, and what was booked for it meanwhile. */
export const SpendDrift = z.object({
  /** Public id. */
  team: z.string(),
  /** From the first comparison, or the last time that its budget began anew. */
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  meter_usd: z.number(),
  booked_usd: z.number(),
  /** The counter less the ledger; what their different moments of reading explain is not in it. */
  drift_usd: z.number(),
})
export type SpendDrift = z.infer<typeof SpendDrift>

export const Reconciliation = z.object({
  /** Newest first; a day is in here once it has been answered since the collector's start. */
  days: z.array(DayReconciliation),
  /**
   * All teams that have been compared together; `null` is none yet: that takes an answer about today and three lists of
   * teams after it, and a gateway that tells what its teams spent.
   */
  drift: SpendDrift.omit({ team: true })
    .extend({ teams: z.int().min(1) })
    .nullable(),
  /** The teams that drift most, at most five; empty is none that drifts. */
  worst: z.array(SpendDrift),
})
export type Reconciliation = z.infer<typeof Reconciliation>

/** `GET /api/v1/status`. */
export const Status = z.object({
  demo: z.boolean(),
  version: z.string(),
  now: z.iso.datetime(),
  data_version: z.int().min(0),
  poll_seconds: z.number(),
  sources: z.array(SourceStatus),
  /** Days of the past that are to be read, and how many are still to come; `null` before the first poll. */
  history: z.object({ days: z.int(), unread: z.int().nullable() }),
  /** The last week, newest first. */
  days: z.array(DayStatus),
  reconciliation: Reconciliation,
  corrections: z.array(CorrectionStatus),
  notes: z.array(NoteStatus),
})
export type Status = z.infer<typeof Status>
