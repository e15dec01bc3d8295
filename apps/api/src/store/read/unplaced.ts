import type { Kysely } from 'kysely'
import type { UnplacedReason } from '../../domain/placement.ts'
import type { UnplacedTraffic } from '../../domain/traffic.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import { counterSums } from '../counter-sums.ts'
import { dayNumber } from '../day-number.ts'
import { fromTeams } from '../from-teams.ts'
import { reasonCode } from '../reason-code.ts'
import type { Schema } from '../schema.ts'
import { byTeams } from './in-steps.ts'
import { nameTeamModels } from './team-models.ts'

type Db = Kysely<Schema>

const reasons: readonly UnplacedReason[] = ['baseline', 'gap', 'late', 'correction']

/** What a team may have of one reason on a day. */
const rowsPerTeam = 20

/** What has no minute on these UTC days, by team, model and reason. */
export async function unplacedOf(db: Db, days: readonly string[]): Promise<UnplacedTraffic[]> {
  const found: UnplacedTraffic[] = []
  for (const day of days)
    for (const reason of reasons) {
      const rows = await byTeams(db, rowsPerTeam, (teams) =>
        fromTeams(db, 'delta', teams)
          .innerJoin('cell', (join) =>
            join.onRef('cell.team', '=', 'd.team').onRef('cell.id', '=', 'd.cell'),
          )
          .select(['d.team', 'cell.model', ...counterSums('d')])
          .where('d.day', '=', dayNumber(day))
          .where('d.start', '=', dayNumber(day) * secondsPerDay)
          .where('d.reason', '=', reasonCode(reason))
          .groupBy(['d.team', 'cell.model'])
          .execute(),
      )
      if (rows.length === 0) continue
      for (const row of await nameTeamModels(db, rows)) found.push({ ...row, day, reason })
    }
  return found
}
