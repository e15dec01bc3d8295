import type { Amount, CorrectionStatus, DayStatus, NoteStatus } from '@podium/contracts'
import { amount, type Counts } from './amount.ts'
import type { DayBalance } from './reconciliation.ts'
import type { PublicIds } from './public-ids.ts'

type Coverage = { day: string; startedAt: number; source: string }
/** A day's part with one reason; `null` is placed by arrival, `backfilled` by the gateway's logs. */
type Placement = { day: string; reason: string | null; counters: Counts }
type Correction = {
  teamId: string | null
  model: string
  day: string
  at: number
  counters: Counts
}
export type Noted = { kind: string; count: number; models: readonly string[] }
/** What the gateway's last answer about a day said. */
export type Heard = {
  day: string
  gateway: Counts | null
  /** `null` where the gateway has no rows for the day. */
  balance: DayBalance | null
  notes: readonly Noted[]
}

/** For each day that was read: the gateway's total and where it went, newest first. */
export function describeDays(
  coverage: readonly Coverage[],
  placement: readonly Placement[],
  heard: readonly Heard[],
): DayStatus[] {
  const gatewayOf = new Map(heard.map(({ day, gateway }) => [day, gateway]))
  const partsOf = Map.groupBy(placement, (part) => part.day)
  return coverage
    .map(({ day, startedAt, source }) => {
      const parts = partsOf.get(day) ?? []
      const notPlaced = Map.groupBy(parts.filter(isNotPlaced), (part) => part.reason ?? '')
      return {
        day,
        read_at: new Date(startedAt).toISOString(),
        source,
        gateway: saidBy(gatewayOf.get(day)),
        total: amountOf(parts),
        placed: amountOf(parts.filter((part) => !isNotPlaced(part))),
        not_placed: Object.fromEntries(
          [...notPlaced].map(([reason, ofReason]) => [reason, amountOf(ofReason)]),
        ),
      }
    })
    .toReversed()
}

export function describeCorrection(
  { teamId, model, day, at, counters }: Correction,
  publicIds: PublicIds,
): CorrectionStatus {
  const team = teamId === null ? null : publicIds.team(teamId)
  return { day, at: new Date(at).toISOString(), team, model, amount: amount([counters]) }
}

export function describeNotes(heard: readonly Heard[], priced: readonly Noted[]): NoteStatus[] {
  const note = (day: string | null) => (noted: Noted) => ({
    kind: noted.kind,
    day,
    count: noted.count,
    models: [...noted.models],
  })
  return [...heard.flatMap(({ day, notes }) => notes.map(note(day))), ...priced.map(note(null))]
}

function saidBy(counters: Counts | null | undefined): Amount | null {
  return counters === null || counters === undefined ? null : amount([counters])
}

function isNotPlaced({ reason }: Placement): boolean {
  return reason !== null && reason !== 'backfilled'
}

function amountOf(parts: readonly Placement[]): Amount {
  return amount(parts.map(({ counters }) => counters))
}
