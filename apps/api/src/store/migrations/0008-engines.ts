import type { Migration } from './migration.ts'

/** What engines and GPUs did by minute, quarter and hour. `body` is JSON; ends of buckets are kept once. */
export const engines: Migration = {
  number: 8,
  name: 'engines',
  statements: [
    `CREATE TABLE bucket_ends (id INTEGER NOT NULL PRIMARY KEY, ends TEXT NOT NULL)`,
    `CREATE TABLE engine_minute (width INTEGER NOT NULL, start BIGINT NOT NULL, engine TEXT NOT NULL,
      model TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (width, start, engine, model))`,
    `CREATE TABLE gpu_minute (width INTEGER NOT NULL, start BIGINT NOT NULL, gpu TEXT NOT NULL,
      body TEXT NOT NULL, PRIMARY KEY (width, start, gpu))`,
  ],
  onlyPostgres: [],
}
