import type { Race, RaceLine, RaceMeasure } from '@podium/contracts'
import { contenders } from '../analytics/board/placing.ts'
import { rankTeams, valueOf } from '../analytics/board/rank-teams.ts'
import { isoOf } from '../analytics/describe-window.ts'
import { planRace } from '../analytics/race/plan-race.ts'
import { noPace, runRace } from '../analytics/race/run-race.ts'
import { trafficByTeam } from '../analytics/team-usage.ts'
import type { TeamModelStep } from '../domain/time-slice.ts'
import { startOfDay, secondsPerDay } from '../domain/utc-day.ts'
import { BadParameter } from './bad-parameter.ts'
import { inHandfuls, inTurns } from './in-turns.ts'
import type { QueryContext } from './query-context.ts'
import { readTraffic, type Traffic } from './traffic.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

export type RaceAsked = { measure: RaceMeasure; top: number; own: readonly string[] }

/** How the board of a span came about: the first teams of it, and those that are named. */
export async function readRace(
  context: QueryContext,
  asked: WindowQuestion<Chosen & RaceAsked>,
): Promise<Race> {
  const { query, window, moment } = asked
  const { measure, top, own } = query
  const traffic = await readTraffic(context, asked)
  const { rows, filter, termsOf, teams } = traffic
  const board = contenders({ teams: trafficByTeam(rows, filter), pace: noPace, ago: 0, termsOf })
  const { ranked } = rankTeams(board, measure)
  const idOf = new Map(teams.map(({ teamId, name }) => [name.id, teamId]))
  const unknown = own.find((id) => !idOf.has(id))
  if (unknown !== undefined) throw new BadParameter('own', 'There is no team with this id.')
  const shown = [
    ...new Set([
      ...ranked.slice(0, top).map(({ teamId }) => teamId),
      ...own.map((id) => idOf.get(id) ?? null),
    ]),
  ]

  const isUnderWay = moment.asOf > window.from
  const span = { from: window.from, to: isUnderWay ? moment.asOf : window.to }
  const isOfAll = measure === 'score'
  const plan = planRace(span, isOfAll)
  const whom = isOfAll ? [...filter.teams] : shown
  const steps = await readSteps(context, traffic, {
    window,
    plan,
    whom: isOfAll ? null : shown,
    among: new Set(whom),
  })
  const moments = runRace({ measure, at: plan.at, steps, termsOf })
  const points = await inTurns(moments, (point) => point)
  const last = new Map(board.map((team) => [team.teamId, valueOf(measure, team)]))
  const rankOf = new Map(ranked.map(({ teamId }, index) => [teamId, index + 1]))
  const nameOf = new Map(teams.map(({ teamId, name }) => [teamId, name]))
  const lines = shown.flatMap((teamId): RaceLine[] => {
    const team = nameOf.get(teamId)
    if (team === undefined) return []
    const values = points.map(({ values: at }) => at.get(teamId) ?? nothingOf(measure))
    // The books say it to the last digit; steps that are added up may differ in one behind the billionth.
    values.splice(-1, 1, last.get(teamId) ?? nothingOf(measure))
    const untimed = points.flatMap((point, index) => (point.untimed.has(teamId) ? [index] : []))
    return [{ team, rank: rankOf.get(teamId) ?? null, values, untimed }]
  })
  return {
    ...{ data_version: traffic.dataVersion, window: traffic.window, left_out: traffic.leftOut },
    measure,
    at: plan.at.map(isoOf),
    lines,
  }
}

/** Who has done nothing has none of what is summed, and no rate. */
function nothingOf(measure: RaceMeasure): number | null {
  return measure === 'tokens' || measure === 'spend' || measure === 'requests' ? 0 : null
}

type Steps = {
  window: { from: number; to: number }
  plan: ReturnType<typeof planRace>
  whom: readonly (string | null)[] | null
  among: ReadonlySet<string | null>
}

async function readSteps(
  { store }: QueryContext,
  { filter, unplaced }: Traffic,
  { window, plan: { unit, step }, whom, among }: Steps,
): Promise<TeamModelStep[]> {
  const steps = await store.teamModelSteps(window, { unit, step, teamIds: whom })
  const inside = unplaced.inside.map(({ day, teamId, model, counters }) => ({
    ...{ teamId, model, counters, isPlaced: false },
    ends: startOfDay(day) / 1000 + secondsPerDay,
  }))
  const asked: TeamModelStep[] = []
  await inHandfuls([...steps, ...inside], (each) => {
    if (among.has(each.teamId) && (filter.models?.has(each.model) ?? true)) asked.push(each)
  })
  return asked
}
