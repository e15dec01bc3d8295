import type { Migration } from './migration.ts'

/** `between` keeps NaN and infinity out as well, on both engines. */
function counters(lowest: 0 | -1_000_000_000_000): string {
  const count = (name: string) =>
    `${name} BIGINT NOT NULL CHECK (${name} BETWEEN ${lowest} AND 1000000000000000)`
  const dollars = (name: string, least: number) =>
    `${name} DOUBLE PRECISION NOT NULL CHECK (${name} BETWEEN ${least} AND 1000000000000)`
  return [
    ...['prompt', 'completion', 'cache_read', 'cache_creation'].map(count),
    ...['requests', 'successes', 'failures'].map(count),
    dollars('spend', lowest),
    dollars('cache_savings', -1_000_000_000_000),
    ...['response_ms', 'timed'].map(count),
  ].join(', ')
}

const absolute = counters(0)
const signed = counters(-1_000_000_000_000)

const names = [
  `CREATE TABLE team (id INTEGER NOT NULL, team_id TEXT UNIQUE, alias TEXT, organization_id TEXT,
    max_budget DOUBLE PRECISION, budget_duration TEXT, budget_reset_at TEXT, blocked INTEGER NOT NULL DEFAULT 0,
    models TEXT NOT NULL DEFAULT '[]', created_at TEXT, listed_at BIGINT,
    missing INTEGER NOT NULL DEFAULT 0 CHECK (missing >= 0), PRIMARY KEY (id))`,
  'INSERT INTO team (id) VALUES (0)',
  `CREATE TABLE team_meter (team INTEGER NOT NULL REFERENCES team (id), minute BIGINT NOT NULL CHECK (minute % 60 = 0),
    spend DOUBLE PRECISION, max_budget DOUBLE PRECISION, PRIMARY KEY (team, minute))`,
  `CREATE TABLE model (id INTEGER NOT NULL, name TEXT NOT NULL UNIQUE, provider TEXT, mode TEXT,
    underlying TEXT NOT NULL DEFAULT '[]', PRIMARY KEY (id))`,
  `CREATE TABLE price (model INTEGER NOT NULL REFERENCES model (id), since BIGINT NOT NULL, input DOUBLE PRECISION,
    output DOUBLE PRECISION, cache_read DOUBLE PRECISION, cache_creation DOUBLE PRECISION, PRIMARY KEY (model, since))`,
  'CREATE TABLE key (id INTEGER NOT NULL, key TEXT NOT NULL UNIQUE, alias TEXT, PRIMARY KEY (id))',
  `CREATE TABLE cell (id INTEGER NOT NULL, team INTEGER NOT NULL REFERENCES team (id),
    model INTEGER NOT NULL REFERENCES model (id), key INTEGER NOT NULL REFERENCES key (id),
    PRIMARY KEY (team, id), UNIQUE (team, model, key))`,
]

/**
 * Room in each page for the next version of its rows: rows that every poll updates then stay where their index
 * entries point. Minutes stay still sooner than days.
 */
const roomy = 'WITH (fillfactor = 45)'
const lessRoomy = 'WITH (fillfactor = 60)'

