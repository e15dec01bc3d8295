import { DatabaseSync } from 'node:sqlite'
import type { StoreLocation } from '@podium/api/src/store/store-location.ts'
import { Client } from 'pg'

export type RawCells = {
  /** Reads what the statement says, straight through the driver. */
  sum: (sql: string) => Promise<unknown>
  close: () => Promise<void>
}

/** The tables of the store, without anything of ours between them and who asks. */
export async function openRawCells(place: StoreLocation): Promise<RawCells> {
  if (place.kind === 'file') {
    const database = new DatabaseSync(place.path, { readOnly: true })
    return {
      sum: (sql) => Promise.resolve(database.prepare(sql).all()),
      close: () => {
        database.close()
        return Promise.resolve()
      },
    }
  }
  const client = new Client({ connectionString: place.url })
  await client.connect()
  await client.query('SET search_path TO podium')
  return { sum: (sql) => client.query(sql), close: () => client.end() }
}
