import type { Race } from '@podium/contracts'
import type { Format } from '../../lib/format.ts'
import type { ChartTableData } from '../../ui/charts/chart-table.ts'
import { numberParts } from '../../ui/number-parts.ts'
import { kindOf } from '../board/measures.ts'

/** The same numbers as rows, oldest first: the last one is the board. */
export function raceTable(
  { at, lines, measure }: Race,
  head: string,
  format: Format,
): ChartTableData {
  return {
    columns: [
      { key: 'at', label: head, kind: 'words' },
      ...lines.map(({ team }) => ({ key: team.id, label: team.name, kind: 'number' as const })),
    ],
    rows: at.map((moment, index) => ({
      key: moment,
      head: { label: format.moment(Date.parse(moment)), datetime: moment },
      cells: lines.map(({ values }) => {
        const value = values[index] ?? null
        return value === null ? null : numberParts(value, kindOf[measure], format).exact
      }),
    })),
  }
}
