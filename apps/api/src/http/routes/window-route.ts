import type { z } from 'zod'
import { wholeDays } from '../../analytics/whole-days.ts'
import type { AskedWindow } from '../../analytics/window.ts'
import type { DayRange } from '../../domain/span.ts'
import type { QueryContext } from '../../queries/query-context.ts'
import { isTooUncertain } from '../../queries/is-too-uncertain.ts'
import {
  momentOf,
  windowOf,
  type Chosen,
  type WindowQuestion,
} from '../../queries/window-question.ts'
import { answerRoute, type AnswerRoute, type Plan } from './route.ts'

type AskedTraffic = Omit<Chosen, 'team'> & Partial<Chosen> & { basis: 'minutes' | 'days' | 'auto' }
type Asked<Params, Query> = WindowQuestion<Query> & { params: Params }

type ChangesWith = 'minute' | 'window'

type WindowRoute<Params extends z.ZodObject, Query extends z.ZodObject> = Omit<
  AnswerRoute,
  'kind' | 'method' | 'ask' | 'params' | 'query'
> & {
  params: Params
  query: Query
  /** An answer about the present changes with every minute, or only with the window and the data. */
  changesWith: ChangesWith | ((query: z.infer<Query>) => ChangesWith)
  /** Throws where the parameters do not fit the window. */
  check?: (asked: Asked<z.infer<Params>, z.infer<Query>>) => void
  /** Days that it depends on besides those of the window. */
  alsoAbout?: (asked: Asked<z.infer<Params>, z.infer<Query>>) => DayRange | null
  read: (asked: Asked<z.infer<Params>, z.infer<Query>>) => Promise<object | null>
}

/** A question about a span of time: it stays the same as long as its words mean the same span. */
export function windowRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject & z.ZodType<AskedWindow & AskedTraffic>,
>(
  context: QueryContext,
  { changesWith, check, alsoAbout = () => null, read, ...route }: WindowRoute<Params, Query>,
): AnswerRoute {
  return answerRoute({
    ...route,
    plan: ({ params, query }, now) => {
      const span = windowOf(query, now)
      const days = wholeDays(span, now)
      const about = (window: typeof span) => ({ window, moment: momentOf(window, now) })
      const { basis, team = [], model, provider } = query
      const chosen = { team, model, provider }
      const asked = { params, query, now, ...about(basis === 'days' ? days : span) }
      check?.(asked)
      const whole = basis === 'auto' && days !== span ? about(days) : null
      const plans = [asked, ...(whole === null ? [] : [whole])]
      const changes = typeof changesWith === 'function' ? changesWith(query) : changesWith
      const bounds = plans.map(({ window, moment }) => (changes === 'minute' ? moment : window))
      const besides = plans.flatMap((about) => alsoAbout({ ...asked, ...about }) ?? [])
      const asOf = changes === 'minute' ? asked.moment.asOf : null
      const spans = plans.map(({ window: { from, to, tz } }) => ({ from, to, tz }))
      const rest = { ...query, from: null, to: null, range: null }
      return {
        question: JSON.stringify({ params, rest, spans, asOf }, inOrder),
        ...together([...bounds, ...besides.map((range) => ({ until: null, days: range }))]),
        read: async () => {
          const isWhole =
            whole !== null && (await isTooUncertain(context, { ...asked, query: chosen }))
          return read(isWhole ? { ...asked, ...whole } : asked)
        },
      }
    },
  })
}

/** What holds as long as each of them does, and is about the days of all. */
function together(bounds: readonly Pick<Plan, 'until' | 'days'>[]): Pick<Plan, 'until' | 'days'> {
  const ends = bounds.flatMap(({ until }) => until ?? [])
  const days = bounds.flatMap((bound) => bound.days ?? [])
  const [from] = days.map((range) => range.from).toSorted()
  const to = days
    .map((range) => range.to)
    .toSorted()
    .at(-1)
  return {
    until: ends.length === 0 ? null : Math.min(...ends),
    days: from === undefined || to === undefined ? null : { from, to },
  }
}

/** A list names the same, however it is ordered. */
function inOrder(_: string, value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value
}
