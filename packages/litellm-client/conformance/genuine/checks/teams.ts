import { setTimeout as sleep } from 'node:timers/promises'
import type { Subject } from '../subject.ts'

/** All teams with their labels (unicode, equal, none at all) and budgets; what they spent, once written. */
export async function checkTeams({
  list,
  client,
  truth,
  expected,
  signal,
}: Subject): Promise<void> {
  list.area('teams')
  await list.attempt('teams', async () => {
    const found = await client.teams()
    list.equal('the list is complete', found.complete, true)
    const shown = found.teams.map(({ teamId, alias, maxBudgetUsd, budgetDuration, blocked }) => {
      return { teamId, alias, maxBudgetUsd, budgetDuration, blocked }
    })
    const sent = truth.teams.map((team) => ({
      teamId: team.team_id,
      alias: team.team_alias ?? null,
      maxBudgetUsd: team.max_budget ?? null,
      budgetDuration: team.budget_duration ?? null,
      blocked: false,
    }))
    list.equal('ids, labels and budgets', byId(shown), byId(sent))
  })
  await list.attempt('what teams spent', async () => {
    const spent = new Map(truth.teams.map((team) => [team.team_id, 0]))
    for (const { team, counters } of expected) {
      if (team !== null) spent.set(team, (spent.get(team) ?? 0) + counters.spend)
    }
    // The counters of teams are written by another job than the daily rows.
    let problems = ['never asked']
    for (let attempt = 0; attempt < 30 && problems.length > 0; attempt++) {
      if (attempt > 0) await sleep(1000, undefined, { signal })
      const { teams } = await client.teams()
      problems = teams
        .filter((team) => !near(team.spendUsd ?? NaN, spent.get(team.teamId) ?? NaN))
        .map((team) => `${team.teamId} spent ${team.spendUsd}, expected ${spent.get(team.teamId)}`)
    }
    list.problems('spend counters', problems)
  })
}

function byId<T extends { teamId: string }>(teams: T[]): T[] {
  return teams.toSorted((a, b) => (a.teamId < b.teamId ? -1 : 1))
}

function near(found: number, expected: number): boolean {
  return Math.abs(found - expected) <= 1e-12 + 1e-9 * expected
}
