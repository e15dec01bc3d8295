import { DatabaseSync } from 'node:sqlite'
import type { StoreLocation } from '@podium/api/src/store/store-location.ts'
import { counterColumns } from '@podium/api/src/store/counter-columns.ts'
import { ask } from '@podium/api/test/support/postgres/postgres-server.ts'

export type Past = {
  teams: number
  models: number
  keysPerTeam: number
  /** The last of `days` UTC days, in days since 1970; the last `minuteDays` of them have minutes. */
  lastDay: number
  days: number
  minuteDays: number
  /** Which days are known by cell too, and how many moved in each of their minutes. */
  moved?: { cells: number; days: readonly number[] }
}

/** A past that nobody has lived through, straight into the tables, each sum made of what it is the sum of. */
export async function bookBigPast(place: StoreLocation, past: Past): Promise<void> {
  const statements = [...names(past), ...days(past), ...hours(past), ...minutes(past)]
  if (place.kind === 'postgres') {
    await ask(place.url, ['SET search_path TO podium', ...statements, 'ANALYZE'].join(';'))
    return
  }
  const database = new DatabaseSync(place.path)
  database.exec(`PRAGMA synchronous = OFF; BEGIN; ${statements.join(';')}; COMMIT`)
  database.close()
}

const columns = counterColumns.join(', ')
const sums = counterColumns.map((column) => `sum(${column})`).join(', ')

/** Counters of a row whose number is `row`. */
function counters(row: string): string {
  return counterColumns
    .map((column, index) =>
      column === 'spend' ? `(${row}) % 997 / 128.0` : `(${row}) % ${97 + index}`,
    )
    .join(', ')
}

/** `name(n)`: the whole numbers from `first` to `last`. */
function count(name: string, first: number, last: number): string {
  return `${name}(n) AS (SELECT ${first} UNION ALL SELECT n + 1 FROM ${name} WHERE n < ${last})`
}

/** Milliseconds are no INTEGER of PostgreSQL's. */
function bigint(number: string): string {
  return `CAST(${number} AS BIGINT)`
}

function names({ teams, models, keysPerTeam }: Past): string[] {
  const keys = teams * keysPerTeam
  return [
    `WITH RECURSIVE ${count('t', 1, teams)} INSERT INTO team (id, team_id, alias) SELECT n, 'team-' || n, 'Team ' || n FROM t`,
    `WITH RECURSIVE ${count('m', 1, models)} INSERT INTO model (id, name) SELECT n, 'model-' || n FROM m`,
    `WITH RECURSIVE ${count('k', 1, keys)} INSERT INTO key (id, key) SELECT n, 'key-' || n FROM k`,
    `WITH RECURSIVE ${count('k', 0, keys - 1)}, ${count('m', 0, models - 1)}
      INSERT INTO cell (id, team, model, key)
      SELECT k.n * ${models} + m.n + 1, k.n / ${keysPerTeam} + 1, m.n + 1, k.n + 1 FROM k, m`,
  ]
}

/** Day after day, as they were lived: what is read together does not lie together. */
function days({ lastDay, days: length }: Past): string[] {
  return [
    `WITH RECURSIVE ${count('d', lastDay - length + 1, lastDay)}
      INSERT INTO day_read (day, started_ms, finished_ms, source, version, summed_to)
      SELECT n, ${bigint('n')} * 86400000, ${bigint('n')} * 86400000, 'aggregated', 1, ${bigint('n + 1')} * 86400 FROM d`,
    `WITH RECURSIVE ${count('d', lastDay - length + 1, lastDay)}
      INSERT INTO day_cell (team, day, cell, ${columns})
      SELECT cell.team, d.n, cell.id, ${counters('cell.id * 31 + d.n')} FROM d, cell ORDER BY 2, 1, 3`,
    `INSERT INTO team_model_day (team, day, model, ${columns})
      SELECT d.team, d.day, cell.model, ${sums} FROM day_cell AS d
      JOIN cell ON cell.team = d.team AND cell.id = d.cell
      GROUP BY d.team, d.day, cell.model ORDER BY 2, 1, 3`,
    `INSERT INTO team_day (team, day, reason, ${columns})
      SELECT team, day, 0, ${sums} FROM team_model_day GROUP BY team, day ORDER BY 2, 1`,
    `INSERT INTO team_model_week (team, week, model, ${columns})
      SELECT team, day / 7, model, ${sums} FROM team_model_day
      GROUP BY team, day / 7, model ORDER BY 2, 1, 3`,
    'UPDATE state SET weeks_before = (SELECT max(week) + 1 FROM team_model_week)',
    `INSERT INTO model_day (day, reason, model, ${columns})
      SELECT day, 0, model, ${sums} FROM team_model_day GROUP BY day, model ORDER BY 1, 3`,
  ]
}

function hours({ teams, models, lastDay, minuteDays }: Past): string[] {
  const first = (lastDay - minuteDays + 1) * 24
  return [
    `WITH RECURSIVE ${count('h', first, lastDay * 24 + 23)}, ${count('t', 1, teams)}, ${count('m', 1, models)}
      INSERT INTO team_model_hour (team, start, model, ${columns})
      SELECT t.n, h.n * 3600, m.n, ${counters('t.n * 31 + m.n * 7 + h.n')} FROM h, t, m ORDER BY 2, 1, 3`,
    `INSERT INTO team_hour (team, start, reason, ${columns})
      SELECT team, start, 0, ${sums} FROM team_model_hour GROUP BY team, start ORDER BY 2, 1`,
    `INSERT INTO model_hour (start, model, ${columns})
      SELECT start, model, ${sums} FROM team_model_hour GROUP BY start, model ORDER BY 1, 2`,
  ]
}

/** Read every ten seconds. */
function minutes({ models, lastDay, minuteDays, ...past }: Past): string[] {
  const first = lastDay - minuteDays + 1
  const cells = past.teams * past.keysPerTeam * models
  const { cells: moved, days: movedDays } = past.moved ?? { cells: 0, days: [] }
  const cell = `((b.n + i.n * ${Math.floor(cells / moved)}) % ${cells})`
  return [
    `WITH RECURSIVE ${count('p', first * 8640, lastDay * 8640 + 8639)}
      INSERT INTO poll (source, started_ms, took_ms, outcome, changed)
      SELECT 'activity', ${bigint('n')} * 10000, 40, 'ok', ${moved} FROM p`,
    `WITH RECURSIVE ${count('b', first * 1440, lastDay * 1440 + 1439)}, ${count('m', 1, models)}
      INSERT INTO model_bucket (start, width, reason, model, ${columns})
      SELECT b.n * 60, 1, 0, m.n, ${counters('m.n * 31 + b.n')} FROM b, m ORDER BY 1, 4`,
    ...movedDays.map(
      (day) => `WITH RECURSIVE ${count('b', day * 1440, day * 1440 + 1439)}, ${count('i', 1, moved)}
        INSERT INTO delta (team, day, start, cell, width, reason, ${columns})
        SELECT cell.team, ${day}, b.n * 60, cell.id, 1, 0, ${counters('cell.id * 31 + b.n')}
        FROM b CROSS JOIN i
        JOIN cell ON cell.team = ${cell} / ${past.keysPerTeam * models} + 1 AND cell.id = ${cell} + 1
        ORDER BY 3, 1, 4`,
    ),
  ]
}
