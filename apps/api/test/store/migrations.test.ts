import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { counterColumns } from '../../src/store/counter-columns.ts'
import { dayText } from '../../src/store/day-number.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { migrate } from '../../src/store/migrations/migrate.ts'
import { sqliteStatements } from '../../src/store/migrations/migration.ts'
import type { Schema } from '../../src/store/schema.ts'
import { nodeSqliteDialect } from '../../src/store/sqlite/dialect.ts'
import { count, day, increase } from './support/bookings.ts'
import { expectConsistent } from './support/expect-consistent.ts'
import { newFilePlace } from './support/file-place.ts'
import { openStore } from './support/test-place.ts'

const cell = { teamId: 'team-1', model: 'gpt', key: 'hash-1' }

/** A file as the first four steps left it, with a day of which every sum counts everything. */
async function fileOfStepFour() {
  const { place, remove } = await newFilePlace()
  onTestFinished(remove)
  if (place.kind !== 'file') throw new Error('Not a file')
  const database = new DatabaseSync(place.path)
  const db = new Kysely<Schema>({ dialect: nodeSqliteDialect(database) })
  await migrate({
    db,
    migrations: migrations.slice(0, 4),
    prelude: [],
    statementsOf: sqliteStatements,
    beforeChange: () => Promise.resolve(),
    now: Date.now,
  })
  database.exec(`INSERT INTO team (id, team_id) VALUES (1, 'team-1');
    INSERT INTO model (id, name) VALUES (1, 'gpt'); INSERT INTO key (id, key) VALUES (1, 'hash-1');
    INSERT INTO cell (id, team, model, key) VALUES (1, 1, 1, 1)`)
  bookAsBefore(database, Date.parse(day) / 86_400_000)
  await db.destroy()
  return place
}

/** A day of one increase, in the words of the first four steps. */
function bookAsBefore(database: DatabaseSync, number: number): void {
  const noon = number * 86_400 + 43_200
  const columns = counterColumns.join(', ')
  const one = '100, 40, 30, 7, 2, 1, 1, 0.000244140625, -0.00006103515625, 900, 1'
  const into = (table: string, keys: string, values: string) =>
    database.exec(`INSERT INTO ${table} (${keys}, ${columns}) VALUES (${values}, ${one})`)
  database.exec(`INSERT INTO day_read (day, started_ms, finished_ms, source, version, first_ms)
    VALUES (${number}, ${noon * 1000}, ${noon * 1000}, 'aggregated', 1, ${noon * 1000})`)
  into('day_cell', 'team, day, cell', `1, ${number}, 1`)
  into('delta', 'team, day, start, cell, width, reason', `1, ${number}, ${noon}, 1, 1, 0`)
  into('team_hour', 'team, start, reason', `1, ${noon}, 0`)
  into('team_model_hour', 'team, start, model', `1, ${noon}, 1`)
  into('team_day', 'team, day, reason', `1, ${number}, 0`)
  into('team_model_day', 'team, day, model', `1, ${number}, 1`)
  into('team_model_week', 'team, week, model', `1, ${Math.floor(number / 7)}, 1`)
  into('model_hour', 'start, model', `${noon}, 1`)
  into('model_day', 'day, reason, model', `${number}, 0, 1`)
  into('model_bucket', 'start, width, reason, model', `${noon}, 1, 0, 1`)
}

it('a file whose sums counted everything goes on with sums that wait', async () => {
  await using opened = await openStore(await fileOfStepFour())
  const { store } = opened
  const totals = () => store.cellTotals({ from: day, to: day })
  await expectConsistent(store, day)
  expect(await totals()).toEqual([{ ...cell, counters: count(1) }])
  await store.write((tx) => increase(tx, 721, [{ cell, counters: count(2) }]))
  await store.write((tx) => increase(tx, 740, [{ cell, counters: count(3) }]))
  expect(await totals()).toEqual([{ ...cell, counters: count(6) }])
  await expectConsistent(store, day)
})

it('a day that a process of the step before still writes counts once', async () => {
  const place = await fileOfStepFour()
  const migrated = await openStore(place)
  await migrated[Symbol.asyncDispose]()
  const database = new DatabaseSync(place.path)
  const eve = Date.parse(day) / 86_400_000 - 7
  bookAsBefore(database, eve)
  database.close()

  await using opened = await openStore(place)
  const { store } = opened
  const before = dayText(eve)
  const totals = await store.cellTotals({ from: before, to: before })
  expect(totals).toEqual([{ ...cell, counters: count(1) }])
  const { cells } = await store.write((tx) => tx.dayState(before))
  expect([...cells]).toEqual([{ ...cell, counters: count(1), fall: null }])
})

it('teams from before there were marks get theirs in the order of their coming', async () => {
  await using opened = await openStore(await fileOfStepFour())
  const marks = (await opened.store.teams()).map(({ teamId, mark }) => [teamId, mark])
  expect(marks).toEqual([
    [null, null],
    ['team-1', 0],
  ])
})
