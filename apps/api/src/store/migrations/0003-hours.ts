import { counterColumns } from '../counter-columns.ts'
import type { Migration } from './migration.ts'

const counters = counterColumns
  .map((name) => {
    const isDollars = name === 'spend' || name === 'cache_savings'
    return `${name} ${isDollars ? 'DOUBLE PRECISION' : 'BIGINT'} NOT NULL`
  })
  .join(', ')
const sums = counterColumns.map((name) => `SUM(d.${name})`).join(', ')

/** What was placed into each hour, by team and model: spans that are no whole days are summed from it. */
export const hours: Migration = {
  number: 3,
  name: 'hours',
  statements: [
    `CREATE TABLE team_model_hour (team INTEGER NOT NULL, start BIGINT NOT NULL CHECK (start % 3600 = 0),
      model INTEGER NOT NULL, ${counters}, PRIMARY KEY (team, start, model)) WITH (fillfactor = 45)`,
    `INSERT INTO team_model_hour (team, start, model, ${counterColumns.join(', ')})
      SELECT d.team, d.start - d.start % 3600, c.model, ${sums}
      FROM delta AS d JOIN cell AS c ON c.team = d.team AND c.id = d.cell
      WHERE d.width < 1440 GROUP BY 1, 2, 3`,
  ],
  onlyPostgres: ['CREATE INDEX team_model_hour_by_start ON team_model_hour (start)'],
}
