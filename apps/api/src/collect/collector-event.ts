import { SourceReason, SourceState } from '@podium/contracts'
import { z } from 'zod'
import { mapCounters } from '../domain/counters.ts'
import { noteKinds } from '../ledger/data-note.ts'
import type { StoreErrorKind } from '../store/store-error.ts'
import type { CarriedError } from './carried-error.ts'
import { sourceNames } from './source.ts'

const Counters = z.object(mapCounters(() => z.number()))

const Notes = z.array(
  z.object({ kind: z.enum(noteKinds), count: z.number(), models: z.array(z.string()) }),
)

const Balance = z.object({
  day: z.string(),
  cellsBeyondTeams: Counters,
  teamsBeyondDay: Counters,
  isExact: z.boolean(),
  heldCells: z.number(),
})

const Health = z.object({
  state: SourceState,
  reason: SourceReason.nullable(),
  lastSuccessAt: z.number().nullable(),
  nextAttemptAt: z.number().nullable(),
  consecutiveFailures: z.number(),
})

/** What every process has to know of the collector, whichever of them collects. */
const SharedEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('source'), name: z.enum(sourceNames), health: Health }),
  /** A `DayReport`, and how many days of the past are still to be read. */
  z.object({
    kind: z.literal('day'),
    day: z.string(),
    gateway: Counters.nullable(),
    balance: Balance.nullable(),
    notes: Notes,
    unread: z.number(),
  }),
  z.object({ kind: z.literal('prices'), notes: Notes }),
])
export type SharedEvent = z.infer<typeof SharedEvent>

export type CollectorEvent =
  | SharedEvent
  | { kind: 'data'; dataVersion: number }
  /** Whether the collector of this process is the one that collects. */
  | { kind: 'leading'; isLeading: boolean }
  /** How the store is for who writes; null is that it works again. */
  | { kind: 'store'; trouble: { kind: StoreErrorKind; error: CarriedError } | null }
  /** The gateway does not tell this day of the past. */
  | { kind: 'untold'; day: string; reason: SourceReason }
  /** What should not have happened. */
  | { kind: 'fault'; error: CarriedError }

/** Null where another release of Podium wrote it, of which nothing is understood. */
export function parseSharedEvent(body: string): SharedEvent | null {
  return SharedEvent.safeParse(JSON.parse(body)).data ?? null
}
