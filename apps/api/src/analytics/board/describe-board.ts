import type { Board, BoardMeasure, BoardRow, TeamName } from '@podium/contracts'
import { sum } from '../../domain/counters.ts'
import { isoOf } from '../describe-window.ts'
import type { Filter } from '../filter.ts'
import type { Terms } from '../prices.ts'
import { scoreFrom, yardstickOf } from '../score/score.ts'
import { scoreWeights } from '../score/weights.ts'
import { dashboardTeam, type NamedTraffic } from '../team-names.ts'
import { trafficBeside, trafficByTeam } from '../team-usage.ts'
import type { TeamModel } from '../../domain/traffic.ts'
import { usageOf } from '../usage.ts'
import type { PollCoverage } from '../../domain/poll-coverage.ts'
import { isCovered } from '../is-covered.ts'
import { budgetOf, type BudgetOfTeam } from './budget.ts'
import { contenders, standingsOf, trafficBefore, type Standing } from './placing.ts'
import type { Pace } from './pace.ts'
import { rankTeams, valueOf, type Contender } from './rank-teams.ts'
import { knownBuckets, sparkline, type SparkPlan } from './sparkline.ts'

export const movementSeconds = 900
/** Without one failure in so many, the gateway does probably not record them. */
const manyRequests = 1000

export type BoardInput = {
  measure: BoardMeasure
  window: { from: number; to: number }
  /** Epoch seconds: the end of the minute that the board is about. */
  asOf: number
  filter: Filter
  teams: readonly NamedTraffic[]
  /** `null` where the board is about the past: budgets are of now. */
  budgets: ReadonlyMap<string, BudgetOfTeam> | null
  rows: readonly TeamModel[]
  /** Of the last minutes before `asOf`. */
  recent: readonly TeamModel[]
  pace: Pace
  coverage: PollCoverage | null
  readDays: ReadonlySet<string>
  /** What may have happened in the window, and whether all of its days have been read. */
  uncertain: readonly TeamModel[]
  hasEveryDay: boolean
  sparks: readonly { teamId: string | null; start: number; tokens: number; width?: number }[]
  sparkPlan: SparkPlan
  termsOf: Terms
}

type Described = Omit<Board, 'data_version' | 'read_at' | 'window' | 'left_out'>

export function describeBoard(input: BoardInput): Described {
  const { measure, filter, sparkPlan, termsOf } = input
  const traffic = trafficByTeam(input.rows, filter)
  const now = contenders({ ...input, teams: traffic, ago: 0 })
  const { ranked, unranked } = rankTeams(now, measure)
  const toRow = rowMaker(input, standingsBefore(input, traffic))
  const active = [...traffic, ...trafficByTeam(input.uncertain, filter)]
  const unassigned = trafficBeside(input.rows, null, filter)
  const dashboard = trafficBeside(input.rows, dashboardTeam, filter)
  const whole = sum(input.rows.map(({ counters }) => counters))
  return {
    measure,
    failures_recorded: whole.failures > 0 || whole.requests < manyRequests,
    rows: ranked.map((team, index) => toRow(team, index + 1)),
    unranked: unranked.map((team) => toRow(team, null)),
    idle: idleTeams(input, new Set(active.map(({ teamId }) => teamId))),
    unassigned: unassigned && usageOf(unassigned, termsOf),
    dashboard: dashboard && usageOf(dashboard, termsOf),
    totals: usageOf(
      traffic.flatMap(({ models }) => models),
      termsOf,
    ),
    sparkline: { start: isoOf(sparkPlan.start), bucket_seconds: sparkPlan.bucket },
    score_from: scoreFrom,
    par: yardstickOf(traffic, termsOf).par || null,
    weights: scoreWeights,
  }
}

/** `null` where nobody watched what has happened since. */
function standingsBefore(input: BoardInput, traffic: ReturnType<typeof trafficByTeam>) {
  const { measure, window, coverage, recent, filter } = input
  const asOf = input.asOf - movementSeconds
  if (asOf < window.from || !isCovered(coverage, { from: asOf, to: input.asOf })) return null
  const teams = trafficBefore(traffic, trafficByTeam(recent, filter))
  return standingsOf(contenders({ ...input, teams, ago: movementSeconds / 60 }), measure)
}

function rowMaker(input: BoardInput, before: ReadonlyMap<string | null, Standing> | null) {
  const { measure, sparkPlan } = input
  const nameOf = new Map(input.teams.map(({ teamId, name }) => [teamId, name]))
  const sparksOf = Map.groupBy(input.sparks, ({ teamId }) => teamId)
  const isSparkKnown = knownBuckets(sparkPlan, input)
  return (team: Contender, rank: number | null): BoardRow => {
    const { teamId, usage, momentum, score } = team
    const name = nameOf.get(teamId)
    if (name === undefined) throw new TypeError('a team on the board has no name')
    const budget = teamId === null ? undefined : input.budgets?.get(teamId)
    const past = before?.get(teamId)
    return {
      rank,
      movement: past === undefined || rank === null ? null : past.rank - rank,
      team: name,
      value: valueOf(measure, team),
      value_before: past?.value ?? null,
      usage,
      momentum,
      score,
      sparkline: sparkline(sparkPlan, sparksOf.get(teamId) ?? [], isSparkKnown),
      budget: budget === undefined ? null : budgetOf(budget, input.pace.usdPerMinute(teamId)),
    }
  }
}

/** Teams that certainly did nothing; one that is gone and did nothing is no news. */
function idleTeams(
  { teams, filter, hasEveryDay }: BoardInput,
  active: ReadonlySet<string | null>,
): TeamName[] {
  if (!hasEveryDay) return []
  return teams
    .filter(
      ({ teamId, name }) =>
        filter.teams.has(teamId) && !active.has(teamId) && !name.gone && teamId !== null,
    )
    .map(({ name }) => name)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
