import { DatabaseSync } from 'node:sqlite'
import type { StoreLocation } from '@podium/api/src/store/store-location.ts'
import { counterColumns } from '@podium/api/src/store/counter-columns.ts'
import { Client } from 'pg'

const columns = ['id', ...counterColumns]
const names = columns.join(', ')
const table = `CREATE TABLE bare (id BIGINT NOT NULL PRIMARY KEY, ${counterColumns
  .map((column) => `${column} ${typeOf(column)} NOT NULL`)
  .join(', ')})`
const update = counterColumns.map((column) => `${column} = excluded.${column}`).join(', ')

export type BareUpserts = {
  /** One transaction that writes a row for each id, new or there already. */
  write: (rows: number, round: number) => Promise<void>
  close: () => Promise<void>
}

/** What the driver can do at best with as many rows of our counters: the limit of a poll. */
export function bareUpserts(place: StoreLocation): Promise<BareUpserts> {
  return place.kind === 'file'
    ? Promise.resolve(intoFile(`${place.path}.bare`))
    : intoServer(place.url)
}

function intoFile(path: string): BareUpserts {
  const database = new DatabaseSync(path)
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${table}`)
  const upsert = database.prepare(
    `INSERT INTO bare (${names}) VALUES (${columns.map(() => '?').join(', ')})
      ON CONFLICT (id) DO UPDATE SET ${update}`,
  )
  return {
    write: (rows, round) => {
      database.exec('BEGIN')
      for (let id = 1; id <= rows; id += 1) upsert.run(...valuesOf(id, round))
      database.exec('COMMIT')
      return Promise.resolve()
    },
    close: () => {
      database.close()
      return Promise.resolve()
    },
  }
}

async function intoServer(url: string): Promise<BareUpserts> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(table)
  const arrays = columns.map((column, index) => `$${index + 1}::${typeOf(column)}[]`)
  const upsert = `INSERT INTO bare (${names}) SELECT * FROM unnest(${arrays.join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${update}`
  return {
    write: async (rows, round) => {
      const values = Array.from({ length: rows }, (_, index) => valuesOf(index + 1, round))
      await client.query('BEGIN')
      await client.query(
        upsert,
        columns.map((_, column) => values.map((row) => row[column])),
      )
      await client.query('COMMIT')
    },
    close: () => client.end(),
  }
}

function typeOf(column: string): string {
  return column === 'spend' || column === 'cache_savings' ? 'DOUBLE PRECISION' : 'BIGINT'
}

function valuesOf(id: number, round: number): number[] {
  return [id, ...counterColumns.map((_, index) => id * (index + 1) + round)]
}
