import type { NextLever } from '@podium/contracts'
import { nextLever } from '../analytics/score/next-lever.ts'
import { scoreOf, yardstickOf } from '../analytics/score/score.ts'
import { trafficByTeam } from '../analytics/team-usage.ts'
import { noCounters } from '../domain/counters.ts'
import { findTeam } from './find-team.ts'
import type { QueryContext } from './query-context.ts'
import { readTraffic } from './traffic.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

/** The change that would be worth most to a team's score; `null` where nobody has this id. */
export async function readNextLever(
  context: QueryContext,
  id: string,
  asked: WindowQuestion<Chosen>,
): Promise<NextLever | null> {
  const team = await findTeam(context, id)
  if (team === null) return null
  const traffic = await readTraffic(context, asked)
  const teams = trafficByTeam(traffic.rows, traffic.filter)
  const yardstick = yardstickOf(teams, traffic.termsOf)
  const { teamId } = team
  const idle = { teamId, models: [], counters: noCounters }
  const own = teams.find((each) => each.teamId === teamId) ?? idle
  return {
    data_version: traffic.dataVersion,
    window: traffic.window,
    left_out: traffic.leftOut,
    team: team.name,
    score: scoreOf(own, yardstick)?.total ?? null,
    lever: nextLever(
      own,
      yardstick,
      teams.flatMap(({ models }) => models),
    ),
  }
}
