import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite'
import { SqliteDialect } from 'kysely'

/** Kysely's own dialect, over the SQLite that Node has inside. */
export function nodeSqliteDialect(database: DatabaseSync): SqliteDialect {
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (text) => {
        // Where the disk failed SQLite has rolled back by itself: an error about that would hide the one that matters.
        const isOver = text === 'rollback' && !database.isTransaction
        const statement = database.prepare(isOver ? 'SELECT 1' : text)
        const names = statement.columns().map(({ name }) => name)
        return {
          reader: names.length > 0,
          all: (parameters) => {
            statement.setReturnArrays(true)
            return statement.all(...parameters.map(toInput)).map((values) => toRow(names, values))
          },
          run: (parameters) => statement.run(...parameters.map(toInput)),
          iterate: (parameters) => statement.iterate(...parameters.map(toInput)),
        }
      },
    },
  })
}

type Values = Readonly<Record<number, SQLOutputValue>>

/** Half as long as Node takes for its own objects, whose fields are slow to read as well. */
function toRow(names: readonly string[], values: Values): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let index = 0; index < names.length; index += 1) row[names[index] ?? ''] = values[index]
  return row
}

function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`SQLite takes no ${typeof value} from us`)
}
