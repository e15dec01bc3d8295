import type { Budgets } from '@podium/contracts'
import type { Format } from '../../../lib/format.ts'
import type { ChartTableData } from '../../../ui/charts/chart-table.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'
import { lastsText } from './lasts-text.ts'
import { paceTone } from './pace-tone.ts'

export function budgetsTable(
  { budgets }: Pick<Budgets, 'budgets'>,
  words: AnalyticsWords,
  format: Format,
): ChartTableData {
  const { columns } = words
  return {
    columns: [
      { key: 'team', label: columns.team, kind: 'words' },
      { key: 'spent', label: columns.spent, kind: 'usd' },
      { key: 'budget', label: columns.budget, kind: 'usd' },
      { key: 'used', label: columns.used, kind: 'share' },
      { key: 'pace', label: columns.pace, kind: 'number' },
      { key: 'lasts', label: columns.lasts, kind: 'number' },
      { key: 'at_the_end', label: columns.atTheEnd, kind: 'usd' },
    ],
    rows: budgets.map((row) => {
      const { team, pace } = row
      const tone = paceTone(row)
      return {
        key: team.id,
        head: { label: team.name, name: { kind: 'team', key: team.id, label: team.name } },
        cells: [
          row.spent_usd,
          row.max_usd,
          row.used,
          pace === null
            ? null
            : {
                value: `${format.decimal(pace, 1)}×`,
                title: tone === null ? '' : words.paces[tone],
              },
          lastsText(row, words, format),
          row.end_usd,
        ],
      }
    }),
  }
}
