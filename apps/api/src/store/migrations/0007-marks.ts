import type { Migration } from './migration.ts'

/** By what a team is told from the others at a glance; teams that are known already get theirs in the order of their coming. */
export const marks: Migration = {
  number: 7,
  name: 'marks',
  statements: [
    'ALTER TABLE team ADD COLUMN mark INTEGER',
    "UPDATE team SET mark = (id - 1) % 49 WHERE id > 0 AND team_id <> 'litellm-dashboard'",
  ],
  onlyPostgres: [],
}
