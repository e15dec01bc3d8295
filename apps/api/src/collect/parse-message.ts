import { SourceReason, SourceState } from '@podium/contracts'
import { z } from 'zod'
import { mapCounters } from '../domain/counters.ts'
import { noteKinds } from '../ledger/data-note.ts'
import { sourceNames, type CollectorMessage } from './messages.ts'

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

const Source = z.object({
  state: SourceState,
  reason: SourceReason.nullable(),
  lastSuccessAt: z.number().nullable(),
  nextAttemptAt: z.number().nullable(),
  consecutiveFailures: z.number(),
})

/** What is shared with processes that do not collect. */
const Shared = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('source'), name: z.enum(sourceNames), source: Source }),
  z.object({
    kind: z.literal('heard'),
    day: z.string(),
    gateway: Counters.nullable(),
    balance: Balance.nullable(),
    notes: Notes,
    unread: z.number(),
  }),
  z.object({ kind: z.literal('priced'), notes: Notes }),
])
export type SharedMessage = z.infer<typeof Shared>

/** Null is what another release of ours has to say, of which nothing is understood. */
export function parseMessage(body: string): CollectorMessage | null {
  return Shared.safeParse(JSON.parse(body)).data ?? null
}
