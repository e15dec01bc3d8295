import { z } from 'zod'
import { ranges } from '../../analytics/window.ts'

const names = (what: string) =>
  z
    .array(z.string().max(500))
    .max(100, `At most 100 ${what} may be named.`)
    .default([])
    .describe(`Only these ${what}; may be repeated.`)

const bases = ['minutes', 'days', 'auto'] as const

/** The parameters of a span: strict where a route spreads them into `z.strictObject`. */
export const windowQuery = {
  from: z
    .string()
    .optional()
    .describe('Where the span begins: an instant of ISO 8601, or a day in `tz`.'),
  to: z
    .string()
    .optional()
    .describe(
      'Where the span ends: an instant, or a day, which counts. Default: the end of today.',
    ),
  range: z
    .enum(ranges, `range must be one of ${ranges.join(', ')}.`)
    .optional()
    .describe('A span up to now, instead of `from` and `to`. Default: `today`.'),
  tz: z
    .string()
    .default('UTC')
    .describe('IANA name of the time zone in which days and hours are counted.'),
  basis: z
    .enum(bases, `basis must be one of ${bases.join(', ')}.`)
    .default('minutes')
    .describe(
      'What counts: `minutes` is what certainly lies in the span, `days` the whole UTC days nearest to it, `auto` whole UTC days where more than 10 % of the span would be uncertain. `window.basis` says which it was.',
    ),
}

/** What every analysis under `/api/v1` takes; the last three may be repeated. */
export const commonQuery = {
  ...windowQuery,
  team: names('teams'),
  model: names('models'),
  provider: names('providers'),
}

/** A team by its public id. */
export const teamParams = z.strictObject({
  id: z.string().max(100).describe('Public id of a team, as `/api/v1/teams` lists them.'),
})

const { model, provider } = commonQuery

/** A team is compared with all the others, so no other can be chosen. */
export const teamQuery = z.strictObject({ ...windowQuery, model, provider })

/** The question about one team, as one about everybody. */
export function ofEveryTeam<Asked extends { query: object }>(asked: Asked) {
  return { ...asked, query: { ...asked.query, team: [] } }
}
