import type { Migration } from './migration.ts'

/** What says how far the numbers can be trusted, for every process that is asked. */
export const trust: Migration = {
  number: 2,
  name: 'trust',
  statements: [
    'ALTER TABLE day_read ADD COLUMN first_ms BIGINT',
    `UPDATE day_read SET first_ms =
      (SELECT MIN(delta.start) * 1000 FROM delta WHERE delta.day = day_read.day AND delta.reason = 0)`,
    `CREATE TABLE spend_watch (team INTEGER NOT NULL REFERENCES team (id), first_day INTEGER NOT NULL,
      marks TEXT NOT NULL, PRIMARY KEY (team))`,
    'CREATE TABLE told (name TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (name))',
  ],
  onlyPostgres: [],
}
