import type { Budgets } from '@podium/contracts'
import { paceOf } from '../analytics/board/pace.ts'
import { describeBudgets } from '../analytics/budgets/describe-budgets.ts'
import { resolveFilter } from '../analytics/filter.ts'
import { nameTeams } from '../analytics/team-names.ts'
import { longestGapMs } from '../domain/poll-coverage.ts'
import { BadParameter } from './bad-parameter.ts'
import type { QueryContext } from './query-context.ts'
import { reachSeconds, type Chosen } from './window-question.ts'

/** Whose budget ends before its period; `asOf` is the end of the present minute, in epoch seconds. */
export async function readBudgets(
  { store, publicIds, about }: QueryContext,
  { query, asOf }: { query: Chosen; asOf: number },
): Promise<Budgets> {
  const reach = { from: asOf - reachSeconds, to: asOf }
  const [data_version, stored, models] = await Promise.all([
    store.dataVersion(),
    store.teams(),
    store.models(),
  ])
  const teams = nameTeams(stored, publicIds)
  const found = resolveFilter(query, { teams, models })
  if (!found.ok) throw new BadParameter(found.parameter, found.detail)
  const [minutes, coverage] = await Promise.all([
    store.teamMinutes(reach, null),
    store.pollCoverage(reach, longestGapMs(1000 * about.pollSeconds)),
  ])
  const pace = paceOf({ minutes, spending: minutes, coverage, asOf })
  const budgetOf = new Map(stored.map((team) => [team.teamId, team]))
  const asked = teams.flatMap(({ teamId, name }) => {
    const budget = budgetOf.get(teamId)
    if (budget === undefined || !found.filter.teams.has(teamId)) return []
    return [{ name, budget, usdPerMinute: pace.usdPerMinute(teamId) }]
  })
  return {
    data_version,
    at: new Date(asOf * 1000).toISOString(),
    budgets: describeBudgets(asked, asOf * 1000),
  }
}
