import { sql } from 'kysely'
import { dayNumber } from '../day-number.ts'
import { secondsPerDay } from '../../domain/utc-day.ts'
import type { Writing } from './writing.ts'

/** Of each day before `day`, a team's budget keeps the last counter: only the newest is read, and history stays. */
export async function foldMeters({ trx }: Writing, day: string): Promise<void> {
  const end = dayNumber(day) * secondsPerDay
  await trx
    .deleteFrom('team_meter')
    .where('minute', '<', end)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('team_meter as later')
          .select('later.minute')
          .whereRef('later.team', '=', 'team_meter.team')
          .whereRef('later.minute', '>', 'team_meter.minute')
          .where(sql<boolean>`later.minute / 86400 = team_meter.minute / 86400`),
      ),
    )
    .execute()
}