/** Written by the ten thousand, with ids from the same transaction: they name no foreign keys. */
const days = [
  `CREATE TABLE day_read (day INTEGER NOT NULL, started_ms BIGINT NOT NULL, finished_ms BIGINT NOT NULL,
    source TEXT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (day), CHECK (finished_ms >= started_ms))`,
  `CREATE TABLE day_cell (team INTEGER NOT NULL, day INTEGER NOT NULL, cell INTEGER NOT NULL, ${absolute},
    PRIMARY KEY (team, day, cell)) ${roomy}`,
  `CREATE TABLE fall (team INTEGER NOT NULL, day INTEGER NOT NULL, cell INTEGER NOT NULL,
    reads INTEGER NOT NULL CHECK (reads > 0), first_ms BIGINT NOT NULL, ${absolute}, PRIMARY KEY (team, day, cell))`,
  `CREATE TABLE delta (team INTEGER NOT NULL, day INTEGER NOT NULL, start BIGINT NOT NULL, cell INTEGER NOT NULL,
    width INTEGER NOT NULL CHECK (width IN (1, 15, 60, 1440)), reason INTEGER NOT NULL CHECK (reason BETWEEN 0 AND 5),
    ${signed}, PRIMARY KEY (team, day, start, cell, width, reason), CHECK (start / 86400 = day),
    CHECK (start % (width * 60) = 0), CHECK ((width = 1440) = (reason BETWEEN 1 AND 4))) ${lessRoomy}`,
  `CREATE TABLE correction (team INTEGER NOT NULL, day INTEGER NOT NULL, cell INTEGER NOT NULL, at_ms BIGINT NOT NULL,
    ${signed}, PRIMARY KEY (team, day, cell, at_ms))`,
]

const rollups = [
  `CREATE TABLE team_hour (team INTEGER NOT NULL, start BIGINT NOT NULL CHECK (start % 3600 = 0),
    reason INTEGER NOT NULL, ${signed}, PRIMARY KEY (team, start, reason)) ${roomy}`,
  `CREATE TABLE team_day (team INTEGER NOT NULL, day INTEGER NOT NULL, reason INTEGER NOT NULL, ${signed},
    PRIMARY KEY (team, day, reason)) ${roomy}`,
  `CREATE TABLE team_model_day (team INTEGER NOT NULL, day INTEGER NOT NULL, model INTEGER NOT NULL, ${signed},
    PRIMARY KEY (team, day, model)) ${roomy}`,
  `CREATE TABLE team_model_week (team INTEGER NOT NULL, week INTEGER NOT NULL, model INTEGER NOT NULL, ${signed},
    PRIMARY KEY (team, week, model)) ${roomy}`,
  `CREATE TABLE model_bucket (start BIGINT NOT NULL, width INTEGER NOT NULL, reason INTEGER NOT NULL,
    model INTEGER NOT NULL, ${signed}, PRIMARY KEY (start, width, reason, model)) ${roomy}`,
]

const housekeeping = [
  `CREATE TABLE poll (source TEXT NOT NULL, started_ms BIGINT NOT NULL, took_ms BIGINT NOT NULL,
    outcome TEXT NOT NULL, changed INTEGER NOT NULL, PRIMARY KEY (source, started_ms))`,
  `CREATE TABLE lease (id INTEGER NOT NULL CHECK (id = 1), epoch BIGINT NOT NULL, holder TEXT NOT NULL,
    until_ms BIGINT NOT NULL, PRIMARY KEY (id))`,
  `INSERT INTO lease (id, epoch, holder, until_ms) VALUES (1, 0, '', 0)`,
  'CREATE TABLE secret (name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name))',
  `CREATE TABLE state (id INTEGER NOT NULL CHECK (id = 1), data_version BIGINT NOT NULL,
    names_version BIGINT NOT NULL, folded_before INTEGER NOT NULL, purged_before INTEGER NOT NULL, PRIMARY KEY (id))`,
  'INSERT INTO state (id, data_version, names_version, folded_before, purged_before) VALUES (1, 0, 0, 0, 0)',
]

/** SQLite finds a day by going through the teams; PostgreSQL would read the whole table. */
const byDay = [
  'CREATE INDEX day_cell_by_day ON day_cell (day)',
  'CREATE INDEX team_day_by_day ON team_day (day)',
  'CREATE INDEX team_hour_by_start ON team_hour (start)',
  'CREATE INDEX team_model_day_by_day ON team_model_day (day)',
  'CREATE INDEX team_model_week_by_week ON team_model_week (week)',
]

/** Every table that grows with the teams starts its key with the team, so that engines which spread rows can. */
export const ledger: Migration = {
  number: 1,
  name: 'ledger',
  statements: [...names, ...days, ...rollups, ...housekeeping],
  onlyPostgres: byDay,
}
