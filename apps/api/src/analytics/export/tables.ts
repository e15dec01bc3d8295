import type {
  Board,
  BoardRow,
  LeftOut,
  Matrix,
  Models,
  SeriesAnswer,
  Teams,
} from '@podium/contracts'
import { termsOf } from '../prices.ts'
import { unassigned } from '../team-names.ts'
import { usageOf } from '../usage.ts'
import type { Table, Value } from './table.ts'
import { usageColumns, usageValues } from './usage-columns.ts'

type Kind = 'ranked' | 'warming_up' | 'idle' | keyof LeftOut

const boardColumns = [
  ...['kind', 'rank', 'movement', 'team_id', 'team', 'gone', 'measure', 'value'],
  ...usageColumns,
  ...['momentum', 'score'],
]

/** The board from the top, the teams that are warming up, those without any traffic, and what is left out. */
export function boardTable(board: Board): Table {
  const { measure, rows, unranked, idle } = board
  return {
    columns: boardColumns,
    rows: [
      ...rows.map((row) => boardValues('ranked', row, measure)),
      ...unranked.map((row) => boardValues('warming_up', row, measure)),
      ...idle.map((team) => boardValues('idle', { ...nothingOf, team, usage: noUsage }, measure)),
      ...leftOutKinds.map((kind) => {
        const usage = board[kind] ?? noUsage
        return boardValues(kind, { ...nothingOf, team: besides[kind], usage }, measure)
      }),
    ],
  }
}

type BoardLine = Pick<
  BoardRow,
  'rank' | 'movement' | 'team' | 'value' | 'usage' | 'momentum' | 'score'
>

const nothingOf = { rank: null, movement: null, value: null, momentum: null, score: null }
const noUsage = usageOf([], termsOf({ models: [], rows: [], sources: [] }, new Map()))
const leftOutKinds = ['unassigned', 'dashboard'] as const
const besides = {
  unassigned: unassigned.name,
  dashboard: { id: 'dashboard', name: 'Gateway dashboard', gone: false, mark: null },
}

function boardValues(kind: Kind, row: BoardLine, measure: string): Value[] {
  const { id, name, gone } = row.team
  return [
    ...[kind, row.rank, row.movement, id, name, gone, measure, row.value],
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

/** The models of the teams, then what is left out, whose models are not told. */
export function modelsTable({ models, left_out }: Models): Table {
  const rest = Array<null>(modelColumns.length).fill(null)
  return {
    columns: ['kind', ...modelColumns, ...usageColumns],
    rows: [
      ...models.map(({ list_price: price, ...row }) => [
        ...['ranked', row.model, row.provider, row.underlying.join(' ')],
        ...[price?.input ?? null, price?.output ?? null],
        ...[price?.cache_read ?? null, price?.cache_creation ?? null],
        ...[row.paid_per_1m_tokens, row.teams, row.share, row.cache_saving_usd],
        ...usageValues(row.usage),
      ]),
      ...leftOutKinds.map((kind) => {
        const known = new Map<string, Value>(Object.entries(left_out[kind]))
        return [kind, ...rest, ...usageColumns.map((name) => known.get(name) ?? null)]
      }),
    ],
  }
}

const modelColumns = [
  ...['model', 'provider', 'underlying'],
  ...['list_input_per_1m', 'list_output_per_1m'],
  ...['list_cache_read_per_1m', 'list_cache_creation_per_1m'],
  ...['paid_per_1m_tokens', 'teams', 'share', 'cache_saving_usd'],
]

/** A row for each bucket of each line; one without a start is what no bucket can show. */
export function seriesTable(series: SeriesAnswer): Table {
  const { starts, lines, before_line: before, measure, bucket } = series
  return {
    columns: [
      ...['start', 'bucket', 'kind', 'key', 'then_key', 'label', 'measure'],
      ...['value', 'placed', 'unplaced'],
    ],
    rows: (function* () {
      for (const line of before === null ? lines : [...lines, before]) {
        const { kind, key, then_key: then, label, values, placed, unplaced } = line
        const row = (start: string | null, ...figures: Value[]): Value[] => [
          ...[start, bucket, kind, key, then, label, measure, ...figures],
        ]
        for (const [index, start] of starts.entries())
          yield row(
            start,
            ...[values[index] ?? null, placed[index] ?? null, unplaced?.[index] ?? null],
          )
        const { unplaced_total: rest } = line
        if (rest !== null && rest !== 0) yield row(null, null, null, rest)
      }
    })(),
  }
}

/** A row for each field of the grid, then what is left out, as far as it is told by this measure. */
export function matrixTable({ teams, models, cells, measure, left_out }: Matrix): Table {
  return {
    columns: ['kind', 'team_id', 'team', 'model', 'measure', 'value'],
    rows: (function* () {
      for (const [line, { id, name }] of teams.entries())
        for (const [column, model] of models.entries())
          yield ['ranked', id, name, model, measure, cells[line]?.[column] ?? null]
      for (const kind of leftOutKinds) {
        const { tokens, requests, spend_usd: spend } = left_out[kind]
        const value = new Map(Object.entries({ tokens, requests, spend })).get(measure) ?? null
        yield [kind, besides[kind].id, besides[kind].name, null, measure, value]
      }
    })(),
  }
}
