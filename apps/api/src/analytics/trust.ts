import type { Amount, CorrectionStatus, DayStatus, NoteStatus } from '@podium/contracts'
import { amount, type Counts } from './amount.ts'
import type { DayReport } from '../ledger/day-report.ts'
import type { DataNote } from '../ledger/data-note.ts'
import type { Correction, DayCoverage, DayPlacement } from '../domain/day-coverage.ts'
import { isPlaced } from '../domain/placement.ts'
import type { PublicIds } from './public-ids.ts'

/** For each day that was read: the gateway's total and where it went, newest first. */
export function describeDays(
  coverage: readonly DayCoverage[],
  placement: readonly DayPlacement[],
  reports: readonly DayReport[],
): DayStatus[] {
  const gatewayOf = new Map(reports.map(({ day, gateway }) => [day, gateway]))
  const partsOf = Map.groupBy(placement, (part) => part.day)
  return coverage
    .map(({ day, startedAt, source }) => {
      const parts = partsOf.get(day) ?? []
      const notPlaced = Map.groupBy(
        parts.filter((part) => !isPlaced(part.reason)),
        (part) => part.reason ?? '',
      )
      return {
        day,
        read_at: new Date(startedAt).toISOString(),
        source,
        gateway: saidBy(gatewayOf.get(day)),
        total: amountOf(parts),
        placed: amountOf(parts.filter((part) => isPlaced(part.reason))),
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

export function describeNotes(
  reports: readonly DayReport[],
  priceNotes: readonly DataNote[],
): NoteStatus[] {
  const note = (day: string | null) => (noted: DataNote) => ({
    kind: noted.kind,
    day,
    count: noted.count,
    models: [...noted.models],
  })
  return [
    ...reports.flatMap(({ day, notes }) => notes.map(note(day))),
    ...priceNotes.map(note(null)),
  ]
}

function saidBy(counters: Counts | null | undefined): Amount | null {
  return counters === null || counters === undefined ? null : amount([counters])
}

function amountOf(parts: readonly DayPlacement[]): Amount {
  return amount(parts.map(({ counters }) => counters))
}
