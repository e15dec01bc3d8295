import type { Table, Value } from './table.ts'

/** Lines of RFC 4180 that no spreadsheet takes for a formula; the first one names the columns. */
export function* csvLines({ columns, rows }: Table): Generator<string> {
  yield line(columns)
  for (const row of rows) yield line(row)
}

function line(values: readonly Value[]): string {
  return `${values.map(field).join(',')}\r\n`
}

/** A number stays a number, whatever its sign. */
function field(value: Value): string {
  if (value === null) return ''
  return typeof value === 'string' ? quoted(harmless(value)) : String(value)
}

/** What a spreadsheet begins a formula with, or cuts off to find one behind it. */
const formula = /^[=+\-@\t\r\n\0＝＋－＠]/

function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** Semicolons and tabs separate fields, too, where a spreadsheet's language says so. */
const special = /[",;\t\r\n]/

function quoted(text: string): string {
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
