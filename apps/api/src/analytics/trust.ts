import type { Amount, CorrectionStatus, DayStatus, NoteStatus } from '@podium/contracts'
import { amount, type Counts } from './amount.ts'
import type { DayReport } from '../ledger/day-report.ts'
import type { DataNote } from '../ledger/data-note.ts'
import type { Correction, DayCoverage, DayPlacement } from '../domain/day-coverage.ts'
import { isPlaced } from '../domain/placement.ts'
import type { TeamModel } from '../domain/traffic.ts'
import type { StoredModel } from '../domain/listings.ts'
import { leftOutOf } from './left-out.ts'
import { termsOf } from './prices.ts'
import type { PublicIds } from './public-ids.ts'

/** Traffic of those days that belongs to no team, and what its models cost. */
type Beside = {
  beside: readonly (TeamModel & { day: string })[]
  models: readonly StoredModel[]
}

/** For each day that was read: the gateway's total and where it went, newest first. */
export function describeDays(
  coverage: readonly DayCoverage[],
  placement: readonly DayPlacement[],
  reports: readonly DayReport[],
  { beside, models }: Beside,
): DayStatus[] {
  const terms = termsOf({ models, rows: beside, sources: [] }, new Map())
  const besideOf = Map.groupBy(beside, ({ day }) => day)
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
        left_out: leftOutOf(besideOf.get(day) ?? [], everything, terms),
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

const everything = { teams: new Set<string>(), models: null }

function saidBy(counters: Counts | null | undefined): Amount | null {
  return counters === null || counters === undefined ? null : amount([counters])
}

function amountOf(parts: readonly DayPlacement[]): Amount {
  return amount(parts.map(({ counters }) => counters))
}
