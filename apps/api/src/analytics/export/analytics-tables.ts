import type { Budgets, Hours, Race, UsageAnswer, UsageRow } from '@podium/contracts'
import type { Table, Value } from './table.ts'
import { usageColumns, usageValues } from './usage-columns.ts'

const rowColumns = [
  ...['share', 'priced', 'cache_saving_usd', 'mean_response_ms', 'timed_requests'],
] as const
const changeColumns = [
  ...(['tokens', 'spend', 'requests', 'failures'] as const),
  ...(['cost_per_1m_tokens', 'cache_hit_share', 'success'] as const),
] as const

/** A row for each group, the rest and all together; what is compared says what became of it. */
export function usageTable({ rows, totals, before }: UsageAnswer): Table {
  const changes = before === null ? [] : changeColumns.map((name) => `change_${name}`)
  const values = (row: UsageRow): Value[] => [
    ...[row.kind, row.key, row.then_key, row.label],
    ...usageValues(row.usage),
    ...[row.share, row.priced, row.cache_saving_usd, row.mean_response_ms, row.timed_requests],
    ...(before === null ? [] : changeColumns.map((name) => row.change?.[name] ?? null)),
  ]
  return {
    columns: ['kind', 'key', 'then_key', 'label', ...usageColumns, ...rowColumns, ...changes],
    rows: [...rows.filter(({ kind }) => kind !== 'all'), totals].map(values),
  }
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** A row for each hour of the week, then what has no known hour. */
export function hoursTable({ cells, measure, unplaced_total: rest }: Hours): Table {
  return {
    columns: ['weekday', 'hour', 'measure', 'value'],
    rows: [
      ...cells.flatMap((ofDay, index) =>
        ofDay.map((value, hour): Value[] => [weekdays[index] ?? null, hour, measure, value]),
      ),
      [null, null, measure, rest],
    ],
  }
}

export function budgetsTable({ budgets }: Budgets): Table {
  return {
    columns: [
      ...['team_id', 'team', 'spent_usd', 'max_usd', 'used', 'period', 'resets_at', 'elapsed'],
      ...['pace', 'runway_minutes', 'runway_from', 'end_usd'],
    ],
    rows: budgets.map(({ team, ...row }) => [
      ...[team.id, team.name, row.spent_usd, row.max_usd, row.used, row.period, row.resets_at],
      ...[row.elapsed, row.pace, row.runway_minutes, row.runway_from, row.end_usd],
    ]),
  }
}

/** A row for each moment of each team. */
export function raceTable({ at, lines, measure }: Race): Table {
  return {
    columns: ['at', 'team_id', 'team', 'rank', 'measure', 'value', 'untimed'],
    rows: (function* () {
      for (const { team, rank, values, untimed } of lines) {
        const joined = new Set(untimed)
        for (const [index, moment] of at.entries())
          yield [
            ...[moment, team.id, team.name, rank, measure],
            ...[values[index] ?? null, joined.has(index)],
          ]
      }
    })(),
  }
}
