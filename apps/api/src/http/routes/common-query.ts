import { z } from 'zod'
import { resolveFilter, type Filter } from '../../analytics/filter.ts'
import { nameTeams } from '../../analytics/team-names.ts'
import type { PublicIds } from '../../analytics/public-ids.ts'
import { ranges, resolveWindow, type SpanWindow } from '../../analytics/window.ts'
import type { Store } from '../../store/open-store.ts'
import { Refused, type Refusal } from '../refused.ts'

const names = (what: string) =>
  z
    .array(z.string().max(500))
    .max(100, `At most 100 ${what} may be named.`)
    .default([])
    .describe(`Only these ${what}; may be repeated.`)

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
      'Where it ends: an instant, or a day, which counts; the end of today where it is missing.',
    ),
  range: z
    .enum(ranges, `range must be one of ${ranges.join(', ')}.`)
    .optional()
    .describe(
      'The span up to now, instead of `from` and `to`; `today` where none of them is given.',
    ),
  tz: z
    .string()
    .default('UTC')
    .describe('IANA name of the zone in which days and hours are meant.'),
}

/** Those that every analysis under `/api/v1` takes; the last three may be repeated. */
export const commonQuery = {
  ...windowQuery,
  team: names('teams'),
  model: names('models'),
  provider: names('providers'),
}

export type CommonQuery = z.infer<z.ZodObject<typeof commonQuery>>

type Planned = {
  window: SpanWindow
  /** The common part of a plan's question. */
  question: string
}

export function planCommon(query: CommonQuery, now: number): Planned | Refusal {
  const resolved = resolveWindow(query, now)
  if (!resolved.ok) return { parameter: resolved.parameter, detail: resolved.detail }
  const { window } = resolved
  const chosen = [query.team, query.model, query.provider].map((list) => list.toSorted())
  return { window, question: JSON.stringify([window.from, window.to, window.tz, ...chosen]) }
}

type Deps = { store: Pick<Store, 'teams' | 'models'>; publicIds: PublicIds }

/** Whom and what the query names, as the store knows them; it refuses names that nobody has. */
export async function readFilter({ store, publicIds }: Deps, query: CommonQuery): Promise<Filter> {
  const [teams, models] = await Promise.all([store.teams(), store.models()])
  const found = resolveFilter(query, { teams: nameTeams(teams, publicIds), models })
  if (found.ok) return found.filter
  throw new Refused({ parameter: found.parameter, detail: found.detail })
}
