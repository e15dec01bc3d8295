import type { Kysely } from 'kysely'
import type { Engine } from '../engine.ts'
import type { Schema } from '../schema.ts'
import { baselineCells } from './baseline-cells.ts'
import { cellTokens, cellTotals } from './cell-totals.ts'
import { changesSince } from './changes.ts'
import { countBefore } from './count-before.ts'
import { dayHours } from './day-hours.ts'
import { collectorEvents, corrections, coverage, firstRead } from './history.ts'
import { keysSeen } from './keys-seen.ts'
import { lastPoll } from './last-poll.ts'
import { keys, models, teams } from './listings.ts'
import { matrix } from './matrix.ts'
import { pollCoverage } from './poll-coverage.ts'
import { modelDaysBeside } from './model-days.ts'
import { spanTotals, spanTotalsOf, spanTotalsOfTeams } from './span-totals.ts'
import { engineSlices, gpuSlices } from '../slices.ts'
import { spendComparisons } from './spend-comparisons.ts'
import { teamCells } from './team-cells.ts'
import { teamDays } from './team-days.ts'
import { teamRequests } from './team-deltas.ts'
import { teamMinutes } from './team-minutes.ts'
import { teamModelSteps } from './team-model-steps.ts'
import { teamSparks } from './team-sparks.ts'
import { timeSlices } from './time-slices.ts'
import { placement, teamTotals } from './totals.ts'
import { unplacedOf } from './unplaced.ts'
import { dataVersion, rangeVersion } from './versions.ts'

/** Everything that may be asked. What an answer says of one team is of one version of the data. */
const queries = {
  dataVersion,
  changesSince,
  rangeVersion,
  teams,
  keys,
  models,
  coverage,
  firstRead,
  teamTotals,
  teamDays,
  matrix,
  cellTotals,
  cellTokens,
  placement,
  dayHours,
  spanTotals,
  spanTotalsOf,
  modelDaysBeside,
  spanTotalsOfTeams,
  unplacedOf,
  timeSlices,
  teamRequests,
  teamCells,
  keysSeen,
  teamSparks,
  teamMinutes,
  teamModelSteps,
  pollCoverage,
  baselineCells,
  corrections,
  spendComparisons,
  lastPoll,
  collectorEvents,
  countBefore,
  engineSlices,
  gpuSlices,
}

type Queries = typeof queries

/** Each query without its first argument, the database. */
export type Reader = {
  [Name in keyof Queries]: Queries[Name] extends (
    db: Kysely<Schema>,
    ...rest: infer Rest
  ) => infer Result
    ? (...rest: Rest) => Result
    : never
}

/** The version is what a process asks for to find out whether the database is back. */
const probes: ReadonlySet<unknown> = new Set([dataVersion])

export function createReader(
  { readerDb, explain }: Engine,
  beforeRead: () => void = () => undefined,
): Reader {
  const bind =
    (query: (db: Kysely<Schema>, ...rest: never[]) => Promise<unknown>) =>
    async (...rest: never[]): Promise<unknown> => {
      if (!probes.has(query)) beforeRead()
      try {
        return await query(readerDb, ...rest)
      } catch (error) {
        throw explain(error)
      }
    }
  const bound = Object.entries(queries).map(([name, query]) => [name, bind(query)])
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- every query, and nothing but its first argument has gone
  return Object.fromEntries(bound) as Reader
}
