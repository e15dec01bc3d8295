import type { Format } from '../../lib/format.ts'
import type { ChartName } from './chart-links.ts'
import { exactText, type ValueKind } from './value-text.ts'

/** What heads a row or a column: a name that filters, an instant, or plain words. */
export type TableHead = {
  label: string
  name?: ChartName | undefined
  /** ISO 8601, where it is an instant. */
  datetime?: string | undefined
  /** Behind it, in brackets. */
  note?: string | undefined
}

/** `null` is not known; words are written as they are. */
export type TableCell = number | string | null | { value: number | string | null; title: string }

export type TableColumn = TableHead & {
  key: string
  /** How its numbers are written; words stand at the start of their cell. */
  kind: ValueKind | 'words'
}

/** The cells stand in the order of the columns; the row's head is not one of them. */
export type TableRow = { key: string; head: TableHead; cells: readonly TableCell[] }

export type ChartTableData = {
  /** The first heads the rows. */
  columns: readonly TableColumn[]
  rows: readonly TableRow[]
  /** Sums, where they have a meaning. */
  foot?: readonly TableRow[] | undefined
}

/** Of a card that shows its picture: hundreds of steps that nobody reads are not written out. */
export const unreadTable: ChartTableData = { columns: [], rows: [] }

export function cellValue(cell: TableCell): number | string | null {
  return typeof cell === 'object' && cell !== null ? cell.value : cell
}

/** `null` where it is not known. */
export function cellText(
  cell: TableCell,
  kind: TableColumn['kind'],
  format: Format,
): string | null {
  const value = cellValue(cell)
  return typeof value !== 'number'
    ? value
    : exactText(value, kind === 'words' ? 'number' : kind, format)
}
