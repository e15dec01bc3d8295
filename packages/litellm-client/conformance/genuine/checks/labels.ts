import type { DailyActivity } from '../../../src/index.ts'
import type { Subject } from '../subject.ts'

/** Teams and keys carry their labels of now: also the key that was moved, and where known the deleted one. */
export function checkLabels({ list, truth, release }: Subject, { days }: DailyActivity): void {
  const teams = new Map(truth.teams.map((team) => [team.team_id, team.team_alias ?? null]))
  list.equal(
    'labels of teams',
    days.flatMap((day) =>
      day.teams.filter((team) => team.alias !== (teams.get(team.teamId ?? '') ?? null)),
    ),
    [],
  )
  const keys = new Map(
    truth.keys.map(({ slot, key, key_alias: alias = null }) => {
      const isLost = slot === 'doomed' && release.conduct.labelOfDeletedKeys === 'lost'
      return [key, isLost ? null : alias]
    }),
  )
  list.equal(
    'labels of keys',
    days.flatMap((day) => day.keys.filter((key) => key.alias !== (keys.get(key.key) ?? null))),
    [],
  )
}
