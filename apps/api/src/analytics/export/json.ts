import type { Table } from './table.ts'

/** The rows as one array of objects, in pieces. */
export function* jsonPieces({ columns, rows }: Table): Generator<string> {
  let before = '['
  for (const row of rows) {
    const named = columns.map((column, index) => [column, row[index] ?? null])
    yield `${before}\n${JSON.stringify(Object.fromEntries(named))}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}
