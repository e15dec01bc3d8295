import type { Team } from '@podium/litellm-client'
import type { Writing } from './writing.ts'

/** Each budget's counter, at each minute in which it was seen to change; true where one has changed. */
export async function saveMeters(
  { trx }: Writing,
  teams: readonly { id: number; team: Team }[],
  seconds: number,
): Promise<boolean> {
  const newest = await trx
    .selectFrom('team_meter as m')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('team_meter')
          .select((last) => ['team', last.fn.max('minute').as('minute')])
          .groupBy('team')
          .as('n'),
      (join) => join.onRef('n.team', '=', 'm.team').onRef('n.minute', '=', 'm.minute'),
    )
    .select(['m.team', 'm.spend', 'm.max_budget'])
    .execute()
  const lastOf = new Map(newest.map((row) => [row.team, row]))
  const changed = teams.filter(({ id, team }) => {
    const last = lastOf.get(id)
    return last?.spend !== team.spendUsd || last.max_budget !== team.maxBudgetUsd
  })
  for (const { id, team } of changed) {
    const { spendUsd: spend, maxBudgetUsd: max_budget } = team
    await trx
      .insertInto('team_meter')
      .values({ team: id, minute: seconds - (seconds % 60), spend, max_budget })
      .onConflict((conflict) =>
        conflict.columns(['team', 'minute']).doUpdateSet({ spend, max_budget }),
      )
      .execute()
  }
  return changed.length > 0
}
