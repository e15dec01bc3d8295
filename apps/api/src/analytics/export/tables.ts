import type { Board, BoardRow, Matrix, Models, SeriesAnswer, Teams } from '@podium/contracts'
import type { Table, Value } from './table.ts'
import { usageColumns, usageValues } from './usage-columns.ts'

/** The board from the top, then the teams that are warming up, then those without any traffic. */
export function boardTable({ measure, rows, unranked, idle }: Board): Table {
  return {
    columns: [
      ...['rank', 'movement', 'team_id', 'team', 'gone', 'measure', 'value'],
      ...usageColumns,
      ...['momentum', 'score'],
    ],
    rows: [
      ...[...rows, ...unranked].map((row) => boardValues(row, measure)),
      ...idle.map(({ id, name, gone }) => [null, null, id, name, gone, measure, null]),
    ],
  }
}

function boardValues(row: BoardRow, measure: string): Value[] {
  const { id, name, gone } = row.team
  return [
    ...[row.rank, row.movement, id, name, gone, measure, row.value],
    ...usageValues(row.usage),
    ...[row.momentum, row.score?.total ?? null],
  ]
}

export function teamsTable({ teams }: Teams): Table {
  return {
    columns: ['team_id', 'team', 'gone'],
    rows: teams.map(({ id, name, gone }) => [id, name, gone]),
  }
}

export function modelsTable({ models }: Models): Table {
  return {
    columns: [
      ...['model', 'provider', 'underlying'],
      ...['list_input_per_1m', 'list_output_per_1m'],
      ...['list_cache_read_per_1m', 'list_cache_creation_per_1m'],
      ...['paid_per_1m_tokens', 'teams', 'share', 'cache_saving_usd'],
      ...usageColumns,
    ],
    rows: models.map(({ list_price: price, ...row }) => [
      ...[row.model, row.provider, row.underlying.join(' ')],
      ...[price?.input ?? null, price?.output ?? null],
      ...[price?.cache_read ?? null, price?.cache_creation ?? null],
      ...[row.paid_per_1m_tokens, row.teams, row.share, row.cache_saving_usd],
      ...usageValues(row.usage),
    ]),
  }
}

/** A row for each bucket of each line; one without a start is what no bucket can show. */
export function seriesTable(series: SeriesAnswer): Table {
  const { starts, lines, measure, bucket } = series
  return {
    columns: ['start', 'bucket', 'kind', 'key', 'label', 'measure', 'placed', 'unplaced'],
    rows: (function* () {
      for (const { kind, key, label, placed, unplaced, unplaced_total } of lines) {
        const row = (start: string | null, known: Value, unknown: Value): Value[] => [
          ...[start, bucket, kind, key, label, measure, known, unknown],
        ]
        for (const [index, start] of starts.entries())
          yield row(start, placed[index] ?? null, unplaced?.[index] ?? null)
        if (unplaced_total !== 0) yield row(null, null, unplaced_total)
      }
    })(),
  }
}

/** A row for each field of the grid. */
export function matrixTable({ teams, models, cells, measure }: Matrix): Table {
  return {
    columns: ['team_id', 'team', 'model', 'measure', 'value'],
    rows: (function* () {
      for (const [line, { id, name }] of teams.entries())
        for (const [column, model] of models.entries())
          yield [id, name, model, measure, cells[line]?.[column] ?? null]
    })(),
  }
}
