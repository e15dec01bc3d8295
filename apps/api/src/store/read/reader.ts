import type { Delta } from '../../ledger/delta.ts'
import type { Engine } from '../engine.ts'
import type { PollRecord } from '../write/record-poll.ts'
import { countBefore, type PurgeCount } from '../write/purge.ts'
import {
  corrections,
  coverage,
  dataVersion,
  firstRead,
  rangeVersion,
  readSecret,
  readTold,
  recentPolls,
  type DayCoverage,
  type StoredCorrection,
} from './history.ts'
import { changesSince, type Changes } from './changes.ts'
import { cellTokens, cellTotals, type CellTokens, type CellTotal } from './cell-totals.ts'
import { dayHours, type TeamDayHour } from './day-hours.ts'
import { lastPoll } from './last-poll.ts'
import { listKeys, listModels, listTeams } from './listings.ts'
import type { StoredKey, StoredModel, StoredTeam } from './listings.ts'
import { matrix, type TeamModel } from './matrix.ts'
import { parts, type Part, type Unit, type Whose } from './parts.ts'
import type { DayRange, Span } from './ranges.ts'
import { dayDeltas, modelBuckets, teamBuckets, teamHours } from './series.ts'
import type { ModelBucket, TeamHour } from './series.ts'
import { spendWatches, type TeamSpendWatch } from './spend-watches.ts'
import { spanTotals, unplacedOf } from './span-totals.ts'
import { teamDays, type TeamDay } from './team-days.ts'
import { teamCells, type KeyModel } from './team-cells.ts'
import { teamSparks, type SparkUnit, type TeamSpark } from './team-sparks.ts'
import { teamMinutes, type TeamMinute } from './team-minutes.ts'
import { placement, teamTotals, type Placement, type TeamTotal } from './totals.ts'
import { readWatch, type Watch } from './watch.ts'

/** Everything that may be asked. What an answer says of one team is of one version of the data. */
export type Reader = {
  /** Grows with every change of what the others answer. */
  dataVersion: () => Promise<number>
  changesSince: (version: number) => Promise<Changes>
  /** Stays the same as long as the names, the prices and what is booked for these days do. */
  rangeVersion: (range: DayRange) => Promise<string>
  teams: () => Promise<StoredTeam[]>
  keys: () => Promise<StoredKey[]>
  models: () => Promise<StoredModel[]>
  coverage: (range: DayRange) => Promise<DayCoverage[]>
  /** When the first accepted read of a day began, in milliseconds: its baseline was there before. */
  firstRead: (day: string) => Promise<number | null>
  teamTotals: (range: DayRange) => Promise<TeamTotal[]>
  teamDays: (range: DayRange) => Promise<TeamDay[]>
  matrix: (range: DayRange) => Promise<TeamModel[]>
  cellTotals: (range: DayRange) => Promise<CellTotal[]>
  cellTokens: (range: DayRange) => Promise<CellTokens[]>
  placement: (range: DayRange) => Promise<Placement[]>
  teamHours: (span: Span) => Promise<TeamHour[]>
  dayHours: (range: DayRange) => Promise<TeamDayHour[]>
  modelBuckets: (span: Span) => Promise<ModelBucket[]>
  teamBuckets: (span: Span, teamId: string | null) => Promise<ModelBucket[]>
  /** Team × model; of days that the span holds in part, what was placed within. */
  spanTotals: (span: Span) => Promise<TeamModel[]>
  unplacedOf: (days: readonly string[]) => Promise<TeamModel[]>
  /** The same cut in time, as fine as the unit. */
  parts: (span: Span, unit: Unit, whose: Whose) => Promise<Part[]>
  teamCells: (span: Span, teamId: string) => Promise<KeyModel[]>
  teamSparks: (
    span: Span,
    unit: SparkUnit,
    models: readonly string[] | null,
  ) => Promise<TeamSpark[]>
  teamMinutes: (span: Span, models: readonly string[] | null) => Promise<TeamMinute[]>
  watch: (span: Span, longestMs: number) => Promise<Watch | null>
  deltas: (day: string) => Promise<Delta[]>
  corrections: (range: DayRange) => Promise<StoredCorrection[]>
  spendWatches: () => Promise<TeamSpendWatch[]>
  recentPolls: (limit: number) => Promise<PollRecord[]>
  lastPoll: (source: string) => Promise<PollRecord | null>
  /** What the collector said last, as JSON, for processes that do not collect. */
  told: () => Promise<string[]>
  secret: (name: string) => Promise<string | null>
  /** What `purgeBefore` would delete. */
  countBefore: (day: string) => Promise<PurgeCount[]>
}

export function createReader({ readerDb: db, explain }: Engine): Reader {
  const ask =
    <Args extends unknown[], Result>(query: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await query(...args)
      } catch (error) {
        throw explain(error)
      }
    }
  return {
    dataVersion: ask(() => dataVersion(db)),
    changesSince: ask((version) => changesSince(db, version)),
    rangeVersion: ask((range) => rangeVersion(db, range)),
    teams: ask(() => listTeams(db)),
    keys: ask(() => listKeys(db)),
    models: ask(() => listModels(db)),
    coverage: ask((range) => coverage(db, range)),
    firstRead: ask((day) => firstRead(db, day)),
    teamTotals: ask((range) => teamTotals(db, range)),
    teamDays: ask((range) => teamDays(db, range)),
    matrix: ask((range) => matrix(db, range)),
    cellTotals: ask((range) => cellTotals(db, range)),
    cellTokens: ask((range) => cellTokens(db, range)),
    placement: ask((range) => placement(db, range)),
    teamHours: ask((span) => teamHours(db, span)),
    dayHours: ask((range) => dayHours(db, range)),
    modelBuckets: ask((span) => modelBuckets(db, span)),
    teamBuckets: ask((span, teamId) => teamBuckets(db, span, teamId)),
    spanTotals: ask((span) => spanTotals(db, span)),
    unplacedOf: ask((days) => unplacedOf(db, days)),
    parts: ask((span, unit, whose) => parts(db, span, unit, whose)),
    teamCells: ask((span, teamId) => teamCells(db, span, teamId)),
    teamSparks: ask((span, unit, models) => teamSparks(db, span, unit, models)),
    teamMinutes: ask((span, models) => teamMinutes(db, span, models)),
    watch: ask((span, longestMs) => readWatch(db, span, longestMs)),
    deltas: ask((day) => dayDeltas(db, day)),
    corrections: ask((range) => corrections(db, range)),
    spendWatches: ask(() => spendWatches(db)),
    recentPolls: ask((limit) => recentPolls(db, limit)),
    lastPoll: ask((source) => lastPoll(db, source)),
    told: ask(() => readTold(db)),
    secret: ask((name) => readSecret(db, name)),
    countBefore: ask((day) => countBefore(db, day)),
  }
}
