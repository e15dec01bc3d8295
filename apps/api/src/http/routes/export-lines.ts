import {
  BoardRow,
  Bucket,
  Grouping,
  Matrix,
  ModelRow,
  SeriesMeasure,
  TeamName,
  Usage,
} from '@podium/contracts'
import { z } from 'zod'
import { usageColumns } from '../../analytics/export/usage-columns.ts'

/** What an object of each JSON file holds: the columns of its table, `null` where a line has nothing to say. */

export const ofUsage = z.object(
  Object.fromEntries(usageColumns.map((name) => [name, orNull(Usage.shape[name])])),
)
export const team = { team_id: TeamName.shape.id, team: TeamName.shape.name }
const kindOf = <const Kinds extends readonly [string, ...string[]]>(kinds: Kinds) =>
  z.enum(kinds).meta({
    description:
      'What the line is about; `unassigned` (no team) and `dashboard` (the gateway’s own pages) are not ranked.',
  })
const price = (description: string) => z.number().nullable().meta({ description })

export const BoardLine = ofUsage.extend({
  kind: kindOf(['ranked', 'warming_up', 'idle', 'unassigned', 'dashboard']),
  rank: BoardRow.shape.rank,
  movement: BoardRow.shape.movement,
  ...team,
  gone: TeamName.shape.gone,
  measure: z.string().meta({ description: 'What ranks the teams.' }),
  value: BoardRow.shape.value,
  momentum: orNull(BoardRow.shape.momentum),
  score: z.number().nullable().meta({ description: 'The score, 0–100; `null` is none.' }),
})

export const TeamLine = z.object({ ...team, gone: TeamName.shape.gone })

export const ModelLine = ofUsage.extend({
  kind: kindOf(['ranked', 'unassigned', 'dashboard']),
  model: orNull(ModelRow.shape.model),
  provider: ModelRow.shape.provider,
  underlying: z
    .string()
    .nullable()
    .meta({ description: 'The models behind the name, with spaces between.' }),
  list_input_per_1m: price('Listed US dollars per million prompt tokens.'),
  list_output_per_1m: price('Listed US dollars per million completion tokens.'),
  list_cache_read_per_1m: price('Listed US dollars per million tokens read from a cache.'),
  list_cache_creation_per_1m: price('Listed US dollars per million tokens written to a cache.'),
  paid_per_1m_tokens: ModelRow.shape.paid_per_1m_tokens,
  teams: orNull(ModelRow.shape.teams),
  share: ModelRow.shape.share,
  cache_saving_usd: ModelRow.shape.cache_saving_usd,
})

export const SeriesLine = z.object({
  start: z.iso.datetime().nullable().meta({
    description: 'When the bucket begins; `null` is what no bucket can show.',
  }),
  bucket: Bucket,
  kind: z.enum([...Grouping.exclude(['none']).options, 'all', 'others', 'before']).meta({
    description:
      'What the line is about; `others` is everything that has no line of its own, `before` all in the period before.',
  }),
  key: z.string().nullable().meta({
    description: 'The public id of a team, or the name of a model or provider.',
  }),
  then_key: z.string().nullable().meta({ description: 'The same of what `then` asks for.' }),
  label: z.string().meta({ description: 'The name to show.' }),
  measure: SeriesMeasure,
  value: z.number().nullable().meta({ description: 'What a chart shows of it.' }),
  placed: z.number().nullable().meta({ description: 'The amount with a known time.' }),
  unplaced: z.number().nullable().meta({ description: 'The amount without a known time.' }),
})

export const MatrixLine = z.object({
  kind: kindOf(['ranked', 'unassigned', 'dashboard']),
  ...team,
  model: z.string().nullable().meta({ description: 'The name that clients ask for.' }),
  measure: Matrix.shape.measure,
  value: z
    .number()
    .nullable()
    .meta({ description: 'The value; `null` is no traffic, or not known.' }),
})

function orNull(schema: z.ZodType) {
  return schema.nullable().meta({ description: schema.description ?? '' })
}
