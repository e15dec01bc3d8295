import { firstCounters } from './first-counters.ts'
import type { Migration } from './migration.ts'

/** The tables that a poll writes by the thousand. */
const busy = ['day_cell', 'delta', 'team_model_day', 'team_model_week']

/** PostgreSQL spends half of a poll on the 22 comparisons a row; there `refuse-odd.ts` makes them before the rows go. */
export const unchecked: Migration = {
  number: 4,
  name: 'unchecked',
  statements: [],
  onlyPostgres: busy.map((table) => {
    const drops = firstCounters.map((name) => `DROP CONSTRAINT ${table}_${name}_check`)
    return `ALTER TABLE ${table} ${drops.join(', ')}`
  }),
}
