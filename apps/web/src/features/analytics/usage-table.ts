import type { UsageAnswer, UsageRow } from '@podium/contracts'
import type {
  ChartTableData,
  TableCell,
  TableColumn,
  TableHead,
} from '../../ui/charts/chart-table.ts'
import type { AnalyticsWords } from './use-analytics-words.ts'
import { headOfRow, idOfRow } from './usage-cells.ts'

type Columns = {
  columns: readonly TableColumn[]
  cellsOf: (row: UsageRow) => TableCell[]
  headOf?: (row: UsageRow) => TableHead
}

/** A line for each row of an answer, and at the end that of their sum. */
export function usageTable(
  { rows, totals }: Pick<UsageAnswer, 'rows' | 'totals'>,
  words: AnalyticsWords,
  { columns, cellsOf, headOf = (row) => headOfRow(row, words) }: Columns,
): ChartTableData {
  const line = (row: UsageRow) => ({ key: idOfRow(row), head: headOf(row), cells: cellsOf(row) })
  return { columns, rows: rows.map(line), foot: [line(totals)] }
}
