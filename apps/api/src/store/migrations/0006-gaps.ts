import type { Migration } from './migration.ts'

/**
 * When nobody read the gateway: what came then counts in a window that holds all of it. Of gaps from before this step
 * only the day is known.
 */
export const gaps: Migration = {
  number: 6,
  name: 'gaps',
  statements: [
    `CREATE TABLE day_gap (day INTEGER NOT NULL, from_ms BIGINT NOT NULL, to_ms BIGINT NOT NULL,
      PRIMARY KEY (day, from_ms))`,
    `INSERT INTO day_gap (day, from_ms, to_ms)
      SELECT DISTINCT day, CAST(day AS BIGINT) * 86400000, CAST(day + 1 AS BIGINT) * 86400000
      FROM team_day WHERE reason = 2`,
  ],
  onlyPostgres: [],
}
