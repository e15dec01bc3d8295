import type { CellName } from '../../domain/cell.ts'
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
import { cellTokens, cellTotals, type CellTokens, type CellTotal } from './cell-totals.ts'
import { baselineCells, dayDeltas } from './day-deltas.ts'
import { changesSince, type Changes } from './changes.ts'
import { dayHours, type TeamDayHour } from './day-hours.ts'
import { lastPoll } from './last-poll.ts'
import {
  listKeys,
  listModels,
  listTeams,
  type StoredKey,
  type StoredModel,
  type StoredTeam,
} from './listings.ts'
import { matrix } from './matrix.ts'
import type { Part } from './part.ts'
import { parts, type PartsAsked } from './parts.ts'
import type { DayRange, Span } from '../../domain/span.ts'
import { spendWatches, type TeamSpendWatch } from './spend-watches.ts'
import { spanTotals, spanTotalsOfTeams, unplacedOf } from './span-totals.ts'
import { teamDays, type TeamDay } from './team-days.ts'
import { teamCells, type KeyModel } from './team-cells.ts'
import { teamRequests, type TeamRequests } from './team-deltas.ts'
import { teamSparks, type SparkUnit, type TeamSpark } from './team-sparks.ts'
import { teamMinutes, type TeamMinute } from './team-minutes.ts'
import type { TeamModel } from './team-models.ts'
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
  dayHours: (range: DayRange) => Promise<TeamDayHour[]>
  /** Team × model; of days that the span holds in part, what was placed within. */
  spanTotals: (span: Span) => Promise<TeamModel[]>
  spanTotalsOfTeams: (span: Span) => Promise<TeamTotal[]>
  unplacedOf: (days: readonly string[]) => Promise<TeamModel[]>
  /** One measure of the same, cut in time as finely as the unit. */
  parts: (span: Span, asked: PartsAsked) => Promise<Part[]>
  teamRequests: (span: Span, teamId: string) => Promise<TeamRequests[]>
  teamCells: (span: Span, teamId: string) => Promise<KeyModel[]>
  teamSparks: (
    span: Span,
    unit: SparkUnit,
    models: readonly string[] | null,
  ) => Promise<TeamSpark[]>
  teamMinutes: (span: Span, models: readonly string[] | null) => Promise<TeamMinute[]>
  watch: (span: Span, longestMs: number) => Promise<Watch | null>
  deltas: (day: string) => Promise<Delta[]>
  baselineCells: (day: string) => Promise<CellName[]>
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

export function createReader({ readerDb: db, rowsAtOnce, explain }: Engine): Reader {
  const source = { db, rowsAtOnce }
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
    teamDays: ask((range) => teamDays(source, range)),
    matrix: ask((range) => matrix(source, range)),
    cellTotals: ask((range) => cellTotals(source, range)),
    cellTokens: ask((range) => cellTokens(source, range)),
    placement: ask((range) => placement(db, range)),
    dayHours: ask((range) => dayHours(source, range)),
    spanTotals: ask((span) => spanTotals(source, span)),
    spanTotalsOfTeams: ask((span) => spanTotalsOfTeams(source, span)),
    unplacedOf: ask((days) => unplacedOf(source, days)),
    parts: ask((span, asked) => parts(source, span, asked)),
    teamRequests: ask((span, teamId) => teamRequests(source, span, teamId)),
    teamCells: ask((span, teamId) => teamCells(db, span, teamId)),
    teamSparks: ask((span, unit, models) => teamSparks(source, span, unit, models)),
    teamMinutes: ask((span, models) => teamMinutes(source, span, models)),
    watch: ask((span, longestMs) => readWatch(db, span, longestMs)),
    deltas: ask((day) => dayDeltas(db, day)),
    baselineCells: ask((day) => baselineCells(db, day)),
    corrections: ask((range) => corrections(db, range)),
    spendWatches: ask(() => spendWatches(db)),
    recentPolls: ask((limit) => recentPolls(db, limit)),
    lastPoll: ask((source) => lastPoll(db, source)),
    told: ask(() => readTold(db)),
    secret: ask((name) => readSecret(db, name)),
    countBefore: ask((day) => countBefore(db, day)),
  }
}
