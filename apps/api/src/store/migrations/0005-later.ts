import type { Migration } from './migration.ts'

/** A process of the step before may still write a day: its cells count everything. */
const never = 253_402_300_800

/**
 * Two sums that a poll does not touch any more: a day's cells count what begins before `summed_to`, and weeks are
 * summed once they are over. Before this step both counted everything.
 */
export const later: Migration = {
  number: 5,
  name: 'later',
  statements: [
    `ALTER TABLE day_read ADD COLUMN summed_to BIGINT NOT NULL DEFAULT ${never}`,
    'UPDATE day_read SET summed_to = CAST(day + 1 AS BIGINT) * 86400',
    'ALTER TABLE state ADD COLUMN weeks_before INTEGER NOT NULL DEFAULT 0',
    'UPDATE state SET weeks_before = (SELECT coalesce(max(week) + 1, 0) FROM team_model_week)',
  ],
  onlyPostgres: [],
}
