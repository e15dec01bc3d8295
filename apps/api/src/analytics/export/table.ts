/** What a cell of a table may hold; `null` is not known. */
export type Value = string | number | boolean | null

/** Rows are made one after the other, as they are sent. */
export type Table = { columns: readonly string[]; rows: Iterable<readonly Value[]> }
