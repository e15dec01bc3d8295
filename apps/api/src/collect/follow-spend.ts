import { isDeepStrictEqual } from 'node:util'
import type { TeamList } from '@podium/litellm-client'
import { addDays, hourMs, minuteMs, utcDate } from '../domain/utc-day.ts'
import {
  beginComparison,
  compareSpend,
  forgetBooked,
  type SpendComparison,
} from '../ledger/compare-spend.ts'
import type { Store } from '../store/open-store.ts'

type WriteTx = Parameters<Parameters<Store['write']>[0]>[0]
type ComparedTeam = Awaited<ReturnType<WriteTx['teamsToCompare']>>[number]

/** The list, when it was asked for, and when the list before it was; null is that there was none. */
export type Listing = TeamList & { at: number; before: number | null }

/** When each of the last days was last read; a day that is missing was not. */
export type DaysRead = ReadonlyMap<string, number>

/** Longer than the gateway takes to write by day what it has charged. */
const flushMs = 75_000
/** The clocks of two machines differ by less. */
const skewMs = 5 * minuteMs
/** A request counts for the day on which it began; hardly one takes longer. */
const lateMs = 2 * hourMs
/** What was booked on older days changes no more, so that a comparison may forget it. */
const keptDays = 3

export async function daysRead(store: Store, now: number): Promise<DaysRead> {
  const today = utcDate(now)
  const read = await store.coverage({ from: addDays(today, 1 - keptDays), to: today })
  return new Map(read.map(({ day, startedAt }) => [day, startedAt]))
}

/** Holds each team's own spend counter against what is booked for it. Must come before the list is saved. */
export async function followSpend(
  tx: WriteTx,
  listing: Listing,
  { read, pollMs }: { read: DaysRead; pollMs: number },
): Promise<void> {
  const settleMs = 2 * pollMs + flushMs
  const firstDay = firstReadDay(read, utcDate(listing.at))
  if (firstDay === null) return
  const oldest = addDays(utcDate(listing.at), -keptDays)
  const booked = new Map(
    (await tx.teamsToCompare(firstDay)).map((known) => [
      known.teamId,
      withoutOldDays(known, oldest),
    ]),
  )
  const changed = []
  for (const team of listing.teams) {
    const { teamId, spendUsd: meterUsd } = team
    if (meterUsd === null) continue
    const known = booked.get(teamId) ?? unknownTeam
    const before = known.comparison
    const isBegun = before !== null && utcDate(before.open.at) >= firstDay
    const since = isBegun ? known.firstDay : firstDay
    const ledgerUsd = sumFrom(known.days, since)
    const look = { at: listing.at, meterUsd, ledgerUsd }
    const comparison = isBegun
      ? compareSpend(before, { ...look, ledgerReadAt: lastReadOf(read, before, since) }, settleMs)
      : beginComparison(look, isNew(team, known, listing, firstDay) ? listing.before : null)
    if (!isDeepStrictEqual(comparison, known.comparison))
      changed.push({ teamId, firstDay: since, comparison })
  }
  await tx.saveComparisons(changed)
}

/** Of days that have been read, all that is still booked is new: back to the oldest of them in a row. */
function firstReadDay(read: DaysRead, today: string): string | null {
  let first: string | null = null
  for (let day = today; read.has(day); day = addDays(day, -1)) first = day
  return first
}

/** A team that the list before did not have yet, and that has spent on no day but those that were read. */
function isNew(
  { createdAt }: Listing['teams'][number],
  { wasListed }: Pick<ComparedTeam, 'wasListed'>,
  { complete, before }: Listing,
  firstDay: string,
): boolean {
  if (wasListed || before === null || utcDate(before) < firstDay) return false
  const created = createdAt === null ? Number.NaN : Date.parse(createdAt)
  return Number.isNaN(created) ? complete : created >= before - skewMs
}

const unknownTeam = { comparison: null, days: [], firstDay: '', wasListed: false }

function withoutOldDays(known: ComparedTeam, oldest: string): ComparedTeam {
  const { firstDay, days, comparison } = known
  if (comparison === null || firstDay >= oldest) return known
  const oldUsd = sumFrom(days, firstDay) - sumFrom(days, oldest)
  return { ...known, firstDay: oldest, comparison: forgetBooked(comparison, oldUsd) }
}

function sumFrom(days: ComparedTeam['days'], first: string): number {
  return days.reduce((sum, { day, usd }) => (day < first ? sum : sum + usd), 0)
}

/** The oldest of the last reads of every day that may still have grown since the open mark. */
function lastReadOf(read: DaysRead, { open }: SpendComparison, firstDay: string): number {
  const days = [...read].filter(([day]) => day >= firstDay && day >= utcDate(open.at - lateMs))
  return Math.min(...days.map(([, at]) => at))
}
