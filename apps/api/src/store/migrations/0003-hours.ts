import { firstCounters } from './first-counters.ts'
import type { Migration } from './migration.ts'

const counters = firstCounters
  .map((name) => {
    const isDollars = name === 'spend' || name === 'cache_savings'
    return `${name} ${isDollars ? 'DOUBLE PRECISION' : 'BIGINT'} NOT NULL`
  })
  .join(', ')
const names = firstCounters.join(', ')
const sums = firstCounters.map((name) => `SUM(d.${name})`).join(', ')

/** What spans that are no whole days, and long series, are summed from. */
export const hours: Migration = {
  number: 3,
  name: 'hours',
  statements: [
    `CREATE TABLE team_model_hour (team INTEGER NOT NULL, start BIGINT NOT NULL CHECK (start % 3600 = 0),
      model INTEGER NOT NULL, ${counters}, PRIMARY KEY (team, start, model)) WITH (fillfactor = 45)`,
    `INSERT INTO team_model_hour (team, start, model, ${names})
      SELECT d.team, d.start - d.start % 3600, c.model, ${sums}
      FROM delta AS d JOIN cell AS c ON c.team = d.team AND c.id = d.cell
      WHERE d.width < 1440 GROUP BY 1, 2, 3`,
    `CREATE TABLE model_hour (start BIGINT NOT NULL CHECK (start % 3600 = 0), model INTEGER NOT NULL,
      ${counters}, PRIMARY KEY (start, model)) WITH (fillfactor = 45)`,
    `INSERT INTO model_hour (start, model, ${names})
      SELECT d.start, d.model, ${sums} FROM team_model_hour AS d GROUP BY 1, 2`,
    `CREATE TABLE model_day (day INTEGER NOT NULL, reason INTEGER NOT NULL, model INTEGER NOT NULL,
      ${counters}, PRIMARY KEY (day, reason, model)) WITH (fillfactor = 45)`,
    `INSERT INTO model_day (day, reason, model, ${names})
      SELECT d.day, d.reason, c.model, ${sums}
      FROM delta AS d JOIN cell AS c ON c.team = d.team AND c.id = d.cell GROUP BY 1, 2, 3`,
  ],
  onlyPostgres: ['CREATE INDEX team_model_hour_by_start ON team_model_hour (start)'],
}
